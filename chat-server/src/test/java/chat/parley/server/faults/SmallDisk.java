package chat.parley.server.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A disk of its own that can become really full: memory that Linux mounts for root. */
final class SmallDisk implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this system makes one. */
  static boolean isPossible(Path folder) throws IOException {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
        || !mounts(folder, 1)) {
      return false;
    }
    new SmallDisk(folder).close();
    return true;
  }

  /**
   * @param folder an empty one, in which the disk is seen
   */
  static SmallDisk mount(Path folder, int mib) throws IOException {
    if (!mounts(folder, mib)) {
      throw new IOException("No disk could be mounted in " + folder);
    }
    return new SmallDisk(folder);
  }

  private static boolean mounts(Path folder, int mib) throws IOException {
    return done(List.of("mount", "-t", "tmpfs", "-o", "size=" + mib + "m", "tmpfs", "" + folder));
  }

  long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Something else than the server takes all but so many bytes; more of it at each call. */
  void leave(long bytes) throws IOException {
    Path other = folder.resolve("other");
    byte[] piece = new byte[4_096];
    try (var out =
        Files.newOutputStream(other, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (free() > bytes) {
        out.write(piece);
      }
    }
  }

  /** It is taken away again. */
  void makeRoom() throws IOException {
    Files.delete(folder.resolve("other"));
  }

  /** Whoever still has a file open on it keeps it until they are gone. */
  @Override
  public void close() {
    try {
      done(List.of("umount", "-l", folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean done(List<String> command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
