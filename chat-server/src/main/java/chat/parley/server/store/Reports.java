package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Takes reports about messages and what was made of them. Committer's thread only. */
final class Reports {
  private final Statements db;
  private final People people;
  private final RoomCache rooms;
  private final StoredMessages messages;
  private final Permissions permissions;
  private final AuditLog audit;
  private final InstantSource clock;

  Reports(
      Statements db,
      People people,
      RoomCache rooms,
      StoredMessages messages,
      Permissions permissions,
      AuditLog audit,
      InstantSource clock) {
    this.db = db;
    this.people = people;
    this.rooms = rooms;
    this.messages = messages;
    this.permissions = permissions;
    this.audit = audit;
    this.clock = clock;
  }

  private record Row(RoomId room, boolean open, UserId author) {}

  Result<Ruling.Reported> report(Write.By<?> write, Ruling.Report ruling)
      throws SQLException, Refused {
    RoomEntry room = rooms.get(ruling.room());
    Membership who = room.get(write.user().id());
    Event.Message message = messages.getAlive(room, ruling.seq());
    if (message.from().equals(who.user.id())) {
      throw new Refused(Refusals.forbidden("That is your own message. You can delete it."));
    }
    int added =
        db.update(
            "INSERT INTO reports (room_key, seq, by_key, body, reason, at)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            room.key,
            message.seq(),
            who.userKey,
            message.body(),
            ruling.reason(),
            clock.millis());
    if (added > 0) {
      long author = people.get(message.from()).key();
      audit.add(who.userKey, "report", author, room.key, "message " + message.seq());
      return new Result.Done<>(news(room, message.from()));
    }
    return new Result.Done<>(Ruling.Reported.NOTHING);
  }

  Result<Ruling.Reported> resolve(Write.By<?> write, Ruling.Resolve ruling)
      throws SQLException, Refused {
    People.Person who = people.getSelf(write.user().id());
    Row report =
        visible(who, ruling.report()).orElseThrow(() -> new Refused(Refusals.noSuchReport()));
    if (!report.open()) {
      return new Result.Done<>(Ruling.Reported.NOTHING);
    }
    RoomEntry room = rooms.get(report.room());
    requireAbove(who, room, report.author());
    db.update(
        "UPDATE reports SET resolver = ?, resolved_at = ?, note = ?, body = '' WHERE key = ?",
        who.key(),
        clock.millis(),
        ruling.note(),
        ruling.report());
    audit.add(who.key(), "resolve", null, room.key, "report " + ruling.report());
    return new Result.Done<>(news(room, report.author()));
  }

  /** How many of a room wait, without those about this person. */
  static long waiting(Statements db, long roomKey, long readerKey) throws SQLException {
    return db.number(
        "SELECT count(*) FROM reports p JOIN events e ON e.room_key = p.room_key AND e.seq = p.seq"
            + " WHERE p.resolved_at = 0 AND p.room_key = ? AND e.user_key <> ?",
        roomKey,
        readerKey);
  }

  /**
   * For everybody who sees them: the room's moderators, and those who run the server; not for who
   * is reported.
   */
  private Ruling.Reported news(RoomEntry room, UserId about) throws SQLException, Refused {
    var whom = new LinkedHashSet<UserId>();
    for (Membership member : room.members()) {
      if (permissions.may(Rules.Deed.SEE_REPORTS, room, member)) {
        whom.add(member.user.id());
      }
    }
    whom.addAll(
        db.all(
            "SELECT id FROM users WHERE role IN ('ADMIN', 'OWNER')",
            row -> new UserId(row.getString(1))));
    var news = new LinkedHashMap<UserId, Event.Reported>();
    for (UserId id : whom) {
      if (!id.equals(about)) {
        long waiting = waiting(db, room.key, people.get(id).key());
        news.put(id, new Event.Reported(room.id(), waiting));
      }
    }
    return new Ruling.Reported(news);
  }

  /** Who moderates together does not judge each other: that takes somebody above them. */
  private void requireAbove(People.Person who, RoomEntry room, UserId author)
      throws SQLException, Refused {
    Membership reported = room.member(author);
    boolean moderates =
        reported == null
            ? permissions.may(Rules.ServerDeed.SEE_REPORTS, people.get(author).user().role())
            : permissions.may(Rules.Deed.SEE_REPORTS, room, reported);
    if (moderates && !permissions.may(Rules.ServerDeed.SEE_REPORTS, who.user().role())) {
      throw new Refused(
          Refusals.forbidden("Only those who run this server deal with what a moderator said."));
    }
  }

  /** One that somebody may not see is not there. Nobody sees those about themselves. */
  private Optional<Row> visible(People.Person who, long key) throws SQLException, Refused {
    Optional<Row> found =
        db.first(
            "SELECT r.id, p.resolved_at = 0, u.id FROM reports p"
                + " JOIN rooms r ON r.key = p.room_key"
                + " JOIN events e ON e.room_key = p.room_key AND e.seq = p.seq"
                + " JOIN users u ON u.key = e.user_key WHERE p.key = ? AND u.key <> ?",
            row ->
                new Row(
                    new RoomId(row.getString(1)), row.getBoolean(2), new UserId(row.getString(3))),
            key,
            who.key());
    if (found.isEmpty() || permissions.may(Rules.ServerDeed.SEE_REPORTS, who.user().role())) {
      return found;
    }
    RoomEntry room = rooms.get(found.get().room());
    Membership member = room.member(who.id());
    return member != null && permissions.may(Rules.Deed.SEE_REPORTS, room, member)
        ? found
        : Optional.empty();
  }
}
