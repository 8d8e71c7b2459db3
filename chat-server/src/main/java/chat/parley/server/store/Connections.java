package chat.parley.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * How connections to the SQLite file are opened. None of them ever makes the file: a database that
 * vanished is trouble, not a reason to start empty.
 */
final class Connections {
  /** At the start somebody may just be looking into the file. */
  static final Duration STARTING_PATIENCE = Duration.ofSeconds(2);

  private Connections() {}

  /**
   * The one connection that writes. Each commit is synced to the disk before it returns.
   *
   * @param lockPatience how long one statement waits while somebody else holds the lock
   */
  static Statements writer(Path file, Duration lockPatience) throws SQLException {
    return open(
        file,
        config(lockPatience),
        // With a log beside it the database is read while it is written.
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        // On macOS only this reaches the disk itself; elsewhere it changes nothing.
        "PRAGMA fullfsync = ON",
        "PRAGMA foreign_keys = ON",
        // What people delete is overwritten, not only forgotten.
        "PRAGMA secure_delete = ON",
        "PRAGMA mmap_size = 0",
        // The log is copied into the database beside the commits, see LogCopier.
        "PRAGMA wal_autocheckpoint = 0",
        "PRAGMA journal_size_limit = " + Writer.LOG_KEPT_BYTES);
  }

  /** One of the connections that only read; they see what was committed before each statement. */
  static Statements reader(Path file, Duration lockPatience) throws SQLException {
    SQLiteConfig config = config(lockPatience);
    config.setReadOnly(true);
    return open(file, config, "PRAGMA mmap_size = 0");
  }

  static SQLiteConfig config(Duration lockPatience) {
    var config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(Math.toIntExact(lockPatience.toMillis()));
    return config;
  }

  static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  private static Statements open(Path file, SQLiteConfig config, String... pragmas)
      throws SQLException {
    Connection connection = config.createConnection(url(file));
    try (Statement statement = connection.createStatement()) {
      for (String pragma : pragmas) {
        statement.execute(pragma);
      }
      return new Statements(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
