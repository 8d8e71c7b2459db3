package chat.parley.server.store;

import chat.parley.model.Rank;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people into rooms and out again, with the event that says so. Committer's thread only. */
final class Memberships {
  private final Statements db;
  private final RoomCache rooms;
  private final EventLog log;
  private final AuditLog audit;

  Memberships(Statements db, RoomCache rooms, EventLog log, AuditLog audit) {
    this.db = db;
    this.rooms = rooms;
    this.log = log;
    this.audit = audit;
  }

  /**
   * Whoever comes in has read up to their own arrival.
   *
   * @param by the name of who brings them in; null when they come by themselves
   */
  Event.JoinedRoom enter(RoomEntry room, People.Person person, Rank rank, @Nullable String by)
      throws SQLException {
    User user = person.user();
    var event =
        new Event.JoinedRoom(room.id(), EventLog.next(room), user.id(), user.name(), log.now(), by);
    log.add(room, person.key(), event);
    rooms.enter(room, person, rank, event.at());
    return event;
  }

  /**
   * @param by the name of who removes them; null when they leave by themselves
   */
  Event.LeftRoom exit(RoomEntry room, Membership member, @Nullable String by) throws SQLException {
    boolean wasLastOwner = room.isLastOwner(member);
    User user = member.user;
    rooms.exit(room, member);
    var event =
        new Event.LeftRoom(room.id(), EventLog.next(room), user.id(), user.name(), log.now(), by);
    log.add(room, member.userKey, event);
    if (wasLastOwner) {
      Optional<Membership> heir = heir(room);
      if (heir.isPresent()) {
        rank(room, member, heir.get(), Rank.OWNER);
        audit.add(
            member.userKey,
            "set_rank",
            heir.get().userKey,
            room.key,
            "to owner, by leaving as the last");
      }
    }
    return event;
  }

  /** Gives a member another rank in somebody's name. */
  void rank(RoomEntry room, Membership who, Membership member, Rank rank) throws SQLException {
    rooms.rank(room, member, rank);
    log.add(
        room,
        who.userKey,
        new Event.RankChanged(
            room.id(),
            EventLog.next(room),
            who.user.id(),
            who.user.name(),
            log.now(),
            member.user,
            rank));
  }

  /** Direct rooms do not count: others open them. */
  void requireSpace(People.Person person, int most) throws SQLException, Refused {
    if (roomsOf(person) >= most) {
      throw new Refused(Refusals.tooManyRooms(most));
    }
  }

  void requireSpaceForGuest(People.Person person, int most) throws SQLException, Refused {
    if (roomsOf(person) >= most) {
      throw new Refused(Refusals.tooManyRoomsOf(person.user().name()));
    }
  }

  private long roomsOf(People.Person person) throws SQLException {
    return db.number(
        "SELECT count(*) FROM members m JOIN rooms r ON r.key = m.room_key"
            + " WHERE m.user_key = ? AND r.kind <> 'DIRECT'",
        person.key());
  }

  /**
   * Who owns a room whose last owner is gone: the oldest moderator, else the oldest member who
   * writes.
   */
  private Optional<Membership> heir(RoomEntry room) throws SQLException {
    Optional<Long> heir =
        db.first(
            "SELECT user_key FROM members WHERE room_key = ?"
                + " ORDER BY rank = 'MODERATOR' DESC, rank = 'READER', joined_at, user_key LIMIT 1",
            row -> row.getLong(1),
            room.key);
    return room.members().stream()
        .filter(member -> heir.isPresent() && member.userKey == heir.get())
        .findFirst();
  }
}
