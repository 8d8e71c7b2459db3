package chat.parley.desktop.app;

import chat.parley.model.Attachment;
import chat.parley.model.RoomId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import chat.parley.protocol.Malformed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of the kept parts of rooms' logs. Events are kept as the wire says them. */
final class EventTable {
  private static final int EXPIRED_AT_ONCE = 500;

  private EventTable() {}

  /** Events that are there already are left as they are. */
  static void add(Connection db, RoomId room, List<Event.RoomEvent> events) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement("INSERT OR IGNORE INTO event (room, seq, json) VALUES (?, ?, ?)")) {
      for (Event.RoomEvent event : events) {
        sql.setString(1, room.value());
        sql.setLong(2, event.seq());
        sql.setString(3, Codec.encode(event));
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  /**
   * Changes the kept messages that these events are about; others are loaded changed.
   *
   * @return the files that went with messages that are deleted now
   */
  static List<Attachment> fold(Connection db, RoomId room, List<Event.RoomEvent> events)
      throws SQLException {
    var gone = new ArrayList<Attachment>();
    var changed = new LinkedHashMap<Long, Event.Message>();
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.Renamed renamed) {
        rename(db, renamed);
      }
      if (event instanceof Event.Deleted deleted) {
        wipeEdits(db, deleted);
      }
      long target = Fold.targetOf(event);
      if (target == 0) {
        continue;
      }
      Event.Message before = changed.get(target);
      if (before == null) {
        before = message(db, room, target);
      }
      if (before != null) {
        Event.Message after = Fold.after(before, event);
        gone.addAll(gone(before, after));
        changed.put(target, after);
      }
    }
    replace(db, changed.values());
    return gone;
  }

  private static List<Attachment> gone(Event.RoomEvent before, Event.RoomEvent after) {
    if (!(before instanceof Event.Message had) || had.ties().files().isEmpty()) {
      return List.of();
    }
    var gone = new ArrayList<>(had.ties().files());
    if (after instanceof Event.Message has) {
      gone.removeAll(has.ties().files());
    }
    return gone;
  }

  /** Does to all that is kept of a room what {@link Fold} does to one event. */
  private static void rename(Connection db, Event.Renamed renamed) throws SQLException {
    String withNamesOfToday =
        """
        UPDATE event SET json = json_set(json, '$.name', ?)
        WHERE room = ? AND seq < ? AND json_extract(json, '$.from') = ?
        AND json_extract(json, '$.type') NOT IN ('room_changed', 'rank_changed', 'renamed')
        """;
    try (PreparedStatement sql = db.prepareStatement(withNamesOfToday)) {
      sql.setString(1, renamed.name());
      sql.setString(2, renamed.room().value());
      sql.setLong(3, renamed.seq());
      sql.setString(4, renamed.from().value());
      sql.executeUpdate();
    }
  }

  /** What a message said before it was deleted is not kept either. */
  private static void wipeEdits(Connection db, Event.Deleted deleted) throws SQLException {
    String ofThatMessage =
        """
        SELECT json FROM event WHERE room = ? AND seq > ?
        AND json_extract(json, '$.type') = 'edited' AND json_extract(json, '$.target') = ?
        """;
    var wiped = new ArrayList<Event.RoomEvent>();
    for (Event.RoomEvent event :
        page(db, ofThatMessage, deleted.room(), deleted.target(), deleted.target())) {
      wiped.add(Fold.wiped(event, deleted));
    }
    replace(db, wiped);
  }

  /**
   * Messages are gone because of their age.
   *
   * @param known up to which seq that was done before
   * @param upTo up to which seq they are
   * @return the files that went with them
   */
  static List<Attachment> expire(Connection db, RoomId room, long known, long upTo)
      throws SQLException {
    // Those of their edits that came later say what they said, too.
    String whatSpeaks =
        """
        SELECT json FROM event WHERE room = ? AND seq > ? AND (seq <= ?
        OR json_extract(json, '$.type') = 'edited' AND json_extract(json, '$.target') <= ?3)
        ORDER BY seq LIMIT ?
        """;
    var gone = new ArrayList<Attachment>();
    long after = known;
    List<Event.RoomEvent> some;
    do {
      some = page(db, whatSpeaks, room, after, upTo, EXPIRED_AT_ONCE);
      var left = new ArrayList<Event.RoomEvent>();
      for (Event.RoomEvent event : some) {
        Event.RoomEvent now = Fold.expired(event, upTo);
        if (!now.equals(event)) {
          gone.addAll(gone(event, now));
          left.add(now);
        }
        after = event.seq();
      }
      replace(db, left);
    } while (some.size() == EXPIRED_AT_ONCE);
    return gone;
  }

  private static void replace(Connection db, Collection<? extends Event.RoomEvent> events)
      throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement("UPDATE event SET json = ? WHERE room = ? AND seq = ?")) {
      for (Event.RoomEvent event : events) {
        sql.setString(1, Codec.encode(event));
        sql.setString(2, event.room().value());
        sql.setLong(3, event.seq());
        sql.addBatch();
      }
      sql.executeBatch();
    }
  }

  private static Event.@Nullable Message message(Connection db, RoomId room, long seq)
      throws SQLException {
    List<Event.RoomEvent> found =
        page(db, "SELECT json FROM event WHERE room = ? AND seq = ? LIMIT ?", room, seq, 1);
    return !found.isEmpty() && found.getFirst() instanceof Event.Message message ? message : null;
  }

  static List<Event.RoomEvent> before(Connection db, RoomId room, long seq, int limit)
      throws SQLException {
    String newestFirst =
        "SELECT json FROM event WHERE room = ? AND seq < ? ORDER BY seq DESC LIMIT ?";
    return page(db, newestFirst, room, seq, limit).reversed();
  }

  static List<Event.RoomEvent> after(Connection db, RoomId room, long seq, int limit)
      throws SQLException {
    return page(
        db,
        "SELECT json FROM event WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?",
        room,
        seq,
        limit);
  }

  /** The last seq kept of each room. */
  static Map<RoomId, Long> cursors(Connection db) throws SQLException {
    var cursors = new HashMap<RoomId, Long>();
    // One step down the index for each room, however many events it has.
    String lasts =
        """
        WITH RECURSIVE kept(room) AS (
          SELECT min(room) FROM event
          UNION ALL
          SELECT (SELECT min(room) FROM event WHERE room > kept.room)
          FROM kept WHERE kept.room IS NOT NULL)
        SELECT room, (SELECT max(seq) FROM event WHERE event.room = kept.room)
        FROM kept WHERE room IS NOT NULL
        """;
    try (PreparedStatement sql = db.prepareStatement(lasts);
        ResultSet row = sql.executeQuery()) {
      while (row.next()) {
        cursors.put(new RoomId(row.getString(1)), row.getLong(2));
      }
    }
    return cursors;
  }

  /** The first and the last seq kept of a room; empty when nothing is. */
  static List<Long> range(Connection db, RoomId room) throws SQLException {
    try (PreparedStatement sql =
        db.prepareStatement(
            "SELECT (SELECT min(seq) FROM event WHERE room = ?1),"
                + " (SELECT max(seq) FROM event WHERE room = ?1)")) {
      sql.setString(1, room.value());
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        long first = row.getLong(1);
        return row.wasNull() ? List.of() : List.of(first, row.getLong(2));
      }
    }
  }

  static void forget(Connection db, RoomId room) throws SQLException {
    try (PreparedStatement sql = db.prepareStatement("DELETE FROM event WHERE room = ?")) {
      sql.setString(1, room.value());
      sql.executeUpdate();
    }
  }

  private static List<Event.RoomEvent> page(
      Connection db, String query, RoomId room, long... numbers) throws SQLException {
    var events = new ArrayList<Event.RoomEvent>();
    try (PreparedStatement sql = db.prepareStatement(query)) {
      sql.setString(1, room.value());
      for (int i = 0; i < numbers.length; i++) {
        sql.setLong(i + 2, numbers[i]);
      }
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          events.add(event(row.getString(1)));
        }
      }
    }
    return events;
  }

  static Event.RoomEvent event(String json) throws SQLException {
    try {
      if (Codec.decodeEvent(json).orElse(null) instanceof Event.RoomEvent event) {
        return event;
      }
      throw new SQLException("A kept event is not an event of a room.");
    } catch (Malformed e) {
      throw new SQLException("A kept event cannot be read: " + e.getMessage(), e);
    }
  }
}
