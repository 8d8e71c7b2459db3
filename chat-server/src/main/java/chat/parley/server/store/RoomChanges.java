package chat.parley.server.store;

import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of a room itself, and of its members' ranks. Committer's thread only. */
final class RoomChanges {
  private final Statements db;
  private final RoomCache rooms;
  private final EventLog log;
  private final Memberships memberships;
  private final Permissions permissions;
  private final AuditLog audit;

  RoomChanges(
      Statements db,
      RoomCache rooms,
      EventLog log,
      Memberships memberships,
      Permissions permissions,
      AuditLog audit) {
    this.db = db;
    this.rooms = rooms;
    this.log = log;
    this.memberships = memberships;
    this.permissions = permissions;
    this.audit = audit;
  }

  Result<Write.Changed> change(Write.ChangeRoom write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership member = room.get(write.user().id());
    Room before = room.room();
    Room now = changed(before, write);
    require(room, member, before, now);
    boolean renamed = !now.name().equals(before.name());
    if (renamed && open(now)) {
      requireFreeName(room, write.nameKey());
    }
    if (now.equals(before)) {
      return new Result.Done<>(new Write.Changed(false));
    }
    rooms.change(room, now);
    if (renamed && open(now)) {
      rooms.rekey(room, write.nameKey());
    }
    log.add(
        room,
        member.userKey,
        new Event.RoomChanged(
            room.id(), EventLog.next(room), member.user.id(), member.user.name(), log.now(), now));
    writeDown(room, member, before, now);
    return new Result.Done<>(new Write.Changed(true));
  }

  Result<Write.Ranked> rank(Write.SetRank write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership who = room.get(write.user().id());
    permissions.require(Rules.Deed.SET_RANK, room, who);
    Membership member = room.member(write.member());
    if (member == null) {
      throw new Refused(Refusals.notAMember());
    }
    if (member.rank() == write.rank()) {
      return new Result.Done<>(new Write.Ranked(false, 0));
    }
    if (room.isLastOwner(member) && write.rank() != Rank.OWNER) {
      throw new Refused(
          Refusals.forbidden("A room needs an owner. Make somebody else an owner first."));
    }
    String detail = word(member.rank()) + " to " + word(write.rank());
    memberships.rank(room, who, member, write.rank());
    audit.add(who.userKey, "set_rank", member.userKey, room.key, detail);
    boolean sees = permissions.may(Rules.Deed.SEE_REPORTS, room, member);
    return new Result.Done<>(
        new Write.Ranked(true, sees ? Reports.waiting(db, room.key, member.userKey) : 0));
  }

  /** Each thing that is to change needs its own permission; an archived room only its opening. */
  private void require(RoomEntry room, Membership member, Room before, Room now) throws Refused {
    if (before.archived() != now.archived()) {
      permissions.require(Rules.Deed.ARCHIVE, room, member);
      if (before.archived()) {
        return;
      }
    }
    boolean described =
        !before.topic().equals(now.topic()) || !before.description().equals(now.description());
    if (described) {
      permissions.require(Rules.Deed.DESCRIBE, room, member);
    }
    if (!before.name().equals(now.name()) || before.posting() != now.posting()) {
      permissions.require(Rules.Deed.CHANGE, room, member);
    }
  }

  /**
   * What takes a rank. Without the names, since those who run the server may not be in the room.
   */
  private void writeDown(RoomEntry room, Membership who, Room before, Room now)
      throws SQLException {
    if (before.archived() != now.archived()) {
      audit.add(who.userKey, now.archived() ? "archive" : "reopen", null, room.key, "");
    }
    if (!before.name().equals(now.name())) {
      audit.add(who.userKey, "change_room", null, room.key, "name");
    }
    boolean owned = room.isOwned();
    if (owned && !before.topic().equals(now.topic())) {
      audit.add(who.userKey, "change_room", null, room.key, "topic");
    }
    if (owned && !before.description().equals(now.description())) {
      audit.add(who.userKey, "change_room", null, room.key, "description");
    }
    if (before.posting() != now.posting()) {
      audit.add(who.userKey, "change_room", null, room.key, "posting: " + word(now.posting()));
    }
  }

  private void requireFreeName(RoomEntry room, @Nullable String nameKey)
      throws SQLException, Refused {
    Optional<RoomEntry> other = rooms.findByName(Objects.requireNonNull(nameKey));
    if (other.isPresent() && other.get() != room) {
      throw new Refused(Refusals.nameTaken());
    }
  }

  private static boolean open(Room room) {
    return room.kind() == RoomKind.PUBLIC;
  }

  private static Room changed(Room room, Write.ChangeRoom write) {
    return new Room(
        room.id(),
        or(write.name(), room.name()),
        room.kind(),
        or(write.topic(), room.topic()),
        or(write.description(), room.description()),
        or(write.posting(), room.posting()),
        or(write.archived(), room.archived()),
        room.slowSeconds());
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static <T> T or(@Nullable T wanted, T before) {
    return wanted == null ? before : wanted;
  }
}
