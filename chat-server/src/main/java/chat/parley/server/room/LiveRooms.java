package chat.parley.server.room;

import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Who is connected, in which rooms, and how they hear what happens there. Safe for any thread; no
 * method waits for a reader.
 *
 * <p>Membership itself is the store's; this is its shadow for the people who are connected, moved
 * by the results of committed writes in commit order.
 */
public final class LiveRooms {
  /** A lost connection is not told to others for so long: most come back. */
  static final Duration ABSENCE_GRACE = Duration.ofSeconds(10);

  /** How many connections one person may have: devices, and tabs of a browser on each. */
  static final int CONNECTIONS_PER_PERSON = 64;

  /** Guards every change of people and of who hears a room; never held while offering a frame. */
  private final Object lock = new Object();

  private final Map<UserId, Person> people = new ConcurrentHashMap<>();
  private final Map<RoomId, LiveRoom> rooms = new ConcurrentHashMap<>();
  private final PresenceBoard presences;
  private final ScheduledExecutorService timer;

  /**
   * @param timer one thread for what happens later; its tasks are short
   */
  public LiveRooms(ScheduledExecutorService timer) {
    this.timer = timer;
    this.presences = new PresenceBoard(timer, this::tellPresences);
  }

  /**
   * A connection of this person begins. From now on changes of membership reach it. Rooms are heard
   * after {@link #hear}.
   *
   * @return false when this person has too many connections
   */
  public boolean arrive(User user, Recipient device) {
    synchronized (lock) {
      Person person = people.computeIfAbsent(user.id(), _ -> new Person(user));
      if (person.devices().size() >= CONNECTIONS_PER_PERSON) {
        return false;
      }
      person.put(device, Presence.ONLINE);
      person.rooms().forEach(room -> live(room).add(user.id(), device));
    }
    presences.changed(user.id());
    return true;
  }

  /** A number that moves with every change of this person's rooms; see {@link #hear}. */
  public long changesOf(UserId user) {
    synchronized (lock) {
      Person person = people.get(user);
      return person == null ? 0 : person.changes();
    }
  }

  /**
   * This person's connections hear those rooms.
   *
   * @param changes what {@link #changesOf} said before the rooms were read from the store
   * @return false when the rooms have changed since, and must be read again
   */
  public boolean hear(UserId user, Collection<RoomId> memberships, long changes) {
    synchronized (lock) {
      Person person = people.get(user);
      if (person == null) {
        return true;
      }
      if (person.changes() != changes) {
        return false;
      }
      memberships.forEach(room -> enter(person, room));
    }
    presences.changed(user);
    return true;
  }

  /** A connection ended. */
  public void depart(UserId user, Recipient device) {
    synchronized (lock) {
      Person person = people.get(user);
      if (person == null || !person.has(device)) {
        return;
      }
      person.remove(device);
      person.rooms().forEach(room -> silence(room, device));
      if (person.isGone()) {
        timer.schedule(() -> forget(person), ABSENCE_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        return;
      }
    }
    presences.changed(user);
  }

  /** A membership was committed. */
  public void joined(UserId user, RoomId room) {
    synchronized (lock) {
      Person person = people.get(user);
      if (person != null) {
        enter(person, room);
      }
    }
    presences.changed(user);
  }

  /** The end of a membership was committed. */
  public void left(UserId user, RoomId room) {
    synchronized (lock) {
      Person person = people.get(user);
      if (person != null) {
        person.exit(room);
        person.devices().forEach(device -> silence(room, device));
      }
    }
  }

  /** Whether somebody who is connected is a member of a room. */
  public boolean isMember(User user, RoomId room) {
    Person person = people.get(user.id());
    return person != null && person.isIn(room);
  }

  public Presence presenceOf(UserId user) {
    synchronized (lock) {
      Person person = people.get(user);
      return person == null ? Presence.OFFLINE : person.presence();
    }
  }

  public void setPresence(UserId user, Recipient device, Presence presence) {
    synchronized (lock) {
      Person person = people.get(user);
      if (person == null || !person.has(device)) {
        return;
      }
      person.put(device, presence);
    }
    presences.changed(user);
  }

  /** Passes on committed events; called in commit order by one thread. */
  public void deliver(List<Event.RoomEvent> events) {
    var byRoom = new LinkedHashMap<RoomId, List<Event.RoomEvent>>();
    for (Event.RoomEvent event : events) {
      byRoom.computeIfAbsent(event.room(), _ -> new ArrayList<>()).add(event);
    }
    byRoom.forEach(
        (id, ofRoom) -> {
          LiveRoom room = rooms.get(id);
          if (room != null) {
            room.deliver(ofRoom);
          }
        });
  }

  /** Tells the others in a room that somebody is composing. */
  public void typing(User user, RoomId room) {
    LiveRoom live = rooms.get(room);
    if (live != null) {
      live.offerExcept(
          user.id(), Frame.passing(Codec.encode(new Event.Typing(room, user.id(), user.name()))));
    }
  }

  /** Tells something to all connections of one person but one. */
  public void tellOwn(UserId user, Recipient except, Event.Control event) {
    List<Recipient> devices;
    synchronized (lock) {
      Person person = people.get(user);
      devices = person == null ? List.of() : person.devices();
    }
    if (devices.size() < 2 && devices.contains(except)) {
      return;
    }
    Frame frame = Frame.of(Codec.encode(event));
    for (Recipient device : devices) {
      if (device != except) {
        device.offer(frame);
      }
    }
  }

  public int peopleConnected() {
    return people.size();
  }

  private void tellPresences(Set<UserId> changed) {
    Map<RoomId, List<Frame>> byRoom = new LinkedHashMap<>();
    synchronized (lock) {
      for (UserId id : changed) {
        Person person = people.get(id);
        Presence presence = person == null ? Presence.OFFLINE : person.presence();
        Collection<RoomId> told =
            person == null ? presences.lastRoomsOf(id) : List.copyOf(person.rooms());
        Frame frame = Frame.passing(Codec.encode(new Event.PresenceChanged(id, presence)));
        told.forEach(room -> byRoom.computeIfAbsent(room, _ -> new ArrayList<>()).add(frame));
      }
    }
    byRoom.forEach(
        (id, frames) -> {
          LiveRoom room = rooms.get(id);
          if (room != null) {
            room.offer(Frame.joinPassing(frames));
          }
        });
  }

  private void forget(Person person) {
    UserId id = person.user().id();
    synchronized (lock) {
      if (!person.isGone() || !people.remove(id, person)) {
        return;
      }
      presences.rememberRooms(id, List.copyOf(person.rooms()));
    }
    presences.changed(id);
  }

  private void enter(Person person, RoomId room) {
    person.enter(room);
    LiveRoom live = live(room);
    person.devices().forEach(device -> live.add(person.user().id(), device));
  }

  private LiveRoom live(RoomId room) {
    return rooms.computeIfAbsent(room, _ -> new LiveRoom());
  }

  private void silence(RoomId id, Recipient device) {
    LiveRoom room = rooms.get(id);
    if (room != null) {
      room.remove(device);
      if (room.isEmpty()) {
        rooms.remove(id);
      }
    }
  }
}
