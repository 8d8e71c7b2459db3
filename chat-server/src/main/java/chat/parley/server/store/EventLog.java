package chat.parley.server.store;

import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import chat.parley.server.store.RoomEntry.Membership;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts events at the end of rooms' logs: here seq is born, always one more than the room's head.
 * Committer's thread only.
 */
final class EventLog {
  private final Statements db;
  private final RoomCache rooms;
  private final InstantSource clock;
  private List<Event.RoomEvent> batch = new ArrayList<>();

  EventLog(Statements db, RoomCache rooms, InstantSource clock) {
    this.db = db;
    this.rooms = rooms;
    this.clock = clock;
  }

  Event.JoinedRoom joined(RoomEntry room, long userKey, User user) throws SQLException {
    var event =
        new Event.JoinedRoom(
            room.room.id(), room.head() + 1, user.id(), user.name(), clock.millis());
    insert(room, event, userKey, null, room.messages());
    return event;
  }

  Event.LeftRoom left(RoomEntry room, long userKey, User user) throws SQLException {
    var event =
        new Event.LeftRoom(room.room.id(), room.head() + 1, user.id(), user.name(), clock.millis());
    insert(room, event, userKey, null, room.messages());
    return event;
  }

  /** Empty, and nothing done, when the device's nonce is in some log already. */
  Optional<Event.Message> message(
      RoomEntry room, Membership sender, long deviceKey, Write.Append write, List<UserId> mentions)
      throws SQLException {
    var event =
        new Event.Message(
            room.room.id(),
            room.head() + 1,
            sender.user.id(),
            sender.user.name(),
            clock.millis(),
            write.body(),
            mentions,
            write.nonce());
    return insert(room, event, sender.userKey, deviceKey, room.messages() + 1)
        ? Optional.of(event)
        : Optional.empty();
  }

  /** The events since the last call, in the order of their birth. */
  List<Event.RoomEvent> takeBatch() {
    List<Event.RoomEvent> taken = batch;
    batch = new ArrayList<>();
    return taken;
  }

  /**
   * The unique index looks for the nonce while it takes the row in: one search, not two.
   *
   * @param messages how many messages the log has with this event
   */
  private boolean insert(
      RoomEntry room, Event.RoomEvent event, long userKey, @Nullable Long deviceKey, long messages)
      throws SQLException {
    Event.Message message = event instanceof Event.Message m ? m : null;
    int inserted =
        db.update(
            "INSERT INTO events (room_key, seq, type, at, user_key, device_key, nonce, messages,"
                + " body, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (device_key, nonce) WHERE nonce IS NOT NULL DO NOTHING",
            room.key,
            event.seq(),
            EventRow.typeOf(event),
            event.at(),
            userKey,
            deviceKey,
            message == null ? null : String.valueOf(message.nonce()),
            messages,
            message == null ? null : message.body(),
            message == null ? null : EventRow.data(message));
    if (inserted == 0) {
      return false;
    }
    room.grow(event.seq(), messages);
    rooms.changed(room);
    batch.add(event);
    return true;
  }
}
