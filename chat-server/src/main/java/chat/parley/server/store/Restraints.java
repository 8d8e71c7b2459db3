package chat.parley.server.store;

import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** Mutes members and slows rooms down. Committer's thread only. */
final class Restraints {
  private final Statements db;
  private final RoomCache rooms;
  private final EventLog log;
  private final Permissions permissions;
  private final AuditLog audit;
  private final InstantSource clock;

  Restraints(
      Statements db,
      RoomCache rooms,
      EventLog log,
      Permissions permissions,
      AuditLog audit,
      InstantSource clock) {
    this.db = db;
    this.rooms = rooms;
    this.log = log;
    this.permissions = permissions;
    this.audit = audit;
    this.clock = clock;
  }

  Result<Ruling.Muted> mute(Write.By<?> write, Ruling.Mute ruling) throws SQLException, Refused {
    RoomEntry room = rooms.get(ruling.room());
    Membership who = room.get(write.user().id());
    Membership member = room.member(ruling.user());
    permissions.require(Rules.Deed.MUTE, room, who);
    if (member == null) {
      throw new Refused(Refusals.notAMember());
    }
    if (permissions.may(Rules.Deed.MUTE, room, member)) {
      throw new Refused(Refusals.forbidden("Whoever moderates this room cannot be muted."));
    }
    long until = ruling.seconds() == 0 ? 0 : clock.millis() + ruling.seconds() * 1000;
    db.update(
        "INSERT INTO restraints (room_key, user_key, muted_until) VALUES (?, ?, ?)"
            + " ON CONFLICT (room_key, user_key) DO UPDATE"
            + " SET muted_until = excluded.muted_until",
        room.key,
        member.userKey,
        until);
    member.mute(until);
    String detail = until == 0 ? "may write again" : AuditLog.detail(ruling.seconds(), "");
    audit.add(who.userKey, "mute", member.userKey, room.key, detail);
    return new Result.Done<>(new Ruling.Muted(until));
  }

  Result<Write.Changed> slow(Write.By<?> write, Ruling.SlowMode ruling)
      throws SQLException, Refused {
    RoomEntry room = rooms.get(ruling.room());
    Membership who = room.get(write.user().id());
    permissions.require(Rules.Deed.SLOW_DOWN, room, who);
    Room before = room.room();
    if (before.slowSeconds() == ruling.seconds()) {
      return new Result.Done<>(new Write.Changed(false));
    }
    var now =
        new Room(
            before.id(),
            before.name(),
            before.kind(),
            before.topic(),
            before.description(),
            before.posting(),
            before.archived(),
            ruling.seconds());
    rooms.change(room, now);
    log.add(
        room,
        who.userKey,
        new Event.RoomChanged(
            room.id(), EventLog.next(room), who.user.id(), who.user.name(), log.now(), now));
    audit.add(who.userKey, "slow_mode", null, room.key, ruling.seconds() + " s");
    return new Result.Done<>(new Write.Changed(true));
  }

  /**
   * Before words that everybody reads who shares a room with that person.
   *
   * @param deed what is refused to whoever is muted somewhere, after "You cannot"
   */
  void requireNowhereMuted(People.Person person, String deed) throws SQLException, Refused {
    List<RoomId> where =
        db.all(
            "SELECT r.id FROM restraints x JOIN rooms r ON r.key = x.room_key"
                + " WHERE x.user_key = ? AND x.muted_until > ?",
            row -> new RoomId(row.getString(1)),
            person.key(),
            clock.millis());
    for (RoomId id : where) {
      RoomEntry room = rooms.get(id);
      Membership member = room.member(person.id());
      if (member == null || !permissions.may(Rules.Deed.SEE_MUTED, room, member)) {
        throw new Refused(Refusals.mutedSomewhere(deed));
      }
    }
  }

  /** Before a message: whether its sender has waited long enough. */
  void requireWaited(RoomEntry room, Membership sender) throws SQLException, Refused {
    long pause = pause(room, sender);
    if (pause == 0) {
      return;
    }
    long spokeAt =
        db.first(
                "SELECT spoke_at FROM restraints WHERE room_key = ? AND user_key = ?",
                row -> row.getLong(1),
                room.key,
                sender.userKey)
            .orElse(0L);
    long left = spokeAt + pause - clock.millis();
    // A clock that was set back must not silence anybody for longer than the room says.
    if (left > 0 && left <= pause) {
      throw new Refused(Refusals.slow(left));
    }
  }

  /** After a message. */
  void spoke(RoomEntry room, Membership sender) throws SQLException {
    if (pause(room, sender) > 0) {
      db.update(
          "INSERT INTO restraints (room_key, user_key, spoke_at) VALUES (?, ?, ?)"
              + " ON CONFLICT (room_key, user_key) DO UPDATE SET spoke_at = excluded.spoke_at",
          room.key,
          sender.userKey,
          clock.millis());
    }
  }

  private long pause(RoomEntry room, Membership sender) {
    int seconds = room.room().slowSeconds();
    return seconds == 0 || permissions.may(Rules.Deed.SEND_AT_ONCE, room, sender)
        ? 0
        : seconds * 1000L;
  }
}
