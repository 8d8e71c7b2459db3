package chat.parley.server.store;

import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rooms the committer has worked on, and which of their numbers are not yet in the database. It
 * may be believed because nobody else writes. Committer's thread only.
 */
final class RoomCache {
  /** What may be kept from one batch to the next, so that memory stays bounded. */
  private static final int MEMBERS_KEPT = 100_000;

  private static final int ROOMS_KEPT = 10_000;

  private final Statements db;
  private final Map<RoomId, RoomEntry> rooms = new HashMap<>();
  private int membersKept;
  private final Set<RoomEntry> changedRooms = new LinkedHashSet<>();
  private final Map<Membership, RoomEntry> changedMarks = new LinkedHashMap<>();

  RoomCache(Statements db) {
    this.db = db;
  }

  Optional<RoomEntry> find(RoomId id) throws SQLException {
    RoomEntry known = rooms.get(id);
    return known == null ? load(id) : Optional.of(known);
  }

  RoomEntry get(RoomId id) throws SQLException, Refused {
    return find(id).orElseThrow(() -> new Refused(Refusals.noSuchRoom()));
  }

  Optional<RoomEntry> findByName(String nameKey) throws SQLException {
    Optional<RoomId> id =
        db.first(
            "SELECT id FROM rooms WHERE name_key = ?",
            row -> new RoomId(row.getString(1)),
            nameKey);
    return id.isPresent() ? find(id.get()) : Optional.empty();
  }

  Optional<RoomEntry> findDirect(String directKey) throws SQLException {
    Optional<RoomId> id =
        db.first(
            "SELECT id FROM rooms WHERE direct_key = ?",
            row -> new RoomId(row.getString(1)),
            directKey);
    return id.isPresent() ? find(id.get()) : Optional.empty();
  }

  /**
   * A new room with an empty log and nobody in it.
   *
   * @param nameKey null when the name need not be the only one
   * @param directKey null unless it is a direct room
   */
  RoomEntry create(Room room, @Nullable String nameKey, @Nullable String directKey, long at)
      throws SQLException {
    long key =
        db.number(
            "INSERT INTO rooms (id, name, name_key, kind, topic, description, posting, archived,"
                + " direct_key, head, messages, members, created_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?) RETURNING key",
            room.id().value(),
            room.name(),
            nameKey,
            room.kind().name(),
            room.topic(),
            room.description(),
            room.posting().name(),
            room.archived() ? 1 : 0,
            directKey,
            at);
    var entry = new RoomEntry(key, room, 0, 0, 0);
    rooms.put(room.id(), entry);
    return entry;
  }

  /** Another name, topic and so on for a room; its id and kind stay. */
  void change(RoomEntry entry, Room now) throws SQLException {
    db.update(
        "UPDATE rooms SET name = ?, topic = ?, description = ?, posting = ?,"
            + " archived = ?, slow_seconds = ? WHERE key = ?",
        now.name(),
        now.topic(),
        now.description(),
        now.posting().name(),
        now.archived() ? 1 : 0,
        now.slowSeconds(),
        entry.key);
    entry.become(now);
  }

  void rekey(RoomEntry room, @Nullable String nameKey) throws SQLException {
    db.update("UPDATE rooms SET name_key = ? WHERE key = ?", nameKey, room.key);
  }

  /** Messages up to that seq are gone because of their age. */
  RoomId expire(long roomKey, long seq) throws SQLException {
    RoomId id =
        db.first(
                "UPDATE rooms SET expired_seq = ? WHERE key = ? RETURNING id",
                row -> new RoomId(row.getString(1)),
                seq,
                roomKey)
            .orElseThrow();
    RoomEntry known = rooms.get(id);
    if (known != null) {
      known.expire(seq);
    }
    return id;
  }

  RoomId idOf(long roomKey) throws SQLException {
    return db.first(
            "SELECT id FROM rooms WHERE key = ?", row -> new RoomId(row.getString(1)), roomKey)
        .orElseThrow();
  }

  void changed(RoomEntry room) {
    changedRooms.add(room);
  }

  void changed(RoomEntry room, Membership mark) {
    changedMarks.put(mark, room);
  }

  /** What outlives somebody's leaving, so that it does not help to come in again. */
  private record Restraint(long mutedUntil, boolean reader) {
    static final Restraint NONE = new Restraint(0, false);
  }

  /** A new member, who has read all there is. */
  void enter(RoomEntry room, People.Person person, Rank rank, long at) throws SQLException {
    Restraint restraint =
        db.first(
                "SELECT muted_until, reader FROM restraints WHERE room_key = ? AND user_key = ?",
                row -> new Restraint(row.getLong(1), row.getBoolean(2)),
                room.key,
                person.key())
            .orElse(Restraint.NONE);
    Rank given = rank == Rank.MEMBER && restraint.reader() ? Rank.READER : rank;
    var member =
        new Membership(
            person, given, room.head(), room.messages(), 0, room.head(), restraint.mutedUntil());
    db.update(
        "INSERT INTO members"
            + " (room_key, user_key, joined_at, rank, read_seq, read_messages, got_seq)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        room.key,
        person.key(),
        at,
        given.name(),
        member.readSeq(),
        member.readMessages(),
        member.gotSeq());
    add(room, member);
    changed(room);
  }

  void exit(RoomEntry room, Membership member) throws SQLException {
    db.update("DELETE FROM members WHERE room_key = ? AND user_key = ?", room.key, member.userKey);
    room.remove(member);
    changedMarks.remove(member);
    membersKept--;
    changed(room);
  }

  void rank(RoomEntry room, Membership member, Rank rank) throws SQLException {
    db.update(
        "UPDATE members SET rank = ? WHERE room_key = ? AND user_key = ?",
        rank.name(),
        room.key,
        member.userKey);
    if (rank == Rank.READER || member.rank() == Rank.READER) {
      db.update(
          "INSERT INTO restraints (room_key, user_key, reader) VALUES (?, ?, ?)"
              + " ON CONFLICT (room_key, user_key) DO UPDATE SET reader = excluded.reader",
          room.key,
          member.userKey,
          rank == Rank.READER ? 1 : 0);
    }
    room.rank(member, rank);
  }

  /** Writes each changed number once, however often the batch changed it. */
  void flush() throws SQLException {
    for (RoomEntry room : changedRooms) {
      db.update(
          "UPDATE rooms SET head = ?, messages = ?, members = ? WHERE key = ?",
          room.head(),
          room.messages(),
          room.size(),
          room.key);
    }
    for (var changed : changedMarks.entrySet()) {
      Membership mark = changed.getKey();
      db.update(
          "UPDATE members SET read_seq = ?, read_messages = ?, own_unread = ?, got_seq = ?"
              + " WHERE room_key = ? AND user_key = ?",
          mark.readSeq(),
          mark.readMessages(),
          mark.ownUnread(),
          mark.gotSeq(),
          changed.getValue().key,
          mark.userKey);
    }
    changedRooms.clear();
    changedMarks.clear();
  }

  /** Between batches only: what is forgotten here is read from the database when needed again. */
  void trim() {
    if (rooms.size() > ROOMS_KEPT || membersKept > MEMBERS_KEPT) {
      rooms.clear();
      membersKept = 0;
    }
  }

  /** Somebody in them is not who they were. After {@link #flush} only. */
  void forget() {
    rooms.clear();
    membersKept = 0;
  }

  private Optional<RoomEntry> load(RoomId id) throws SQLException {
    Optional<RoomEntry> loaded =
        db.first(
            "SELECT key, head, messages, expired_seq, "
                + RoomRow.COLUMNS
                + " FROM rooms r WHERE r.id = ?",
            row ->
                new RoomEntry(
                    row.getLong(1),
                    RoomRow.read(row, 5),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4)),
            id.value());
    if (loaded.isPresent()) {
      loadMembers(loaded.get());
      rooms.put(id, loaded.get());
    }
    return loaded;
  }

  private void loadMembers(RoomEntry room) throws SQLException {
    db.all(
            "SELECT u.key, u.id, u.name, u.role, u.name_key, m.rank, m.read_seq, m.read_messages,"
                + " m.own_unread, m.got_seq, coalesce(x.muted_until, 0)"
                + " FROM members m JOIN users u ON u.key = m.user_key"
                + " LEFT JOIN restraints x"
                + " ON x.room_key = m.room_key AND x.user_key = m.user_key"
                + " WHERE m.room_key = ?",
            row ->
                new Membership(
                    new People.Person(
                        row.getLong(1),
                        new User(
                            new UserId(row.getString(2)),
                            row.getString(3),
                            Role.valueOf(row.getString(4))),
                        row.getString(5)),
                    Rank.valueOf(row.getString(6)),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10),
                    row.getLong(11)),
            room.key)
        .forEach(member -> add(room, member));
  }

  private void add(RoomEntry room, Membership member) {
    room.add(member);
    membersKept++;
  }
}
