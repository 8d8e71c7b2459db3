package chat.parley.server.store;

import chat.parley.model.Attachment;
import chat.parley.model.Changes;
import chat.parley.model.RoomId;
import chat.parley.model.Ties;
import chat.parley.protocol.Event;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes what people say. Committer's thread only. */
final class Messages {
  private final Statements db;
  private final People people;
  private final RoomCache rooms;
  private final EventLog log;
  private final StoredMessages messages;
  private final Mentioning mentioning;
  private final Permissions permissions;
  private final Restraints restraints;
  private final Files files;
  private final Hooks hooks;

  Messages(
      Statements db,
      People people,
      RoomCache rooms,
      EventLog log,
      StoredMessages messages,
      Mentioning mentioning,
      Permissions permissions,
      Restraints restraints,
      Files files) {
    this.db = db;
    this.people = people;
    this.rooms = rooms;
    this.log = log;
    this.messages = messages;
    this.mentioning = mentioning;
    this.permissions = permissions;
    this.restraints = restraints;
    this.files = files;
    hooks = new Hooks(rooms, messages);
  }

  Result<Write.Appended> append(Write.Append write) throws SQLException, Refused {
    People.Device device = people.findDevice(write.device()).orElse(null);
    if (device == null || !device.owner().equals(write.user().id())) {
      throw new Refused(Refusals.unknownPerson());
    }
    try {
      return append(write, device);
    } catch (Refused no) {
      // Who may not say it any more may still ask what became of it when they did say it.
      return firstAnswer(device, write).orElseThrow(() -> no);
    }
  }

  private Result<Write.Appended> append(Write.Append write, People.Device device)
      throws SQLException, Refused {
    RoomEntry room = rooms.get(write.room());
    Membership sender = room.get(write.user().id());
    if (write.body().length() > write.mostChars()) {
      throw new Refused(Refusals.tooLong(write.mostChars()));
    }
    Ties hung = hooks.resolve(room, sender, write);
    List<Attachment> going = files.going(room, sender, write);
    permissions.requireSend(room, sender, hung.thread() != 0);
    restraints.requireWaited(room, sender);
    Mentioning.Found found = mentioning.find(room, sender, write.naming());
    Ties ties = going.isEmpty() ? hung : hung.with(going);
    Event.Message message = message(room, sender, write, ties, found);
    if (!log.addMessage(room, sender.userKey, device.key(), message, write.hook())) {
      return firstAnswer(device, write).orElseThrow();
    }
    files.went(room, message.seq(), going);
    restraints.spoke(room, sender);
    mentioning.write(room, sender, message.seq(), found, write.online());
    if (hung.thread() != 0) {
      messages.foldReply(room, message);
    }
    // Who writes has read what is above: their own message is never unread to them.
    sender.read(message.seq(), room.messages(), 0);
    rooms.changed(room, sender);
    return new Result.Done<>(new Write.Appended(message, false));
  }

  private Event.Message message(
      RoomEntry room, Membership sender, Write.Append write, Ties hung, Mentioning.Found found) {
    Ties ties =
        found.call() == Ties.Call.NOBODY
            ? hung
            : new Ties(hung.reply(), hung.thread(), hung.forward(), found.call(), hung.files());
    return new Event.Message(
        room.id(),
        EventLog.next(room),
        sender.user.id(),
        sender.user.name(),
        log.now(),
        write.body(),
        found.ids(),
        write.nonce(),
        ties,
        Changes.NONE);
  }

  /** What this nonce's first message was answered, if it was the same; empty if there was none. */
  private Optional<Result<Write.Appended>> firstAnswer(People.Device device, Write.Append write)
      throws SQLException {
    int after = EventRow.WIDTH;
    return db.first(
        "SELECT "
            + EventRow.columns("e.nonce")
            + ", r.id, c.first_body"
            + EventRow.TABLES
            + "JOIN rooms r ON r.key = e.room_key WHERE e.device_key = ? AND e.nonce = ?",
        row -> {
          var room = new RoomId(row.getString(after + 1));
          var message = (Event.Message) EventRow.read(room, row);
          String firstBody = row.getString(after + 2);
          return isSame(write, message, firstBody == null ? message.body() : firstBody)
                  && EventData.of(row.getString(EventRow.DATA)).hook().equals(write.hook())
              ? new Result.Done<>(new Write.Appended(message, true))
              : Refusals.nonceConflict();
        },
        device.key(),
        write.nonce().value());
  }

  /** Of a deleted message nobody knows any more what it said: the mark alone decides. */
  private static boolean isSame(Write.Append write, Event.Message message, String firstBody) {
    return message.room().equals(write.room())
        && (message.changes().deleted() || firstBody.equals(write.body()));
  }
}
