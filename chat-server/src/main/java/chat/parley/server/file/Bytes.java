package chat.parley.server.file;

import chat.parley.model.FileId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where bytes lie: parts of uploads under the upload's id, whole ones and small pictures under the
 * hash of the whole. Names on the disk are made here of ids and hashes only, never of what somebody
 * called a file. Safe for any thread; what must not happen at the same time, callers see to.
 */
final class Bytes {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** A part, or what is made beside one. */
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{1,64}(\\.clean|\\.thumb)?");

  /** What is left to the database when the disk becomes full. */
  private static final long RESERVE = 64L << 20;

  private final Path parts;
  private final Path whole;
  private final Path thumbs;
  private final Path lost;
  private final FileStore disk;
  private final boolean posix;

  /**
   * @param data the server's data folder; a folder {@code files} is made in it when there is none
   */
  Bytes(Path data) throws IOException {
    Path root = data.resolve("files");
    posix = data.getFileSystem().supportedFileAttributeViews().contains("posix");
    parts = folder(root.resolve("parts"));
    whole = folder(root.resolve("whole"));
    thumbs = folder(root.resolve("thumbs"));
    lost = root.resolve("lost");
    disk = Files.getFileStore(whole);
  }

  Path part(FileId id) {
    if (!ID.matcher(id.value()).matches()) {
      throw new IllegalArgumentException("Not the id of an upload");
    }
    return parts.resolve(id.value());
  }

  Path whole(String sha256) {
    return in(whole, sha256);
  }

  Path thumb(String sha256) {
    return in(thumbs, sha256);
  }

  /** An empty part, readable by the server only. */
  void begin(FileId id) throws IOException {
    Files.createFile(part(id), forOwner("rw-------"));
  }

  /** How much of an upload has come; empty where nothing lies of it. */
  OptionalLong came(FileId id) throws IOException {
    try {
      return OptionalLong.of(Files.size(part(id)));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  /** When the last byte of an upload came, epoch milliseconds; 0 where nothing lies of it. */
  long lastCame(FileId id) throws IOException {
    try {
      return Files.getLastModifiedTime(part(id)).toMillis();
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** An empty file beside the parts, for what is made of one. */
  Path beside(FileId id, String what) throws IOException {
    Path path = part(id).resolveSibling(id.value() + "." + what);
    Files.deleteIfExists(path);
    return Files.createFile(path, forOwner("rw-------"));
  }

  /** What lies in a path is whole, on the disk, and from now on under its hash. */
  void keep(Path path, String sha256) throws IOException {
    move(path, whole(sha256));
  }

  void keepThumb(Path path, String sha256) throws IOException {
    move(path, thumb(sha256));
  }

  /**
   * What was kept is all that came of an upload again.
   *
   * @param shared whether it has to stay in its place as well
   */
  void giveBack(String sha256, FileId id, boolean shared) throws IOException {
    if (!shared) {
      move(whole(sha256), part(id));
      return;
    }
    begin(id);
    try (OutputStream out = Files.newOutputStream(part(id))) {
      Files.copy(whole(sha256), out);
    }
  }

  /** Takes bytes out of their place; what was set aside stays for the database that knows it. */
  void remove(String sha256) throws IOException {
    Files.deleteIfExists(whole(sha256));
    Files.deleteIfExists(thumb(sha256));
  }

  /** Somebody deleted them: they shall be gone wherever they lie. */
  void discard(String sha256) throws IOException {
    remove(sha256);
    Files.deleteIfExists(lost.resolve(sha256));
    Files.deleteIfExists(lost.resolve(sha256 + ".thumb"));
  }

  /**
   * Puts what nothing belongs to where somebody can find it: it may be needed when another database
   * is put in the place of this one.
   */
  void setAside(String sha256) throws IOException {
    if (Files.exists(whole(sha256))) {
      folder(lost);
      move(whole(sha256), lost.resolve(sha256));
      if (Files.exists(thumb(sha256))) {
        move(thumb(sha256), lost.resolve(sha256 + ".thumb"));
      }
    }
    remove(sha256);
  }

  /** The hashes of all that was set aside. */
  Set<String> allAside() throws IOException {
    return Files.isDirectory(lost) ? hashesIn(lost, 1) : Set.of();
  }

  /** What was set aside is needed after all. */
  void bringBack(String sha256) throws IOException {
    move(lost.resolve(sha256), whole(sha256));
    if (Files.exists(lost.resolve(sha256 + ".thumb"))) {
      move(lost.resolve(sha256 + ".thumb"), thumb(sha256));
    }
  }

  /** What is left of an upload that nobody goes on with. */
  void drop(FileId id) throws IOException {
    Files.deleteIfExists(part(id));
    Files.deleteIfExists(part(id).resolveSibling(id.value() + ".clean"));
    Files.deleteIfExists(part(id).resolveSibling(id.value() + ".thumb"));
  }

  /** All parts; what else somebody has put beside them is none of ours. */
  List<Path> allParts() throws IOException {
    try (Stream<Path> files = Files.list(parts)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> PART.matcher(path.getFileName().toString()).matches())
          .toList();
    }
  }

  /** The hashes of all that is whole or has a small picture. */
  Set<String> allHashes() throws IOException {
    var hashes = new HashSet<String>();
    for (Path folder : List.of(whole, thumbs)) {
      hashes.addAll(hashesIn(folder, 2));
    }
    return hashes;
  }

  private static Set<String> hashesIn(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> SHA256.matcher(name).matches())
          .collect(Collectors.toSet());
    }
  }

  /** How many bytes may still come; less than none when the database's reserve is touched. */
  long roomLeft() {
    try {
      return disk.getUsableSpace() - RESERVE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void move(Path from, Path to) throws IOException {
    try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path folder = folder(to.resolveSibling(""));
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
  }

  /** A new name in a folder is on the disk only when the folder is. */
  private void sync(Path folder) throws IOException {
    if (posix) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private Path folder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      try {
        Files.createDirectories(path, forOwner("rwx------"));
      } catch (FileAlreadyExistsException e) {
        throw new IOException(path + " is there and is no folder", e);
      }
    }
    return path;
  }

  private FileAttribute<?>[] forOwner(String rights) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static Path in(Path folder, String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("Not a hash");
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
