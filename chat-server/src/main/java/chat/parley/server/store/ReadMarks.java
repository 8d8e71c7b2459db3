package chat.parley.server.store;

import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes how far people have come in their rooms. Committer's thread only. */
final class ReadMarks {
  /** How far back a mark can be put: what lies after it must be counted. */
  static final long FARTHEST_BACK = 20_000;

  private final Statements db;
  private final RoomCache rooms;
  private final Permissions permissions;

  ReadMarks(Statements db, RoomCache rooms, Permissions permissions) {
    this.db = db;
    this.rooms = rooms;
    this.permissions = permissions;
  }

  Result<Write.Marked> read(Write.MarkRead write) throws SQLException {
    RoomEntry room = rooms.find(write.room()).orElse(null);
    Membership member = room == null ? null : room.member(write.user());
    if (room == null || member == null) {
      return new Result.Done<>(Write.Marked.NOTHING);
    }
    long seq = Math.min(write.seq(), room.head());
    return seq <= member.readSeq()
        ? new Result.Done<>(Write.Marked.NOTHING)
        : new Result.Done<>(move(room, member, seq));
  }

  Result<Write.Marked> unread(Write.MarkUnread write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership member = room.get(write.user());
    long earliest = Math.max(0, room.head() - FARTHEST_BACK);
    long seq = Math.clamp(write.seq() - 1, earliest, room.head());
    return new Result.Done<>(
        seq == member.readSeq() ? Write.Marked.NOTHING : move(room, member, seq));
  }

  Result<Write.Marked> got(Write.MarkGot write) throws SQLException {
    RoomEntry room = rooms.find(write.room()).orElse(null);
    Membership member = room == null ? null : room.member(write.user());
    if (room == null || member == null || !room.isDirect()) {
      return new Result.Done<>(Write.Marked.NOTHING);
    }
    long seq = Math.min(write.seq(), room.head());
    if (seq <= member.gotSeq()) {
      return new Result.Done<>(Write.Marked.NOTHING);
    }
    member.got(seq);
    rooms.changed(room, member);
    return new Result.Done<>(new Write.Marked(null, seen(room, member), told(room, member)));
  }

  /** How many of the mentions after the read mark are of this member. */
  long mentions(RoomEntry room, Membership member) throws SQLException {
    return db.number(
        "SELECT count(*) FROM mentions WHERE user_key = ? AND room_key = ? AND seq > ?",
        member.userKey,
        room.key,
        member.readSeq());
  }

  /** How far the member has read, and what is after it. */
  Event.ReadMark now(RoomEntry room, Membership member) throws SQLException {
    return new Event.ReadMark(
        room.id(), member.readSeq(), room.unread(member), mentions(room, member));
  }

  private Write.Marked move(RoomEntry room, Membership member, long seq) throws SQLException {
    boolean wasBack = seq < member.readSeq() || member.ownUnread() > 0;
    member.read(seq, messagesUpTo(room, seq), wasBack ? ownAfter(room, member, seq) : 0);
    rooms.changed(room, member);
    return new Write.Marked(now(room, member), seen(room, member), told(room, member));
  }

  private static Event.Seen seen(RoomEntry room, Membership member) {
    return new Event.Seen(room.id(), member.user.id(), member.readSeq(), member.gotSeq());
  }

  private List<UserId> told(RoomEntry room, Membership member) throws SQLException {
    if (!room.isDirect() || !permissions.tellsReceipts(member.userKey)) {
      return List.of();
    }
    var told = new ArrayList<UserId>();
    for (Membership other : room.members()) {
      if (other != member && permissions.tellsReceipts(other.userKey)) {
        told.add(other.user.id());
      }
    }
    return told;
  }

  private long messagesUpTo(RoomEntry room, long seq) throws SQLException {
    if (seq == 0 || seq == room.head()) {
      return seq == 0 ? 0 : room.messages();
    }
    return db.number("SELECT messages FROM events WHERE room_key = ? AND seq = ?", room.key, seq);
  }

  /** A mark that only ever went up has nothing of its owner after it. */
  private long ownAfter(RoomEntry room, Membership member, long seq) throws SQLException {
    return db.number(
        "SELECT count(*) FROM events"
            + " WHERE room_key = ? AND seq > ? AND user_key = ? AND type = 'message'",
        room.key,
        seq,
        member.userKey);
  }
}
