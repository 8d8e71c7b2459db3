package chat.parley.server.room;

import chat.parley.model.DeviceId;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
  private final InstantSource clock;

  /**
   * @param timer one thread for what happens later; its tasks are short
   * @param clock says when a status is over
   */
  public LiveRooms(ScheduledExecutorService timer, InstantSource clock) {
    this.timer = timer;
    this.clock = clock;
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

  /** A number that moves with every change of this person's rooms or status; see {@link #hear}. */
  public long changesOf(UserId user) {
    synchronized (lock) {
      Person person = people.get(user);
      return person == null ? 0 : person.changes();
    }
  }

  /**
   * This person's connections hear those rooms, and others what this person says.
   *
   * @param changes what {@link #changesOf} said before these were read from the store
   * @return false when they have changed since, and must be read again
   */
  public boolean hear(
      UserId user, Collection<RoomId> memberships, @Nullable Status status, long changes) {
    synchronized (lock) {
      Person person = people.get(user);
      if (person == null) {
        return true;
      }
      if (person.changes() != changes) {
        return false;
      }
      memberships.forEach(room -> enter(person, room));
      person.say(status);
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
        forgetLater(person);
        return;
      }
    }
    presences.changed(user);
  }

  private void forgetLater(Person person) {
    try {
      timer.schedule(() -> forget(person), ABSENCE_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return; // The server stops: nobody comes back, and nobody is told who is gone.
    }
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

  /** Another name or role of this person was committed: their connections speak for that one. */
  public void become(User now) {
    List<Recipient> devices;
    synchronized (lock) {
      Person person = people.get(now.id());
      if (person == null) {
        return;
      }
      person.become(now);
      devices = person.devices();
    }
    devices.forEach(device -> device.become(now));
    tell(devices, Frame.of(Codec.encode(new Event.SelfChanged(now))));
    presences.changed(now.id());
  }

  /** Ends the connections of some devices of this person. */
  public void end(UserId user, Collection<DeviceId> devices, CloseCode code, String reason) {
    devicesOf(user).stream()
        .filter(recipient -> devices.contains(recipient.device()))
        .forEach(recipient -> recipient.hangUp(code, reason));
  }

  /**
   * Ends a connection at that time.
   *
   * @param at epoch milliseconds
   */
  public void endAt(Recipient recipient, long at, CloseCode code, String reason) {
    long left = Math.max(0, at - clock.millis());
    timer.schedule(() -> recipient.hangUp(code, reason), left, TimeUnit.MILLISECONDS);
  }

  /** Ends all connections of this person but one. */
  public void endOthers(UserId user, Recipient stays, CloseCode code, String reason) {
    devicesOf(user).stream()
        .filter(recipient -> recipient != stays)
        .forEach(recipient -> recipient.hangUp(code, reason));
  }

  /** Ends all connections of this person. */
  public void end(UserId user, CloseCode code, String reason) {
    devicesOf(user).forEach(recipient -> recipient.hangUp(code, reason));
  }

  /** Whether somebody who is connected is a member of a room. */
  public boolean isMember(User user, RoomId room) {
    Person person = people.get(user.id());
    return person != null && person.isIn(room);
  }

  /** What this person says about themselves was committed. */
  public void says(UserId user, @Nullable Status status) {
    synchronized (lock) {
      Person person = people.get(user);
      if (person == null) {
        return;
      }
      person.say(status);
    }
    presences.changed(user);
  }

  /** Whether somebody is there and wants to be called. */
  public boolean isOnline(UserId user) {
    return presenceOf(user) == Presence.ONLINE;
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

  /** Tells something to all connections of one person. */
  public void tellAll(UserId user, Event.Control event) {
    tell(devicesOf(user), Frame.of(Codec.encode(event)));
  }

  /** Tells somebody something that is true for a moment only. */
  public void tellAll(UserId user, Event.Passing event) {
    tell(devicesOf(user), Frame.passing(Codec.encode(event)));
  }

  /** Tells something to all connections of one person but one. */
  public void tellOwn(UserId user, Recipient except, Event.Control event) {
    List<Recipient> devices = devicesOf(user);
    if (devices.size() < 2 && devices.contains(except)) {
      return;
    }
    tell(
        devices.stream().filter(device -> device != except).toList(),
        Frame.of(Codec.encode(event)));
  }

  /** Tells something to all who are in a room. */
  public void tellRoom(RoomId room, Event.Control event) {
    LiveRoom live = rooms.get(room);
    if (live != null) {
      live.offer(Frame.of(Codec.encode(event)));
    }
  }

  /** Tells something to all connections of everybody. */
  public void tellEverybody(Event.Control event) {
    Frame frame = Frame.of(Codec.encode(event));
    people.values().forEach(person -> tell(person.devices(), frame));
  }

  public int peopleConnected() {
    return people.size();
  }

  private void tellPresences(Set<UserId> changed) {
    Map<RoomId, List<Frame>> byRoom = new LinkedHashMap<>();
    synchronized (lock) {
      for (UserId id : changed) {
        Person person = people.get(id);
        PresenceBoard.Last known =
            person == null
                ? presences.lastOf(id)
                : new PresenceBoard.Last(List.copyOf(person.rooms()), person.status());
        Presence presence = person == null ? Presence.OFFLINE : person.presence();
        var event = new Event.PresenceChanged(id, presence, stillSaid(known.status()));
        Frame frame = Frame.passing(Codec.encode(event));
        known
            .rooms()
            .forEach(room -> byRoom.computeIfAbsent(room, _ -> new ArrayList<>()).add(frame));
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

  private @Nullable Status stillSaid(@Nullable Status status) {
    return status == null || status.isOver(clock.millis()) ? null : status;
  }

  private List<Recipient> devicesOf(UserId user) {
    synchronized (lock) {
      Person person = people.get(user);
      return person == null ? List.of() : person.devices();
    }
  }

  private static void tell(List<Recipient> devices, Frame frame) {
    devices.forEach(device -> device.offer(frame));
  }

  private void forget(Person person) {
    UserId id = person.user().id();
    synchronized (lock) {
      if (!person.isGone() || !people.remove(id, person)) {
        return;
      }
      presences.remember(id, new PresenceBoard.Last(List.copyOf(person.rooms()), person.status()));
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
