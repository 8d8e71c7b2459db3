package chat.parley.server.store;

import chat.parley.model.User;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

  /** The seq that the room's next event must have. */
  static long next(RoomEntry room) {
    return room.head() + 1;
  }

  /** Epoch milliseconds, for the next event. */
  long now() {
    return clock.millis();
  }

  /** An event that is no message. */
  void add(RoomEntry room, long userKey, Event.RoomEvent event) throws SQLException {
    insert(room, event, userKey, null, null, Command.Hook.NONE, room.messages());
  }

  /** Says in a room that one of its members has another name. */
  void renamed(RoomEntry room, People.Person person, User now) throws SQLException {
    String before = person.user().name();
    add(
        room,
        person.key(),
        new Event.Renamed(room.id(), next(room), now.id(), now.name(), now(), before));
  }

  /**
   * A message; false, and nothing done, when the device's nonce is in some log already.
   *
   * @param hook what it was asked to hang on
   */
  boolean addMessage(
      RoomEntry room, long userKey, long deviceKey, Event.Message message, Command.Hook hook)
      throws SQLException {
    String nonce = String.valueOf(message.nonce());
    return insert(room, message, userKey, deviceKey, nonce, hook, room.messages() + 1);
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
      RoomEntry room,
      Event.RoomEvent event,
      long userKey,
      @Nullable Long deviceKey,
      @Nullable String nonce,
      Command.Hook hook,
      long messages)
      throws SQLException {
    long target = Fold.targetOf(event);
    int inserted =
        db.update(
            "INSERT INTO events (room_key, seq, type, at, user_key, device_key, nonce, messages,"
                + " body, data, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (device_key, nonce) WHERE nonce IS NOT NULL DO NOTHING",
            room.key,
            event.seq(),
            Codec.typeOf(event),
            event.at(),
            userKey,
            deviceKey,
            nonce,
            messages,
            EventRow.body(event),
            EventRow.data(event, hook),
            target == 0 ? null : target);
    if (inserted == 0) {
      return false;
    }
    room.grow(event.seq(), messages);
    rooms.changed(room);
    batch.add(event);
    return true;
  }
}
