package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.time.InstantSource;
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

  private record Row(RoomId room, boolean open) {}

  Result<Write.Changed> report(Write.By<?> write, Ruling.Report ruling)
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
    }
    return new Result.Done<>(new Write.Changed(added > 0));
  }

  Result<Write.Changed> resolve(Write.By<?> write, Ruling.Resolve ruling)
      throws SQLException, Refused {
    People.Person who = people.getSelf(write.user().id());
    Row report =
        visible(who, ruling.report()).orElseThrow(() -> new Refused(Refusals.noSuchReport()));
    if (!report.open()) {
      return new Result.Done<>(new Write.Changed(false));
    }
    db.update(
        "UPDATE reports SET resolver = ?, resolved_at = ?, note = ?, body = '' WHERE key = ?",
        who.key(),
        clock.millis(),
        ruling.note(),
        ruling.report());
    long room = rooms.get(report.room()).key;
    audit.add(who.key(), "resolve", null, room, "report " + ruling.report());
    return new Result.Done<>(new Write.Changed(true));
  }

  /** One that somebody may not see is not there. */
  private Optional<Row> visible(People.Person who, long key) throws SQLException, Refused {
    Optional<Row> found =
        db.first(
            "SELECT r.id, p.resolved_at = 0 FROM reports p JOIN rooms r ON r.key = p.room_key"
                + " WHERE p.key = ?",
            row -> new Row(new RoomId(row.getString(1)), row.getBoolean(2)),
            key);
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
