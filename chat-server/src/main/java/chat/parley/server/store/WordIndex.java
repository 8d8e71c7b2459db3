package chat.parley.server.store;

import chat.parley.model.Attachment;
import chat.parley.model.SearchWords;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of words. It follows the log a little behind, so that nobody waits for it when
 * they say something; what is edited or deleted is right in it with the same commit. Committer's
 * thread only.
 */
final class WordIndex {
  /**
   * Names where the index has come to. The number stands for how {@link SearchWords} folds: another
   * way needs another index, since what is taken out must be named as it was put in.
   */
  static final String HOW_FAR = "words/2";

  static final int ROWS_AT_ONCE = 64;

  private final Statements db;
  private final LongSupplier nanos;
  private long howFar;

  WordIndex(Statements db, LongSupplier nanos) throws SQLException {
    this.db = db;
    this.nanos = nanos;
    howFar = howFar(db);
  }

  /** Up to which event the index knows all messages; 0 for none. */
  static long howFar(Statements db) throws SQLException {
    return db.first(
            "SELECT value FROM meta WHERE name = ?",
            row -> Long.parseLong(row.getString(1)),
            HOW_FAR)
        .orElse(0L);
  }

  /** What of a message can be found: its text, and its files by their names. */
  static String searchable(@Nullable String body, @Nullable String data) {
    List<Attachment> files = data == null ? List.of() : EventData.of(data).ties(0).files();
    return SearchWords.searchable(body == null ? "" : body, files);
  }

  private record Row(long key, boolean speaks, @Nullable String body, @Nullable String data) {}

  /**
   * Goes on from where it came to, for about so long.
   *
   * @return whether it may not be at the end yet
   */
  boolean follow(long nanosOfWork) throws SQLException {
    long start = nanos.getAsLong();
    long before = howFar;
    boolean more = true;
    while (more && nanos.getAsLong() - start < nanosOfWork) {
      List<Row> rows =
          db.all(
              "SELECT key, type = 'message', body, data FROM events WHERE key > ?"
                  + " ORDER BY key LIMIT "
                  + ROWS_AT_ONCE,
              row -> new Row(row.getLong(1), row.getBoolean(2), row.getString(3), row.getString(4)),
              howFar);
      for (Row row : rows) {
        if (row.speaks()) {
          put(row.key(), searchable(row.body(), row.data()));
        }
        howFar = row.key();
      }
      more = rows.size() == ROWS_AT_ONCE;
    }
    if (howFar != before) {
      db.update(
          "INSERT INTO meta (name, value) VALUES (?, ?)"
              + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          HOW_FAR,
          Long.toString(howFar));
    }
    return more;
  }

  /** A message says something else now; {@code ""} when it says nothing any more. */
  void changed(long key, String before, String now) throws SQLException {
    if (key <= howFar && !before.equals(now)) {
      if (!before.isEmpty()) {
        db.update(
            "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
            key,
            SearchWords.fold(before));
      }
      put(key, now);
    }
  }

  private void put(long key, String text) throws SQLException {
    if (!text.isEmpty()) {
      db.update("INSERT INTO words (rowid, text) VALUES (?, ?)", key, SearchWords.fold(text));
    }
  }
}
