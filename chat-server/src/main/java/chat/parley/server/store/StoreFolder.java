package chat.parley.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The data folder, held by this store alone until it is closed. */
final class StoreFolder implements AutoCloseable {
  /**
   * Folders held by this process. Asked before the lock file is touched: on POSIX systems closing
   * any handle of a file gives up every lock this process has on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /** SQLite's log needs memory shared between processes, which these do not give. */
  private static final Set<String> NETWORK_FILE_SYSTEMS =
      Set.of("nfs", "nfs4", "cifs", "smbfs", "smb2", "smb3", "afpfs", "webdav", "fuse.sshfs");

  private final Path folder;
  private final FileChannel lockFile;

  private StoreFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /** Makes the folder if there is none, and takes it for this store. */
  static StoreFolder occupy(Path wanted) {
    Path folder = make(wanted);
    if (!HELD.add(folder)) {
      throw inUse(folder);
    }
    try {
      return new StoreFolder(folder, lock(folder));
    } catch (StoreException e) {
      HELD.remove(folder);
      throw e;
    }
  }

  /** Where the database lies, or will lie. */
  Path database() {
    return folder.resolve("parley.db");
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new StoreException("The lock file in " + folder + " could not be closed.", e);
    } finally {
      HELD.remove(folder);
    }
  }

  private static Path make(Path wanted) {
    try {
      Files.createDirectories(wanted, ownerOnly(wanted, "rwx------"));
      Path folder = wanted.toRealPath();
      String type = Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
      if (NETWORK_FILE_SYSTEMS.contains(type)) {
        throw new StoreException(
            "The data folder "
                + folder
                + " is on another computer's disk, where a database is not safe. Name a folder on"
                + " this computer with --data.",
            null);
      }
      return folder;
    } catch (IOException e) {
      Optional<Path> link = linkToNowhere(wanted);
      if (link.isPresent()) {
        throw new StoreException(
            "The data folder "
                + wanted
                + " cannot be found: the link "
                + link.get()
                + " leads nowhere. Put right where it leads, or name another folder with --data.",
            e);
      }
      if (e instanceof FileAlreadyExistsException) {
        throw new StoreException(
            "The data folder " + wanted + " is a file. Name a folder with --data.", e);
      }
      throw notWritable(wanted, e);
    }
  }

  /** The folder itself, or one on the way to it. */
  private static Optional<Path> linkToNowhere(Path wanted) {
    for (Path part = wanted.toAbsolutePath(); part != null; part = part.getParent()) {
      if (Files.isSymbolicLink(part) && !Files.exists(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static FileChannel lock(Path folder) {
    Path file = folder.resolve("parley.lock");
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              ownerOnly(folder, "rw-------"));
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(folder);
      }
      return channel;
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  /** These rights for new files and folders, where the system knows such rights. */
  static FileAttribute<?>[] ownerOnly(Path near, String rights) {
    return near.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  static StoreException notWritable(Path folder, IOException cause) {
    String why = cause instanceof AccessDeniedException ? "no permission" : reason(folder, cause);
    return new StoreException(
        "Parley cannot write in the data folder "
            + folder
            + " ("
            + why
            + "). Allow it, or name another folder with --data.",
        cause);
  }

  private static String reason(Path folder, IOException cause) {
    if (!(cause instanceof FileSystemException e)) {
      return "it could not be made";
    }
    String why =
        e.getReason() == null ? "it could not be made" : e.getReason().toLowerCase(Locale.ROOT);
    Path file = e.getFile() == null ? folder : Path.of(e.getFile());
    return file.startsWith(folder) && !file.equals(folder)
        ? folder.relativize(file) + ": " + why
        : why;
  }

  private static StoreException inUse(Path folder) {
    return new StoreException(
        "Another Parley server uses the data folder "
            + folder
            + ". Stop that one, or name another folder with --data.",
        null);
  }
}
