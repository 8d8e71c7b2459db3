package chat.parley.server.store;

import chat.parley.model.Reaction;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Writes what becomes of messages: the event in the log, and the message as it is after it. What
 * that is, {@link Fold} says. Committer's thread only.
 */
final class MessageChanges {
  private static final int MOST_EMOJI = 20;
  private static final int MOST_PINS = 100;

  private final Statements db;
  private final RoomCache rooms;
  private final EventLog log;
  private final StoredMessages messages;
  private final Mentioning mentioning;
  private final Permissions permissions;
  private final People people;
  private final AuditLog audit;

  MessageChanges(
      Statements db,
      RoomCache rooms,
      EventLog log,
      StoredMessages messages,
      Mentioning mentioning,
      Permissions permissions,
      People people,
      AuditLog audit) {
    this.db = db;
    this.rooms = rooms;
    this.log = log;
    this.messages = messages;
    this.mentioning = mentioning;
    this.permissions = permissions;
    this.people = people;
    this.audit = audit;
  }

  Result<Write.Changed> edit(Write.Edit write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership author = room.get(write.user().id());
    Event.Message message = messages.getAlive(room, write.seq());
    if (!message.from().equals(author.user.id())) {
      throw new Refused(Refusals.forbidden("Only its author can edit a message."));
    }
    permissions.requireSend(room, author, message.ties().thread() != 0);
    if (write.body().isEmpty() && message.ties().files().isEmpty()) {
      throw new Refused(Refusals.nothingSaid());
    }
    if (message.body().equals(write.body())) {
      return changed(false);
    }
    Mentioning.Found found = mentioning.find(room, author, write.naming());
    var event =
        new Event.Edited(
            room.id(),
            EventLog.next(room),
            author.user.id(),
            author.user.name(),
            log.now(),
            message.seq(),
            write.body(),
            found.ids());
    add(room, author, message, event);
    messages.rewrite(room, message, event);
    mentioning.add(room, message.seq(), found);
    return changed(true);
  }

  Result<Write.Changed> delete(Write.Delete write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership member = room.get(write.user().id());
    Event.Message message = messages.get(room, write.seq());
    boolean own = message.from().equals(member.user.id());
    permissions.require(own ? Rules.Deed.DELETE_OWN : Rules.Deed.DELETE_OF_OTHERS, room, member);
    if (message.changes().deleted()) {
      return changed(false);
    }
    var event =
        new Event.Deleted(
            room.id(),
            EventLog.next(room),
            member.user.id(),
            member.user.name(),
            log.now(),
            message.seq());
    add(room, member, message, event);
    messages.wipe(room, message.seq());
    mentioning.forget(room.key, room.id(), message.seq());
    if (!own) {
      long author = people.get(message.from()).key();
      audit.add(member.userKey, "delete", author, room.key, "message " + message.seq());
    }
    return changed(true);
  }

  Result<Write.Changed> react(Write.React write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership member = room.get(write.user().id());
    Event.Message message = messages.getAlive(room, write.seq());
    permissions.require(Rules.Deed.REACT, room, member);
    Optional<Reaction> used =
        message.changes().reactions().stream()
            .filter(reaction -> reaction.emoji().equals(write.emoji()))
            .findFirst();
    boolean on = used.isPresent() && used.get().by().contains(member.user.id());
    if (on == write.on()) {
      return changed(false);
    }
    if (used.isEmpty() && message.changes().reactions().size() >= MOST_EMOJI) {
      throw new Refused(Refusals.tooManyEmoji(MOST_EMOJI));
    }
    add(
        room,
        member,
        message,
        new Event.Reacted(
            room.id(),
            EventLog.next(room),
            member.user.id(),
            member.user.name(),
            log.now(),
            message.seq(),
            write.emoji(),
            write.on()));
    return changed(true);
  }

  Result<Write.Changed> pin(Write.Pin write) throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership member = room.get(write.user().id());
    Event.Message message = messages.getAlive(room, write.seq());
    permissions.require(Rules.Deed.PIN, room, member);
    if (message.changes().pinned() == write.on()) {
      return changed(false);
    }
    if (write.on() && pins(room) >= MOST_PINS) {
      throw new Refused(Refusals.tooManyPins(MOST_PINS));
    }
    add(
        room,
        member,
        message,
        new Event.Pinned(
            room.id(),
            EventLog.next(room),
            member.user.id(),
            member.user.name(),
            log.now(),
            message.seq(),
            write.on()));
    if (!room.isDirect() && room.isOwned()) {
      String what = write.on() ? "message " : "no longer message ";
      audit.add(member.userKey, "pin", null, room.key, what + message.seq());
    }
    return changed(true);
  }

  private void add(RoomEntry room, Membership who, Event.Message message, Event.RoomEvent event)
      throws SQLException {
    log.add(room, who.userKey, event);
    messages.fold(room, message, event);
  }

  private long pins(RoomEntry room) throws SQLException {
    return db.number("SELECT count(*) FROM changes WHERE room_key = ? AND pinned > 0", room.key);
  }

  private static Result<Write.Changed> changed(boolean changed) {
    return new Result.Done<>(new Write.Changed(changed));
  }
}
