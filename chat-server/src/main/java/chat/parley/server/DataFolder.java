package chat.parley.server;

import chat.parley.server.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** Where a server keeps its data when nobody says. */
final class DataFolder {
  private DataFolder() {}

  /**
   * Makes the folder, for its owner only, before anything is written into it. What cannot be made
   * is left to the store, which says why in one sentence.
   */
  static void make(Path folder) {
    try {
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        var ownersOnly = PosixFilePermissions.fromString("rwx------");
        Path logs = folder.resolve("logs");
        Files.createDirectories(logs, PosixFilePermissions.asFileAttribute(ownersOnly));
        Files.setPosixFilePermissions(logs, ownersOnly);
      }
    } catch (IOException e) {
      return;
    }
  }

  /** The next start takes what is there for a backup that was put back. */
  static void sayItIsRestored(Path folder) throws IOException {
    Path said = folder.resolve(SqliteStore.RESTORED);
    if (!Files.exists(said)) {
      Files.createFile(said);
    }
  }

  /** The usual place for programs of this system. */
  static Path usual() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home", "."));
    if (system.contains("win")) {
      String appData = System.getenv("LOCALAPPDATA");
      return (appData == null ? home : Path.of(appData)).resolve("Parley Server");
    }
    if (system.contains("mac")) {
      return home.resolve("Library/Application Support/Parley Server");
    }
    String xdg = System.getenv("XDG_DATA_HOME");
    Path base = xdg == null || xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg);
    return base.resolve("parley-server");
  }
}
