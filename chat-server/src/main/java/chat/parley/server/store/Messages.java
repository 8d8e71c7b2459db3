package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import chat.parley.server.store.RoomEntry.Membership;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Writes what people say. Committer's thread only. */
final class Messages {
  /** Whom one message can name; what is beyond stays plain text. */
  private static final int MOST_MENTIONS = 50;

  private final Statements db;
  private final People people;
  private final RoomCache rooms;
  private final EventLog log;

  Messages(Statements db, People people, RoomCache rooms, EventLog log) {
    this.db = db;
    this.people = people;
    this.rooms = rooms;
    this.log = log;
  }

  Result<Write.Appended> append(Write.Append write) throws SQLException {
    People.Device device = people.findDevice(write.device()).orElse(null);
    if (device == null || !device.owner().equals(write.user().id())) {
      return Refusals.unknownPerson();
    }
    RoomEntry room = rooms.find(write.room()).orElse(null);
    Membership sender = room == null ? null : room.member(write.user().id());
    if (room == null || sender == null) {
      // Who has left since may still ask what became of an earlier message.
      return firstAnswer(device, write).orElseGet(Refusals::noSuchRoom);
    }
    return append(write, device, room, sender);
  }

  private Result<Write.Appended> append(
      Write.Append write, People.Device device, RoomEntry room, Membership sender)
      throws SQLException {
    SequencedSet<Membership> mentioned = mentioned(room, sender, write.mentionKeys());
    List<UserId> mentions = mentioned.stream().map(member -> member.user.id()).toList();
    Optional<Event.Message> message = log.message(room, sender, device.key(), write, mentions);
    if (message.isEmpty()) {
      return firstAnswer(device, write).orElseThrow();
    }
    long seq = message.get().seq();
    for (Membership member : mentioned) {
      db.update(
          "INSERT INTO mentions (user_key, room_key, seq) VALUES (?, ?, ?)",
          member.userKey,
          room.key,
          seq);
    }
    // Who writes has read what is above: their own message is never unread to them.
    sender.read(seq, room.messages());
    rooms.changed(room, sender);
    return new Result.Done<>(new Write.Appended(message.get(), false));
  }

  private static SequencedSet<Membership> mentioned(
      RoomEntry room, Membership sender, List<List<String>> mentionKeys) {
    var mentioned = new LinkedHashSet<Membership>();
    for (List<String> keys : mentionKeys) {
      Membership member = room.memberNamed(keys);
      if (member != null && member != sender && mentioned.size() < MOST_MENTIONS) {
        mentioned.add(member);
      }
    }
    return mentioned;
  }

  /** What this nonce's first message was answered, if it was the same; empty if there was none. */
  private Optional<Result<Write.Appended>> firstAnswer(People.Device device, Write.Append write)
      throws SQLException {
    Optional<Event.RoomEvent> first =
        db.first(
            "SELECT "
                + EventRow.columns("e.nonce")
                + ", r.id FROM events e JOIN users u ON u.key = e.user_key"
                + " JOIN rooms r ON r.key = e.room_key WHERE e.device_key = ? AND e.nonce = ?",
            row -> EventRow.read(new RoomId(row.getString(9)), row),
            device.key(),
            write.nonce().value());
    return first.map(
        event ->
            event instanceof Event.Message message
                    && message.room().equals(write.room())
                    && message.body().equals(write.body())
                ? new Result.Done<>(new Write.Appended(message, true))
                : Refusals.nonceConflict());
  }
}
