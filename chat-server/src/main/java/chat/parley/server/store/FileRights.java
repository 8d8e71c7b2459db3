package chat.parley.server.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks, before SQLite does, whether a database and the two files beside it can be opened at all.
 * SQLite would take a file that may not be read for a broken disk, and leave files behind that may
 * not be written either.
 */
final class FileRights {
  private final Path file;

  FileRights(Path file) {
    this.file = file;
  }

  /**
   * @throws StoreException with what to do about it
   */
  void check() throws IOException {
    if (!Files.exists(file)) {
      throw new StoreException(
          "The database "
              + file
              + " is a link to something that is not there. Put that back, or remove the link to"
              + " start empty.",
          null);
    }
    refuseFolders();
    // Of other systems no program knows in advance what they will allow.
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      demand(Files::isReadable, "read");
      demand(Files::isWritable, "written");
      if (!Files.isWritable(file.resolveSibling(""))) {
        throw new AccessDeniedException(file.resolveSibling("").toString());
      }
    }
  }

  private void refuseFolders() {
    if (Files.isDirectory(file)) {
      throw DatabaseFile.refused(file, "is a folder", null);
    }
    for (Path beside : there().filter(Files::isDirectory).toList()) {
      throw new StoreException(
          beside
              + " is a folder, where a file of the database belongs. Move it away, then start"
              + " Parley again.",
          null);
    }
  }

  private void demand(Predicate<Path> allowed, String what) {
    List<Path> barred = there().filter(one -> !allowed.test(one)).toList();
    if (!barred.isEmpty()) {
      throw new StoreException(
          "The database "
              + listed(barred)
              + " may not be "
              + what
              + ". Let the user \""
              + System.getProperty("user.name")
              + "\" read and write it, then start Parley again.",
          null);
    }
  }

  /** The first with its folder, the others are beside it. */
  private static String listed(List<Path> files) {
    String last = String.valueOf(files.getLast().getFileName());
    return switch (files.size()) {
      case 1 -> files.getFirst().toString();
      case 2 -> files.getFirst() + " and " + last;
      default -> files.getFirst() + ", " + files.get(1).getFileName() + " and " + last;
    };
  }

  private Stream<Path> there() {
    return Stream.of("", "-wal", "-shm")
        .map(suffix -> file.resolveSibling(file.getFileName() + suffix))
        .filter(one -> Files.exists(one, LinkOption.NOFOLLOW_LINKS));
  }
}
