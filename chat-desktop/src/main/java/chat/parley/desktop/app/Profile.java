package chat.parley.desktop.app;

import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** The folder in which one person's app keeps everything. Open in one app at a time. */
public final class Profile implements AutoCloseable {
  private static final String ICON = "/chat/parley/desktop/icon/parley-128.png";

  private final Path folder;
  private final FileChannel lock;

  private Profile(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Where this system keeps an app's data. */
  static Path usualFolder(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("win")) {
      String roaming = environment.get("APPDATA");
      return (roaming == null ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
          .resolve("Parley");
    }
    if (name.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Parley");
    }
    String data = environment.get("XDG_DATA_HOME");
    // The base directory specification: a relative path is to be ignored.
    boolean usable = data != null && data.startsWith("/");
    return (usable ? Path.of(data) : home.resolve(".local").resolve("share")).resolve("parley");
  }

  static Path usualFolder() {
    return usualFolder(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * Makes the folder when there is none, and keeps other apps out of it.
   *
   * @throws CacheException with one sentence when it is in use or cannot be written
   */
  public static Profile open(Path folder) {
    try {
      createPrivately(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new CacheException(Texts.of("profile.open.already"), null);
      }
      return new Profile(folder, lock);
    } catch (IOException e) {
      throw new CacheException(Texts.of("profile.not.writable", folder.toString()), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // This very process has it.
    }
  }

  private static void createPrivately(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  Path settings() {
    return folder.resolve("settings.properties");
  }

  /** The keys by which servers are known. */
  Path knownServers() {
    return folder.resolve("known-servers");
  }

  /** Where servers went that are not where they were met. */
  Path places() {
    return folder.resolve("moved-servers");
  }

  /** Where an app that is started later gives over what it was started with. */
  static Path handOver(Path folder) {
    return folder.resolve("hand-over");
  }

  Path handOver() {
    return handOver(folder);
  }

  /** Where the server that this app runs keeps its data. */
  Path server() {
    return folder.resolve("server");
  }

  /** The app's picture as a file, which the system's own programs can show. */
  Path icon() {
    return folder.resolve("parley.png");
  }

  /** Puts the picture there. Without it notifications have none, which keeps nobody out. */
  void keepIcon() {
    try (InputStream picture = Profile.class.getResourceAsStream(ICON)) {
      if (picture != null && !Files.exists(icon())) {
        Files.copy(picture, icon());
      }
    } catch (IOException e) {
      // No logger of the class: it would be the first of all, before anybody said where logs go.
      LoggerFactory.getLogger(Profile.class)
          .warn("The picture for notifications could not be written to {}.", icon(), e);
    }
  }

  static Path logs(Path folder) {
    return folder.resolve("logs");
  }

  /** Files of servers that were looked at. */
  Path files() {
    return folder.resolve("files");
  }

  /** Files that the app made itself, until they are on a server. */
  Path outgoing() {
    return folder.resolve("outgoing");
  }

  /** One file for each person on each server, named so that a human can tell them apart. */
  Path cache(ServerAddress server, String name) throws IOException {
    Path caches = folder.resolve("cache");
    Files.createDirectories(caches);
    String key = server + "\n" + name.toLowerCase(Locale.ROOT);
    String readable = (server + "-" + name).replaceAll("[^A-Za-z0-9.-]", "_");
    String start = readable.substring(0, Math.min(60, readable.length()));
    return caches.resolve(start + "-" + hash(key) + ".db");
  }

  private static String hash(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
