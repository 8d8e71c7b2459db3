package chat.parley.server.store;

import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deletes what messages say when they are too old. Their rows stay, so that the log keeps its
 * count. Goes through the events in the order of their birth and remembers how far it came, so that
 * each row is looked at once. Committer's thread only.
 */
final class Expiry {
  private static final String HOW_FAR = "expired";

  private final Statements db;
  private final RoomCache rooms;
  private final StoredMessages messages;
  private final Mentioning mentioning;

  Expiry(Statements db, RoomCache rooms, StoredMessages messages, Mentioning mentioning) {
    this.db = db;
    this.rooms = rooms;
    this.messages = messages;
    this.mentioning = mentioning;
  }

  private record Row(long key, long roomKey, long seq, long at, boolean speaks) {}

  Result<Write.Expired> expire(Write.Expire write) throws SQLException {
    List<Row> rows =
        db.all(
            "SELECT key, room_key, seq, at, type = 'message' AND (body <> '' OR EXISTS (SELECT 1"
                + " FROM files f WHERE f.room_key = events.room_key AND f.seq = events.seq))"
                + " FROM events"
                + " WHERE key > ? ORDER BY key LIMIT ?",
            row ->
                new Row(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getBoolean(5)),
            howFar(),
            write.most());
    long last = 0;
    int passed = 0;
    int deleted = 0;
    var reached = new LinkedHashMap<Long, Long>();
    for (Row row : rows) {
      if (row.at() >= write.before()) {
        break;
      }
      if (row.speaks()) {
        messages.expire(row.roomKey(), row.seq());
        mentioning.forget(row.roomKey(), rooms.idOf(row.roomKey()), row.seq());
        reached.put(row.roomKey(), row.seq());
        deleted++;
      }
      last = row.key();
      passed++;
    }
    if (passed > 0) {
      forgetReported(last);
      remember(last);
    }
    var gone = new ArrayList<Event.Expired>();
    for (Map.Entry<Long, Long> room : reached.entrySet()) {
      gone.add(new Event.Expired(rooms.expire(room.getKey(), room.getValue()), room.getValue()));
    }
    return new Result.Done<>(new Write.Expired(deleted, gone, passed == write.most()));
  }

  /** What a message said stands beside its report too, though its author deleted it. */
  private void forgetReported(long last) throws SQLException {
    db.update(
        "UPDATE reports SET body = '' WHERE body <> '' AND EXISTS (SELECT 1 FROM events e"
            + " WHERE e.room_key = reports.room_key AND e.seq = reports.seq AND e.key <= ?)",
        last);
  }

  private long howFar() throws SQLException {
    return db.first(
            "SELECT value FROM meta WHERE name = ?",
            row -> Long.parseLong(row.getString(1)),
            HOW_FAR)
        .orElse(0L);
  }

  private void remember(long key) throws SQLException {
    db.update(
        "INSERT INTO meta (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        HOW_FAR,
        Long.toString(key));
  }
}
