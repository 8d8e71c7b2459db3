package chat.parley.server.store;

import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.server.store.RoomEntry.Membership;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  Optional<RoomEntry> findByName(String nameKey) throws SQLException {
    Optional<RoomId> id =
        db.first(
            "SELECT id FROM rooms WHERE name_key = ?",
            row -> new RoomId(row.getString(1)),
            nameKey);
    return id.isPresent() ? find(id.get()) : Optional.empty();
  }

  /** A new public room with an empty log and nobody in it. */
  RoomEntry create(RoomId id, String name, String nameKey, String topic, long at)
      throws SQLException {
    var room = new Room(id, name, RoomKind.PUBLIC, topic);
    long key =
        db.number(
            "INSERT INTO rooms"
                + " (id, name, name_key, kind, topic, head, messages, members, created_at)"
                + " VALUES (?, ?, ?, ?, ?, 0, 0, 0, ?) RETURNING key",
            id.value(),
            name,
            nameKey,
            room.kind().name(),
            topic,
            at);
    var entry = new RoomEntry(key, room, 0, 0);
    rooms.put(id, entry);
    return entry;
  }

  void changed(RoomEntry room) {
    changedRooms.add(room);
  }

  void changed(RoomEntry room, Membership mark) {
    changedMarks.put(mark, room);
  }

  void add(RoomEntry room, Membership member) {
    room.add(member);
    membersKept++;
  }

  void remove(RoomEntry room, Membership member) {
    room.remove(member);
    changedMarks.remove(member);
    membersKept--;
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
          "UPDATE members SET read_seq = ?, read_messages = ? WHERE room_key = ? AND user_key = ?",
          mark.readSeq(),
          mark.readMessages(),
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

  private Optional<RoomEntry> load(RoomId id) throws SQLException {
    Optional<RoomEntry> loaded =
        db.first(
            "SELECT key, name, kind, topic, head, messages FROM rooms WHERE id = ?",
            row ->
                new RoomEntry(
                    row.getLong(1),
                    new Room(
                        id, row.getString(2), RoomKind.valueOf(row.getString(3)), row.getString(4)),
                    row.getLong(5),
                    row.getLong(6)),
            id.value());
    if (loaded.isPresent()) {
      loadMembers(loaded.get());
      rooms.put(id, loaded.get());
    }
    return loaded;
  }

  private void loadMembers(RoomEntry room) throws SQLException {
    db.all(
            "SELECT u.key, u.id, u.name, u.role, u.name_key, m.read_seq, m.read_messages"
                + " FROM members m JOIN users u ON u.key = m.user_key WHERE m.room_key = ?",
            row ->
                new Membership(
                    row.getLong(1),
                    new User(
                        new UserId(row.getString(2)),
                        row.getString(3),
                        Role.valueOf(row.getString(4))),
                    row.getString(5),
                    row.getLong(6),
                    row.getLong(7)),
            room.key)
        .forEach(member -> add(room, member));
  }
}
