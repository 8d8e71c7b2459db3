package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is read: each question is one statement, and so sees one moment. */
final class Questions {
  private Questions() {}

  static Optional<Write.Login> login(Statements db, String tokenHash) throws SQLException {
    return db.first(
        "SELECT u.id, u.name, u.role, d.id FROM devices d JOIN users u ON u.key = d.user_key"
            + " WHERE d.token_hash = ?",
        row -> new Write.Login(user(row), new DeviceId(row.getString(4))),
        tokenHash);
  }

  static List<RoomState> roomsOf(Statements db, UserId user) throws SQLException {
    return db.all(
        "SELECT r.id, r.name, r.kind, r.topic, r.head, m.read_seq, r.messages - m.read_messages,"
            + " (SELECT count(*) FROM mentions x WHERE x.user_key = m.user_key"
            + " AND x.room_key = m.room_key AND x.seq > m.read_seq)"
            + " FROM members m JOIN rooms r ON r.key = m.room_key"
            + " WHERE m.user_key = (SELECT key FROM users WHERE id = ?)"
            + " ORDER BY lower(r.name), r.id",
        row ->
            new RoomState(
                room(row), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)),
        user.value());
  }

  static List<RoomListing> directory(Statements db, UserId reader) throws SQLException {
    return db.all(
        "SELECT r.id, r.name, r.kind, r.topic, r.members,"
            + " CASE WHEN m.user_key IS NULL THEN 0 ELSE 1 END"
            + " FROM rooms r LEFT JOIN members m ON m.room_key = r.key"
            + " AND m.user_key = (SELECT key FROM users WHERE id = ?)"
            + " WHERE r.kind = 'PUBLIC' OR m.user_key IS NOT NULL"
            + " ORDER BY r.members DESC, lower(r.name), r.id",
        row -> new RoomListing(room(row), row.getInt(5), row.getInt(6) == 1),
        reader.value());
  }

  static List<User> membersOf(Statements db, RoomId room) throws SQLException {
    return db.all(
        "SELECT u.id, u.name, u.role FROM members m JOIN users u ON u.key = m.user_key"
            + " WHERE m.room_key = (SELECT key FROM rooms WHERE id = ?)"
            + " ORDER BY lower(u.name), u.id",
        Questions::user,
        room.value());
  }

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

  /** One more than was asked for tells whether the log goes on. */
  private static List<Event.RoomEvent> events(
      Statements db, String span, RoomId room, long seq, int limit, UserId reader)
      throws SQLException {
    return db.all(
        "SELECT "
            + EventRow.columns("CASE WHEN u.id = ? THEN e.nonce END")
            + " FROM events e JOIN users u ON u.key = e.user_key"
            + " WHERE e.room_key = (SELECT key FROM rooms WHERE id = ?) AND "
            + span
            + " LIMIT ?",
        row -> EventRow.read(room, row),
        reader.value(),
        room.value(),
        seq,
        limit + 1);
  }

  private static Store.Page page(List<Event.RoomEvent> oneMore, int limit) {
    boolean more = oneMore.size() > limit;
    return new Store.Page(more ? oneMore.subList(0, limit) : oneMore, more);
  }

  private static Room room(ResultSet row) throws SQLException {
    return new Room(
        new RoomId(row.getString(1)),
        row.getString(2),
        RoomKind.valueOf(row.getString(3)),
        row.getString(4));
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(new UserId(row.getString(1)), row.getString(2), Role.valueOf(row.getString(3)));
  }
}
