package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read of rooms' logs; messages always as they are now. */
final class MessageQuestions {
  private static final String IN_ROOM =
      "WHERE e.room_key = (SELECT key FROM rooms WHERE id = ?) AND ";

  /** Below what a client accepts, and above what the longest texts of one page need. */
  private static final long PAGE_BYTES = 24L << 20;

  /** An id in quotes, and a comma. */
  private static final int USER_BYTES = 24;

  private MessageQuestions() {}

  static Store.Page page(Statements db, RoomId room, Command.Span span, int limit, UserId reader)
      throws SQLException {
    return switch (span) {
      case Command.Span.After after ->
          page(events(db, "e.seq > ? ORDER BY e.seq", room, after.seq(), limit, reader), limit);
      case Command.Span.Before before -> {
        Store.Page newestFirst =
            page(
                events(db, "e.seq < ? ORDER BY e.seq DESC", room, before.seq(), limit, reader),
                limit);
        yield new Store.Page(newestFirst.events().reversed(), newestFirst.more());
      }
    };
  }

  static Store.Found thread(
      Statements db, RoomId room, long root, long before, int limit, UserId reader)
      throws SQLException {
    List<Event.Message> oneMore =
        messages(
            db,
            "e.target = ? AND e.seq < ? AND e.type = 'message' ORDER BY e.seq DESC LIMIT ?",
            room,
            reader,
            root,
            before == 0 ? Long.MAX_VALUE : before,
            limit + 1);
    int fits = Math.min(limit, fitting(oneMore));
    boolean more = oneMore.size() > fits;
    return new Store.Found((more ? oneMore.subList(0, fits) : oneMore).reversed(), more);
  }

  static Store.Found withFiles(Statements db, RoomId room, long before, int limit, UserId reader)
      throws SQLException {
    List<Event.Message> oneMore =
        messages(
            db,
            "e.seq IN (SELECT DISTINCT f.seq FROM files f WHERE f.room_key = e.room_key"
                + " AND f.seq < ? ORDER BY f.seq DESC LIMIT ?) ORDER BY e.seq DESC",
            room,
            reader,
            before == 0 ? Long.MAX_VALUE : before,
            limit + 1);
    int fits = Math.min(limit, fitting(oneMore));
    boolean more = oneMore.size() > fits;
    return new Store.Found((more ? oneMore.subList(0, fits) : oneMore).reversed(), more);
  }

  static List<Event.Message> pins(Statements db, RoomId room, UserId reader) throws SQLException {
    return messages(
        db,
        "e.seq IN (SELECT p.seq FROM changes p WHERE p.room_key = e.room_key AND p.pinned > 0)"
            + " ORDER BY c.pinned DESC",
        room,
        reader);
  }

  private record Mention(long key, Event.Message message) {}

  /** Rows of all rooms lie in the order in which they were written, and their keys rise with it. */
  static Store.Mentioned mentions(Statements db, UserId reader, long before, int limit)
      throws SQLException {
    List<Mention> oneMore =
        db.all(
            "SELECT "
                + EventRow.columns("NULL")
                + ", e.key, r.id"
                + EventRow.TABLES
                + "JOIN rooms r ON r.key = e.room_key WHERE e.key IN (SELECT n.key FROM mentions x"
                + " JOIN members m ON m.room_key = x.room_key AND m.user_key = x.user_key"
                + " JOIN events n ON n.room_key = x.room_key AND n.seq = x.seq"
                + " WHERE x.user_key = (SELECT key FROM users WHERE id = ?) AND n.key < ?"
                + " ORDER BY n.key DESC LIMIT ?) ORDER BY e.key DESC",
            MessageQuestions::mention,
            reader.value(),
            before == 0 ? Long.MAX_VALUE : before,
            limit + 1);
    int fits = Math.min(limit, fitting(oneMore.stream().map(Mention::message).toList()));
    List<Mention> page = oneMore.subList(0, Math.min(fits, oneMore.size()));
    return new Store.Mentioned(
        page.stream().map(Mention::message).toList(),
        oneMore.size() > page.size() ? page.getLast().key() : 0);
  }

  /** Messages by the keys of their rows, newest first. A hundred of the longest fit a frame. */
  static List<Event.Message> byKeys(Statements db, List<Long> keys, UserId reader)
      throws SQLException {
    return db.all(
        "SELECT "
            + EventRow.columns("CASE WHEN u.id = ? THEN e.nonce END")
            + ", e.key, r.id"
            + EventRow.TABLES
            + "JOIN rooms r ON r.key = e.room_key"
            + " WHERE e.key IN (SELECT value FROM json_each(?)) ORDER BY e.key DESC",
        row -> mention(row).message(),
        reader.value(),
        keys.toString());
  }

  private static Mention mention(ResultSet row) throws SQLException {
    var room = new RoomId(row.getString(EventRow.WIDTH + 2));
    return new Mention(row.getLong(EventRow.WIDTH + 1), (Event.Message) EventRow.read(room, row));
  }

  static boolean hasMessage(Statements db, RoomId room, long seq) throws SQLException {
    return db.number(
            "SELECT count(*) FROM events e " + IN_ROOM + "e.seq = ? AND e.type = 'message'",
            room.value(),
            seq)
        > 0;
  }

  private record Row(long seq, Event.Edition edition) {}

  /** Empty when there is no such message, or it was deleted. */
  static Optional<List<Event.Edition>> editions(Statements db, RoomId room, long seq)
      throws SQLException {
    List<Row> rows =
        db.all(
            "SELECT e.seq, e.at, coalesce(c.first_body, e.body) FROM events e"
                + " LEFT JOIN changes c ON c.room_key = e.room_key AND c.seq = e.seq "
                + IN_ROOM
                + "e.seq = ? AND e.type = 'message' AND coalesce(c.deleted, 0) = 0"
                + " UNION ALL SELECT e.seq, e.at, e.body FROM events e "
                + IN_ROOM
                + "e.target = ? AND e.type = 'edited' ORDER BY 1",
            row -> new Row(row.getLong(1), new Event.Edition(row.getLong(2), row.getString(3))),
            room.value(),
            seq,
            room.value(),
            seq);
    return rows.isEmpty() || rows.getFirst().seq() != seq
        ? Optional.empty()
        : Optional.of(rows.stream().map(Row::edition).toList());
  }

  /** One more than was asked for tells whether the log goes on. */
  private static List<Event.RoomEvent> events(
      Statements db, String span, RoomId room, long seq, int limit, UserId reader)
      throws SQLException {
    return db.all(
        "SELECT "
            + EventRow.columns("CASE WHEN u.id = ? THEN e.nonce END")
            + EventRow.TABLES
            + IN_ROOM
            + span
            + " LIMIT ?",
        row -> EventRow.read(room, row),
        reader.value(),
        room.value(),
        seq,
        limit + 1);
  }

  private static List<Event.Message> messages(
      Statements db, String which, RoomId room, UserId reader, @Nullable Object... values)
      throws SQLException {
    var all = new Object[values.length + 2];
    all[0] = reader.value();
    all[1] = room.value();
    System.arraycopy(values, 0, all, 2, values.length);
    return db.all(
        "SELECT "
            + EventRow.columns("CASE WHEN u.id = ? THEN e.nonce END")
            + EventRow.TABLES
            + IN_ROOM
            + which,
        row -> (Event.Message) EventRow.read(room, row),
        all);
  }

  private static Store.Page page(List<Event.RoomEvent> oneMore, int limit) {
    int fits = Math.min(limit, fitting(oneMore));
    boolean more = oneMore.size() > fits;
    return new Store.Page(more ? oneMore.subList(0, fits) : oneMore, more);
  }

  /** How many of them go into one frame, at least one: messages may carry many reactions. */
  private static int fitting(List<? extends Event.RoomEvent> events) {
    long bytes = 0;
    int fits = 0;
    for (Event.RoomEvent event : events) {
      bytes += atMostBytes(event);
      if (fits > 0 && bytes > PAGE_BYTES) {
        break;
      }
      fits++;
    }
    return fits;
  }

  private static long atMostBytes(Event.RoomEvent event) {
    return switch (event) {
      case Event.Message message ->
          3L * message.body().length()
              + message.changes().reactions().stream()
                  .mapToLong(reaction -> (long) USER_BYTES * reaction.by().size())
                  .sum();
      case Event.Edited edited -> 3L * edited.body().length();
      case Event.Deleted _,
          Event.Reacted _,
          Event.Pinned _,
          Event.JoinedRoom _,
          Event.LeftRoom _,
          Event.RoomChanged _,
          Event.RankChanged _,
          Event.Renamed _,
          Event.Unrecognized _ ->
          0;
    };
  }
}
