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
 *
 * <p>Where a page ends, and where the next one goes on, depends on the messages of these rooms
 * alone: counted over all rooms it would tell how much is written in the others.
 */
final class SearchQuestions {
  /** The index knows pieces of this many letters. */
  private static final int PIECE = 3;

  /** Pieces beyond these narrow no further. */
  private static final int MOST_PIECES = 48;

  /** How many of the reader's messages are read through for one page. */
  private static final int READ_THROUGH = 50_000;

  /** How many keys are read through at once, to begin with; more where few are the reader's. */
  private static final long READ_AT_ONCE = 2_000;

  private static final int FEW = 500;

  /** How many candidates are looked at for one page. */
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

  /**
   * @param text empty for a message that is not meant
   */
  private record Candidate(long key, String text) {}

  private Store.Hits search(long before) throws SQLException {
    String pieces = pieces();
    long indexed = pieces.isEmpty() ? 0 : WordIndex.howFar(db);
    var hits = new ArrayList<Long>();
    long next = readThrough(hits, indexed + 1, before == 0 ? Long.MAX_VALUE : before);
    if (next == 0 && indexed > 0) {
      long end = Math.min(before == 0 ? Long.MAX_VALUE : before, indexed + 1);
      List<Candidate> candidates = candidates(pieces, end);
      boolean more = take(hits, candidates);
      next = more ? hits.getLast() : candidates.size() < CANDIDATES ? 0 : last(candidates);
    }
    return new Store.Hits(MessageQuestions.byKeys(db, hits, reader), next);
  }

  /**
   * Takes those of the reader's messages that fit, from behind.
   *
   * @return the key of the message to go on before; 0 when all down to the floor were looked at
   */
  private long readThrough(List<Long> hits, long floor, long before) throws SQLException {
    long next = newestBefore(before) + 1;
    long atOnce = READ_AT_ONCE;
    int looked = 0;
    while (next > floor) {
      long from = Math.max(floor, next - atOnce);
      List<Candidate> newer = between(from, next);
      int left = READ_THROUGH - looked;
      boolean enough = newer.size() >= left;
      List<Candidate> within = enough ? newer.subList(0, left) : newer;
      if (take(hits, within)) {
        return hits.getLast();
      }
      if (enough) {
        return last(within);
      }
      looked += newer.size();
      atOnce = newer.size() < FEW ? 2 * atOnce : Math.max(READ_AT_ONCE, atOnce / 2);
      next = from;
    }
    return 0;
  }

  private static long last(List<Candidate> candidates) {
    return candidates.getLast().key();
  }

  /**
   * Takes those that have the words, as many as a page holds.
   *
   * @return whether there are more than that
   */
  private boolean take(List<Long> hits, List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (!candidate.text().isEmpty() && words.areIn(candidate.text())) {
        if (hits.size() == limit) {
          return true;
        }
        hits.add(candidate.key());
      }
    }
    return false;
  }

  /** The key of the newest message of the reader's rooms before that one; 0 for none. */
  private long newestBefore(long before) throws SQLException {
    return db.number(
        "SELECT coalesce(max((SELECT max(e.key) FROM events e INDEXED BY messages_by_room"
            + " WHERE e.room_key = m.room_key AND e.type = 'message' AND e.key < ?)), 0)"
            + " FROM members m WHERE m.user_key = (SELECT key FROM users WHERE id = ?)",
        before,
        reader.value());
  }

  /** All messages of the reader's rooms there, newest first. */
  private List<Candidate> between(long from, long end) throws SQLException {
    var values = new ArrayList<@Nullable Object>();
    String fits = "TRUE" + narrowed(values);
    values.addAll(List.of(reader.value(), from, end));
    String sql =
        "SELECT key, iif(fits, body, NULL), iif(fits, data, NULL) FROM (SELECT e.key, e.body,"
            + " e.data, "
            + fits
            + " AS fits FROM members m CROSS JOIN events e INDEXED BY messages_by_room"
            + " ON e.room_key = m.room_key WHERE m.user_key = (SELECT key FROM users WHERE id = ?)"
            + " AND e.type = 'message' AND e.key >= ? AND e.key < ?) ORDER BY key DESC";
    return db.all(
        sql,
        row -> candidate(row.getLong(1), row.getString(2), row.getString(3)),
        values.toArray());
  }

  private List<Candidate> candidates(String pieces, long end) throws SQLException {
    var values = new ArrayList<@Nullable Object>(List.of(pieces, end, reader.value()));
    String sql =
        "SELECT e.key, e.body, e.data FROM words w CROSS JOIN events e ON e.key = w.rowid"
            + " WHERE words MATCH ? AND w.rowid < ?"
            + " AND EXISTS (SELECT 1 FROM members m WHERE m.room_key = e.room_key"
            + " AND m.user_key = (SELECT key FROM users WHERE id = ?))"
            + narrowed(values)
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
  private String narrowed(Collection<@Nullable Object> values) {
    var sql = new StringBuilder();
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
