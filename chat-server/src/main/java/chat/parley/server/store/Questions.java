package chat.parley.server.store;

import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read of people and rooms. */
final class Questions {
  private static final String PERSON =
      "u.id, u.name, u.role, u.says_emoji, u.says_text, u.says_until";

  /** Whether somebody (m) lets others know how far they have read. */
  private static final String TELLS =
      "NOT EXISTS (SELECT 1 FROM kept k WHERE k.user_key = m.user_key"
          + " AND k.name = 'receipts' AND k.value = 'off')";

  private Questions() {}

  static List<RoomState> roomsOf(Statements db, UserId user) throws SQLException {
    List<RoomState> rooms =
        db.all(
            "SELECT r.head, m.read_seq, r.messages - m.read_messages - m.own_unread,"
                + " (SELECT count(*) FROM mentions x WHERE x.user_key = m.user_key"
                + " AND x.room_key = m.room_key AND x.seq > m.read_seq), m.rank, "
                + RoomRow.COLUMNS
                + ", coalesce(s.muted_until, 0), r.expired_seq"
                + " FROM members m JOIN rooms r ON r.key = m.room_key"
                + " LEFT JOIN restraints s ON s.room_key = m.room_key AND s.user_key = m.user_key"
                + " WHERE m.user_key = (SELECT key FROM users WHERE id = ?)"
                + " ORDER BY lower(r.name), r.id",
            row ->
                new RoomState(
                    RoomRow.read(row, 6),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    Rank.valueOf(row.getString(5)),
                    List.of(),
                    row.getLong(6 + RoomRow.WIDTH),
                    row.getLong(7 + RoomRow.WIDTH)),
            user.value());
    boolean noneDirect = rooms.stream().noneMatch(Questions::isDirect);
    return noneDirect ? rooms : withPeople(rooms, othersInDirectRooms(db, user));
  }

  private static boolean isDirect(RoomState state) {
    return state.room().kind() == RoomKind.DIRECT;
  }

  private static List<RoomState> withPeople(List<RoomState> rooms, Map<RoomId, List<User>> others) {
    return rooms.stream()
        .map(
            state ->
                new RoomState(
                    state.room(),
                    state.head(),
                    state.read(),
                    state.unread(),
                    state.mentions(),
                    state.rank(),
                    others.getOrDefault(state.room().id(), List.of()),
                    state.mutedUntil(),
                    state.expired()))
        .toList();
  }

  private record Other(RoomId room, User user) {}

  /** They never change, so it does no harm that this is asked a moment later. */
  private static Map<RoomId, List<User>> othersInDirectRooms(Statements db, UserId user)
      throws SQLException {
    var others = new HashMap<RoomId, List<User>>();
    db.all(
            "SELECT r.id, u.id, u.name, u.role FROM members m JOIN rooms r ON r.key = m.room_key"
                + " JOIN members o ON o.room_key = m.room_key AND o.user_key <> m.user_key"
                + " JOIN users u ON u.key = o.user_key"
                + " WHERE m.user_key = (SELECT key FROM users WHERE id = ?)"
                + " AND r.kind = 'DIRECT' ORDER BY lower(u.name), u.id",
            row -> new Other(new RoomId(row.getString(1)), user(row, 2)),
            user.value())
        .forEach(
            other ->
                others.computeIfAbsent(other.room(), _ -> new ArrayList<>()).add(other.user()));
    return others;
  }

  static List<RoomListing> directory(Statements db, UserId reader) throws SQLException {
    return db.all(
        "SELECT r.members, CASE WHEN m.user_key IS NULL THEN 0 ELSE 1 END, "
            + RoomRow.COLUMNS
            + " FROM rooms r LEFT JOIN members m ON m.room_key = r.key"
            + " AND m.user_key = (SELECT key FROM users WHERE id = ?)"
            + " WHERE r.kind = 'PUBLIC' OR r.kind = 'PRIVATE' AND m.user_key IS NOT NULL"
            + " ORDER BY r.members DESC, lower(r.name), r.id",
        row -> new RoomListing(RoomRow.read(row, 3), row.getInt(1), row.getInt(2) == 1),
        reader.value());
  }

  static List<Member> membersOf(Statements db, RoomId room, UserId reader) throws SQLException {
    boolean told =
        db.number(
                "SELECT count(*) FROM kept WHERE name = 'receipts' AND value = 'off'"
                    + " AND user_key = (SELECT key FROM users WHERE id = ?)",
                reader.value())
            == 0;
    return db.all(
        "SELECT "
            + PERSON
            + ", m.rank, CASE WHEN "
            + TELLS
            + " THEN m.read_seq ELSE 0 END, CASE WHEN "
            + TELLS
            + " THEN m.got_seq ELSE 0 END, coalesce(s.muted_until, 0)"
            + " FROM members m JOIN users u ON u.key = m.user_key"
            + " LEFT JOIN restraints s ON s.room_key = m.room_key AND s.user_key = m.user_key"
            + " WHERE m.room_key = (SELECT key FROM rooms WHERE id = ?)"
            + " ORDER BY lower(u.name), u.id",
        row ->
            new Member(
                user(row, 1),
                Presence.OFFLINE,
                Rank.valueOf(row.getString(7)),
                status(row, 4),
                told ? row.getLong(8) : 0,
                told ? Math.max(row.getLong(8), row.getLong(9)) : 0,
                row.getLong(10)),
        room.value());
  }

  static Store.Crowd people(Statements db, String query, int limit) throws SQLException {
    String part = query.toLowerCase(Locale.ROOT);
    // The database folds the case of ASCII letters only.
    List<Member> found =
        db
            .all(
                "SELECT " + PERSON + " FROM users u ORDER BY lower(u.name), u.id",
                row ->
                    new Member(user(row, 1), Presence.OFFLINE, Rank.MEMBER, status(row, 4), 0, 0))
            .stream()
            .filter(member -> member.user().name().toLowerCase(Locale.ROOT).contains(part))
            .limit(limit + 1L)
            .toList();
    boolean more = found.size() > limit;
    return new Store.Crowd(more ? found.subList(0, limit) : found, more);
  }

  static Optional<Status> statusOf(Statements db, UserId user) throws SQLException {
    return db.first(
            "SELECT " + PERSON + " FROM users u WHERE u.id = ?",
            row -> Optional.ofNullable(status(row, 4)),
            user.value())
        .flatMap(status -> status);
  }

  static List<Kept> kept(Statements db, UserId user, long after, int limit) throws SQLException {
    return db.all(
        "SELECT name, value, version FROM kept"
            + " WHERE user_key = (SELECT key FROM users WHERE id = ?) AND version > ?"
            + " ORDER BY version LIMIT ?",
        row -> new Kept(row.getString(1), row.getString(2), row.getLong(3)),
        user.value(),
        after,
        limit);
  }

  private static User user(ResultSet row, int first) throws SQLException {
    return new User(
        new UserId(row.getString(first)),
        row.getString(first + 1),
        Role.valueOf(row.getString(first + 2)));
  }

  private static @Nullable Status status(ResultSet row, int first) throws SQLException {
    String emoji = row.getString(first);
    String text = row.getString(first + 1);
    return emoji.isEmpty() && text.isEmpty()
        ? null
        : new Status(emoji, text, row.getLong(first + 2));
  }
}
