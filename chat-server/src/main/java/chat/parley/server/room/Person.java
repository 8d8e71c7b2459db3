package chat.parley.server.room;

import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.Status;
import chat.parley.model.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has at least one connection, or lost the last one a moment ago. Changed only under
 * the lock of {@link LiveRooms}; what is read without it says so.
 */
final class Person {
  private User user;

  /** Concurrent, since access checks read it without the lock. */
  private final Set<RoomId> rooms = ConcurrentHashMap.newKeySet();

  /** Replaced as a whole: nearly everybody has one, for which this is smallest. */
  private Map<Recipient, Presence> devices = Map.of();

  /** What they say about themselves, even when it is over. */
  private @Nullable Status status;

  /**
   * Counts changes of {@link #rooms} and {@link #status}, so that a reader of the store can tell it
   * was overtaken.
   */
  private long changes;

  Person(User user) {
    this.user = user;
  }

  User user() {
    return user;
  }

  void become(User now) {
    user = now;
  }

  /** Without the lock. */
  boolean isIn(RoomId room) {
    return rooms.contains(room);
  }

  Collection<RoomId> rooms() {
    return rooms;
  }

  long changes() {
    return changes;
  }

  void enter(RoomId room) {
    rooms.add(room);
    changes++;
  }

  void exit(RoomId room) {
    rooms.remove(room);
    changes++;
  }

  @Nullable Status status() {
    return status;
  }

  void say(@Nullable Status said) {
    status = said;
    changes++;
  }

  List<Recipient> devices() {
    return List.copyOf(devices.keySet());
  }

  void put(Recipient device, Presence presence) {
    var next = new HashMap<>(devices);
    next.put(device, presence);
    devices = Map.copyOf(next);
  }

  boolean has(Recipient device) {
    return devices.containsKey(device);
  }

  void remove(Recipient device) {
    var next = new HashMap<>(devices);
    next.remove(device);
    devices = Map.copyOf(next);
  }

  boolean isGone() {
    return devices.isEmpty();
  }

  /** The most reachable of the devices speaks for the person; busy is meant for all of them. */
  Presence presence() {
    if (devices.isEmpty()) {
      return Presence.OFFLINE;
    }
    if (devices.containsValue(Presence.BUSY)) {
      return Presence.BUSY;
    }
    return devices.containsValue(Presence.ONLINE) ? Presence.ONLINE : Presence.AWAY;
  }
}
