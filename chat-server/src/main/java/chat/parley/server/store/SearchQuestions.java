package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages by their words. The index gives candidates, and what is newer than it, or too
 * short for it, is read through; either way it is the message as it is now that decides. Only rooms
 * that the reader is a member of at this moment are looked at, in the same statement.
 */
final class SearchQuestions {
  /** The index knows pieces of this many letters. */
  private static final int PIECE = 3;

  /** Pieces beyond these narrow no further. */
  private static final int MOST_PIECES = 48;

  /** How many events are read through for one page, and how many candidates are looked at. */
  private static final long READ_THROUGH = 50_000;

  private static final long READ_AT_ONCE = 2_000;

  private static final int CANDIDATES = 2_000;

  private final Statements db;
  private final UserId reader;
  private final SearchWords words;
  private final Command.Narrow narrow;
  private final int limit;

  private SearchQuestions(
      Statements db, UserId reader, SearchWords words, Command.Narrow narrow, int limit) {
    this.db = db;
    this.reader = reader;
    this.words = words;
    this.narrow = narrow;
    this.limit = limit;
  }

  /** The newest that fit, before the event of that key; 0 for all. */
  static Store.Hits search(
      Statements db,
      UserId reader,
      SearchWords words,
      Command.Narrow narrow,
      long before,
      int limit)
      throws SQLException {
    return new SearchQuestions(db, reader, words, narrow, limit).search(before);
  }

  private record Candidate(long key, String text) {}

  /**
   * @param keys of messages that fit, newest first
   * @param next where it goes on; 0 at the end
   */
  private record Page(List<Long> keys, long next) {}

  private Store.Hits search(long before) throws SQLException {
    String pieces = pieces();
    long indexed = pieces.isEmpty() ? 0 : WordIndex.howFar(db);
    long last = db.first("SELECT max(key) FROM events", row -> row.getLong(1)).orElse(0L);
    long end = before == 0 ? last + 1 : Math.min(before, last + 1);
    var keys = new ArrayList<Long>();
    long next = end;
    long floor = Math.max(indexed + 1, end - READ_THROUGH);
    while (next > floor && keys.size() < limit) {
      long from = Math.max(floor, next - READ_AT_ONCE);
      Page newer = fitting(readThrough(from, next), limit - keys.size());
      keys.addAll(newer.keys());
      next = newer.next() != 0 ? newer.next() : from;
    }
    if (next > 1 && next <= indexed + 1 && keys.size() < limit) {
      List<Candidate> candidates = candidates(pieces, next);
      Page older = fitting(candidates, limit - keys.size());
      keys.addAll(older.keys());
      boolean all = older.next() == 0 && candidates.size() < CANDIDATES;
      next = all ? 0 : older.next() != 0 ? older.next() : candidates.getLast().key();
    }
    return new Store.Hits(MessageQuestions.byKeys(db, keys, reader), next <= 1 ? 0 : next);
  }

  /** Those that have the words; it goes on behind the last one when there are more than enough. */
  private Page fitting(List<Candidate> candidates, int most) {
    var keys = new ArrayList<Long>();
    for (Candidate candidate : candidates) {
      if (!candidate.text().isEmpty() && words.areIn(candidate.text())) {
        if (keys.size() == most) {
          return new Page(keys, keys.getLast());
        }
        keys.add(candidate.key());
      }
    }
    return new Page(keys, 0);
  }

  private List<Candidate> readThrough(long from, long end) throws SQLException {
    var values = new ArrayList<@Nullable Object>(List.of(from, end));
    String sql =
        "SELECT e.key, e.body, e.data FROM events e"
            + " WHERE e.key >= ? AND e.key < ? AND e.type = 'message'"
            + filters(values)
            + " ORDER BY e.key DESC";
    return db.all(
        sql,
        row -> candidate(row.getLong(1), row.getString(2), row.getString(3)),
        values.toArray());
  }

  private List<Candidate> candidates(String pieces, long end) throws SQLException {
    var values = new ArrayList<@Nullable Object>(List.of(pieces, end));
    String sql =
        "SELECT e.key, e.body, e.data FROM words w CROSS JOIN events e ON e.key = w.rowid"
            + " WHERE words MATCH ? AND w.rowid < ?"
            + filters(values)
            + " ORDER BY w.rowid DESC LIMIT "
            + CANDIDATES;
    return db.all(
        sql,
        row -> candidate(row.getLong(1), row.getString(2), row.getString(3)),
        values.toArray());
  }

  private static Candidate candidate(long key, @Nullable String body, @Nullable String data) {
    return new Candidate(key, WordIndex.searchable(body, data));
  }

  /** The plus keeps the database from going by an index of rooms instead of by keys. */
  private String filters(Collection<@Nullable Object> values) {
    var sql =
        new StringBuilder(
            " AND EXISTS (SELECT 1 FROM members m WHERE m.room_key = e.room_key"
                + " AND m.user_key = (SELECT key FROM users WHERE id = ?))");
    values.add(reader.value());
    RoomId room = narrow.room();
    if (room != null) {
      sql.append(" AND +e.room_key = (SELECT key FROM rooms WHERE id = ?)");
      values.add(room.value());
    }
    UserId from = narrow.from();
    if (from != null) {
      sql.append(" AND e.user_key = (SELECT key FROM users WHERE id = ?)");
      values.add(from.value());
    }
    if (narrow.since() != 0) {
      sql.append(" AND e.at >= ?");
      values.add(narrow.since());
    }
    if (narrow.until() != 0) {
      sql.append(" AND e.at < ?");
      values.add(narrow.until());
    }
    if (narrow.files()) {
      sql.append(
          " AND EXISTS (SELECT 1 FROM files f WHERE f.room_key = e.room_key AND f.seq = e.seq)");
    }
    return sql.toString();
  }

  /** What the index is asked for; empty when all words are too short for it. */
  private String pieces() {
    Set<String> pieces = new LinkedHashSet<>();
    for (String word : words.words()) {
      int[] letters = word.codePoints().toArray();
      for (int i = 0; i + PIECE <= letters.length && pieces.size() < MOST_PIECES; i++) {
        pieces.add('"' + new String(letters, i, PIECE) + '"');
      }
    }
    return String.join(" AND ", pieces);
  }
}
