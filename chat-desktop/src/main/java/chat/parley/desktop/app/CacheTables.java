package chat.parley.desktop.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a cache, and how those of earlier versions become them. */
final class CacheTables {
  /** The version of the tables; kept in the file as {@code user_version}. */
  private static final int VERSION = 5;

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

  private CacheTables() {}

  /** Makes the tables, or brings those that are there up to date. */
  static void bringUpToDate(Connection writer) throws SQLException {
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
      case 3 -> steps.addAll(TO_4);
      default -> steps.addAll(ParcelTable.ADD_STAMP);
    }
    return steps;
  }
}
