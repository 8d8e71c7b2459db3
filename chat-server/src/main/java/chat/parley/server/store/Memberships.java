package chat.parley.server.store;

import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import chat.parley.server.store.RoomEntry.Membership;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** Writes who is in which room and how far they have read. Committer's thread only. */
final class Memberships {
  private final Statements db;
  private final People people;
  private final RoomCache rooms;
  private final EventLog log;
  private final InstantSource clock;

  Memberships(Statements db, People people, RoomCache rooms, EventLog log, InstantSource clock) {
    this.db = db;
    this.people = people;
    this.rooms = rooms;
    this.log = log;
    this.clock = clock;
  }

  Result<Write.Joining> join(Write.JoinById write) throws SQLException {
    Optional<RoomEntry> room = rooms.find(write.room());
    return room.isEmpty()
        ? Refusals.noSuchRoom()
        : join(room.get(), write.user(), write.maxRooms());
  }

  Result<Write.Joining> join(Write.JoinByName write) throws SQLException {
    Optional<RoomEntry> room = rooms.findByName(write.nameKey());
    if (room.isPresent()) {
      return join(room.get(), write.user(), write.maxRooms());
    }
    if (!write.create()) {
      return Refusals.noSuchRoom();
    }
    People.Person person = people.find(write.user().id()).orElse(null);
    if (person == null) {
      return Refusals.unknownPerson();
    }
    if (roomsOf(person) >= write.maxRooms()) {
      return Refusals.tooManyRooms(write.maxRooms());
    }
    return enter(
        rooms.create(write.freshId(), write.name(), write.nameKey(), "", clock.millis()), person);
  }

  Result<Room> open(Write.OpenRoom write) throws SQLException {
    RoomEntry room = rooms.findByName(write.nameKey()).orElse(null);
    if (room == null) {
      room =
          rooms.create(
              write.freshId(), write.name(), write.nameKey(), write.topic(), clock.millis());
    }
    return room.room.kind() == RoomKind.PUBLIC
        ? new Result.Done<>(room.room)
        : Refusals.nameTaken();
  }

  Result<Write.Leaving> leave(Write.Leave write) throws SQLException {
    RoomEntry room = rooms.find(write.room()).orElse(null);
    Membership member = room == null ? null : room.member(write.user().id());
    if (room == null || member == null) {
      return new Result.Done<>(new Write.Leaving(write.room(), null));
    }
    db.update("DELETE FROM members WHERE room_key = ? AND user_key = ?", room.key, member.userKey);
    rooms.remove(room, member);
    Event.LeftRoom event = log.left(room, member.userKey, member.user);
    return new Result.Done<>(new Write.Leaving(write.room(), event));
  }

  Result<Write.Marked> mark(Write.MarkRead write) throws SQLException {
    RoomEntry room = rooms.find(write.room()).orElse(null);
    Membership member = room == null ? null : room.member(write.user());
    if (room == null || member == null) {
      return new Result.Done<>(new Write.Marked(null));
    }
    long seq = Math.min(write.seq(), room.head());
    if (seq <= member.readSeq()) {
      return new Result.Done<>(new Write.Marked(null));
    }
    member.read(seq, messagesUpTo(room, seq));
    rooms.changed(room, member);
    return new Result.Done<>(
        new Write.Marked(
            new Event.ReadMark(write.room(), seq, room.unread(member), mentions(room, member))));
  }

  private Result<Write.Joining> join(RoomEntry room, User user, int maxRooms) throws SQLException {
    Membership member = room.member(user.id());
    if (member != null) {
      return new Result.Done<>(new Write.Joining(room.state(member, mentions(room, member)), null));
    }
    if (room.room.kind() != RoomKind.PUBLIC) {
      return Refusals.noSuchRoom();
    }
    People.Person person = people.find(user.id()).orElse(null);
    if (person == null) {
      return Refusals.unknownPerson();
    }
    return roomsOf(person) >= maxRooms ? Refusals.tooManyRooms(maxRooms) : enter(room, person);
  }

  /** Whoever comes in has read up to their own arrival. */
  private Result<Write.Joining> enter(RoomEntry room, People.Person person) throws SQLException {
    Event.JoinedRoom event = log.joined(room, person.key(), person.user());
    db.update(
        "INSERT INTO members (room_key, user_key, joined_at, read_seq, read_messages)"
            + " VALUES (?, ?, ?, ?, ?)",
        room.key,
        person.key(),
        event.at(),
        event.seq(),
        room.messages());
    var member =
        new Membership(person.key(), person.user(), person.nameKey(), event.seq(), room.messages());
    rooms.add(room, member);
    return new Result.Done<>(new Write.Joining(room.state(member, 0), event));
  }

  private long roomsOf(People.Person person) throws SQLException {
    return db.number("SELECT count(*) FROM members WHERE user_key = ?", person.key());
  }

  private long messagesUpTo(RoomEntry room, long seq) throws SQLException {
    return seq == room.head()
        ? room.messages()
        : db.number("SELECT messages FROM events WHERE room_key = ? AND seq = ?", room.key, seq);
  }

  private long mentions(RoomEntry room, Membership member) throws SQLException {
    return db.number(
        "SELECT count(*) FROM mentions WHERE user_key = ? AND room_key = ? AND seq > ?",
        member.userKey,
        room.key,
        member.readSeq());
  }
}
