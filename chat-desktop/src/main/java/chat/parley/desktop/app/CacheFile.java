package chat.parley.desktop.app;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file under a {@link Cache}: opened, brought up to date, and replaced when it is damaged.
 *
 * <p>A whole check takes as long as reading the file, so it is made only when there is a reason: a
 * mark beside the file that somebody left who came upon damage.
 *
 * @param writer the one connection that writes
 * @param reader a second one, so that reading never waits for a write to reach the disk
 * @param notice one sentence for the person when something had to be done to the file, or null
 */
record CacheFile(Path path, Connection writer, Connection reader, @Nullable String notice) {
  private static final Logger log = LoggerFactory.getLogger(CacheFile.class);

  /** The version of the tables; kept in the file as {@code user_version}. */
  private static final int VERSION = 4;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE login (
            only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
            epoch TEXT NOT NULL, token TEXT NOT NULL,
            user_id TEXT NOT NULL, user_name TEXT NOT NULL, user_role TEXT NOT NULL)
          """,
          """
          CREATE TABLE room (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID
          """,
          """
          CREATE TABLE event (
            room TEXT NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL,
            PRIMARY KEY (room, seq)) WITHOUT ROWID
          """,
          """
          CREATE TABLE outbox (
            place INTEGER PRIMARY KEY AUTOINCREMENT, nonce TEXT NOT NULL UNIQUE,
            room TEXT NOT NULL, body TEXT NOT NULL, queued_at INTEGER NOT NULL,
            state TEXT NOT NULL, problem TEXT,
            reply INTEGER NOT NULL DEFAULT 0, thread INTEGER NOT NULL DEFAULT 0,
            from_room TEXT, from_seq INTEGER NOT NULL DEFAULT 0,
            held_until INTEGER NOT NULL DEFAULT 0, code TEXT, files TEXT NOT NULL DEFAULT '')
          """,
          ParcelTable.CREATE,
          """
          CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT, version INTEGER NOT NULL)
          WITHOUT ROWID
          """,
          """
          CREATE TABLE kept_version (
            only_one INTEGER PRIMARY KEY CHECK (only_one = 1), version INTEGER NOT NULL)
          """);

  /** From the tables of version 1. Rooms and events come anew with the next log-in. */
  private static final List<String> TO_2 =
      List.of(
          "DROP TABLE room",
          "CREATE TABLE room (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID",
          "ALTER TABLE outbox ADD COLUMN reply INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE outbox ADD COLUMN thread INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE outbox ADD COLUMN from_room TEXT",
          "ALTER TABLE outbox ADD COLUMN from_seq INTEGER NOT NULL DEFAULT 0",
          "ALTER TABLE outbox ADD COLUMN held_until INTEGER NOT NULL DEFAULT 0",
          "CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT, version INTEGER NOT NULL)"
              + " WITHOUT ROWID",
          "CREATE TABLE kept_version ("
              + "only_one INTEGER PRIMARY KEY CHECK (only_one = 1), version INTEGER NOT NULL)",
          "INSERT INTO kept SELECT 'draft/' || room, json_object('text', text), 0 FROM draft",
          "DROP TABLE draft");

  /** From the tables of version 2: what a refusal was about, so that it is told in any language. */
  private static final String TO_3 = "ALTER TABLE outbox ADD COLUMN code TEXT";

  /** From the tables of version 3: what goes with messages. */
  private static final List<String> TO_4 =
      List.of("ALTER TABLE outbox ADD COLUMN files TEXT NOT NULL DEFAULT ''", ParcelTable.CREATE);

  /**
   * @throws CacheException when the folder cannot be written or another app has the file
   */
  static CacheFile open(Path file) {
    try {
      createPrivately(file);
      CacheFile opened = connect(file, null);
      Files.deleteIfExists(mark(file));
      return opened;
    } catch (SQLException e) {
      if (!damaged(e)) {
        throw cannotOpen(file, e);
      }
      log.warn("The cache {} is damaged and is replaced by a new one.", file, e);
      return replace(file);
    } catch (IOException e) {
      throw cannotOpen(file, e);
    }
  }

  /** Sets the damaged file aside and takes over what was not sent yet, as far as it is readable. */
  private static CacheFile replace(Path file) {
    try {
      Path aside = setAside(file);
      Files.deleteIfExists(mark(file));
      List<Outgoing> saved = readableOutbox(aside);
      String notice = Texts.of("cache.replaced", saved.size(), String.valueOf(aside.getFileName()));
      createPrivately(file);
      CacheFile fresh = connect(file, notice);
      for (Outgoing message : saved) {
        OutboxTable.put(fresh.writer, message);
      }
      return fresh;
    } catch (SQLException | IOException e) {
      throw cannotOpen(file, e);
    }
  }

  private static CacheFile connect(Path file, @Nullable String notice) throws SQLException {
    Connection writer = connection(file);
    try {
      if (Files.exists(mark(file))) {
        check(writer);
      }
      bringUpToDate(writer);
      return new CacheFile(file, writer, connection(file), notice);
    } catch (SQLException e) {
      writer.close();
      throw e;
    }
  }

  private static Connection connection(Path file) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000");
  }

  private static void check(Connection writer) throws SQLException {
    try (Statement sql = writer.createStatement();
        var found = sql.executeQuery("PRAGMA quick_check(1)")) {
      if (found.next() && !found.getString(1).equals("ok")) {
        throw new SQLException("database disk image is malformed: " + found.getString(1));
      }
    }
  }

  private static void bringUpToDate(Connection writer) throws SQLException {
    try (Statement sql = writer.createStatement()) {
      int version = sql.executeQuery("PRAGMA user_version").getInt(1);
      if (version > VERSION) {
        throw new SQLException("The file was written by a newer Parley; start that one.");
      }
      if (version < VERSION) {
        writer.setAutoCommit(false);
        for (String step : steps(version)) {
          sql.executeUpdate(step);
        }
        sql.executeUpdate("PRAGMA user_version = " + VERSION);
        writer.commit();
        writer.setAutoCommit(true);
      }
    }
  }

  private static List<String> steps(int from) {
    var steps = new ArrayList<String>();
    switch (from) {
      case 0 -> steps.addAll(TABLES);
      case 1 -> {
        steps.addAll(TO_2);
        steps.add(TO_3);
        steps.addAll(TO_4);
      }
      case 2 -> {
        steps.add(TO_3);
        steps.addAll(TO_4);
      }
      default -> steps.addAll(TO_4);
    }
    return steps;
  }

  /** What went wrong shows that the file is damaged: it will be checked when it is opened next. */
  boolean suspect(SQLException e) {
    if (!damaged(e)) {
      return false;
    }
    try {
      Files.writeString(mark(path), String.valueOf(e.getMessage()));
    } catch (IOException notMarked) {
      log.warn("{} is damaged and could not be marked so.", path, notMarked);
    }
    return true;
  }

  private static Path mark(Path file) {
    return file.resolveSibling(file.getFileName() + ".suspect");
  }

  private static boolean damaged(SQLException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("malformed")
        || message.contains("not a database")
        || message.contains("notadb")
        || message.contains("no such table")
        || message.contains("already exists");
  }

  private static Path setAside(Path file) throws IOException {
    Path aside = null;
    for (int n = 1; aside == null || Files.exists(aside); n++) {
      aside = file.resolveSibling(file.getFileName() + ".damaged-" + n);
    }
    Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    for (String part : List.of("-wal", "-shm")) {
      Path with = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(with)) {
        Files.move(with, aside.resolveSibling(aside.getFileName() + part));
      }
    }
    return aside;
  }

  private static List<Outgoing> readableOutbox(Path aside) {
    try (Connection old = connection(aside)) {
      return OutboxTable.all(old);
    } catch (SQLException e) {
      log.warn("No unsent messages could be read from {}.", aside, e);
      return List.of();
    }
  }

  /** The file holds a token and messages: nobody else on this computer may read it. */
  private static void createPrivately(Path file) throws IOException {
    if (!Files.exists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private static CacheException cannotOpen(Path file, Exception e) {
    return new CacheException(
        Texts.of(
            "cache.folder.unusable",
            String.valueOf(file.getParent()),
            String.valueOf(e.getMessage())),
        e);
  }

  void close() throws SQLException {
    reader.close();
    writer.close();
  }
}
