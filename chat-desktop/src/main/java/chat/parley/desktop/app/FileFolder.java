package chat.parley.desktop.app;

import chat.parley.client.Download;
import chat.parley.model.Attachment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of servers that were looked at, kept so that they are not fetched again. When they are more
 * than a bound, those that nobody looked at for the longest time go. For any thread; waits for the
 * disk.
 */
final class FileFolder {
  private static final Logger log = LoggerFactory.getLogger(FileFolder.class);

  /** What was touched a moment ago may be in use. */
  private static final Duration IN_USE = Duration.ofMinutes(10);

  /** The part of a file that is its small picture. */
  static final String THUMB = "thumb";

  private static final int MOST_NAME_CHARS = 80;

  private final Path folder;
  private final long mostBytes;
  private final ReentrantLock tidying = new ReentrantLock();

  FileFolder(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /**
   * Where a file lies, or would lie. Its name stays at the end, for the programs that open it.
   *
   * @param server an id is worth nothing on another one
   */
  Path place(String server, Attachment file, String part) throws IOException {
    Files.createDirectories(folder);
    String name = Attachment.cleanName(file.name());
    String end = name.substring(Math.max(0, name.length() - MOST_NAME_CHARS));
    return folder.resolve(hash(server + "\n" + file.id().value() + "\n" + part) + "-" + end);
  }

  /** The file, if it is there whole; it counts as looked at. */
  static Optional<Path> find(Path place) throws IOException {
    try {
      Files.setLastModifiedTime(place, FileTime.fromMillis(System.currentTimeMillis()));
      return Optional.of(place);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** What was shown of a file that is gone is not kept here either. */
  void forget(String server, Attachment file) {
    try {
      Path whole = place(server, file, "");
      Files.deleteIfExists(whole);
      Files.deleteIfExists(Download.part(file, whole));
      Files.deleteIfExists(place(server, file, THUMB));
    } catch (IOException e) {
      log.warn("A file that was deleted could not be taken out of {}.", folder, e);
    }
  }

  /** Makes room when there is too much. */
  void tidy() {
    tidying.lock();
    try {
      long total = 0;
      List<Kept> all = all();
      long fresh = System.currentTimeMillis() - IN_USE.toMillis();
      for (Kept kept : all) {
        total += kept.size;
        if (total > mostBytes && kept.at < fresh) {
          Files.deleteIfExists(kept.path);
          total -= kept.size;
        }
      }
    } catch (IOException e) {
      log.warn("Old files could not be taken out of {}.", folder, e);
    } finally {
      tidying.unlock();
    }
  }

  private record Kept(Path path, long size, long at) {}

  /** The one looked at last is first. */
  private List<Kept> all() throws IOException {
    var all = new ArrayList<Kept>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          all.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
        }
      }
    }
    all.sort(Comparator.comparingLong(Kept::at).reversed());
    return all;
  }

  private static String hash(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
