package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A journal that lasts as long as the program: for bots, load and tests. Survives any number of
 * clients, one after the other. May be read from any thread; guarded by its own monitor.
 */
public final class MemoryJournal implements Journal {
  private @Nullable Login login;
  private final Map<RoomId, RoomState> rooms = new LinkedHashMap<>();
  private final Map<RoomId, Deque<Event.RoomEvent>> logs = new HashMap<>();
  private final Map<Nonce, Outgoing> outbox = new LinkedHashMap<>();
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private long keptVersion;

  @Override
  public synchronized @Nullable Login login() {
    return login;
  }

  @Override
  public synchronized void loggedIn(Login newest) {
    login = newest;
  }

  @Override
  public synchronized void rooms(List<RoomState> states) {
    var ids = states.stream().map(state -> state.room().id()).collect(Collectors.toSet());
    rooms.keySet().retainAll(ids);
    states.forEach(this::room);
    Set<RoomId> gone = new HashSet<>(logs.keySet());
    gone.removeAll(rooms.keySet());
    gone.forEach(logs::remove);
  }

  @Override
  public synchronized void room(RoomState room) {
    RoomState before = rooms.put(room.room().id(), room);
    Deque<Event.RoomEvent> log = logs.get(room.room().id());
    if (log != null && room.expired() > (before == null ? 0 : before.expired())) {
      var left = new ArrayDeque<Event.RoomEvent>();
      log.forEach(event -> left.add(Fold.expired(event, room.expired())));
      logs.put(room.room().id(), left);
    }
  }

  @Override
  public synchronized void roomRemoved(RoomId room) {
    rooms.remove(room);
    logs.remove(room);
  }

  @Override
  public synchronized Map<RoomId, Long> cursors() {
    var cursors = new HashMap<RoomId, Long>();
    logs.forEach((room, log) -> cursors.put(room, log.getLast().seq()));
    return cursors;
  }

  @Override
  public synchronized void append(RoomId room, List<Event.RoomEvent> events) {
    Deque<Event.RoomEvent> log = logs.get(room);
    if (log != null && events.getFirst().seq() != log.getLast().seq() + 1) {
      throw new IllegalArgumentException(
          "After " + log.getLast().seq() + " cannot come " + events.getFirst().seq() + ".");
    }
    Deque<Event.RoomEvent> kept = logs.computeIfAbsent(room, _ -> new ArrayDeque<>());
    kept.addAll(events);
    if (events.stream().anyMatch(MemoryJournal::changesWhatWas)) {
      logs.put(room, folded(kept, events));
    }
  }

  private static boolean changesWhatWas(Event.RoomEvent event) {
    return Fold.targetOf(event) != 0 || event instanceof Event.Renamed;
  }

  private static Deque<Event.RoomEvent> folded(
      Deque<Event.RoomEvent> log, List<Event.RoomEvent> news) {
    var folded = new ArrayDeque<Event.RoomEvent>();
    for (Event.RoomEvent kept : log) {
      Event.RoomEvent now = kept;
      for (Event.RoomEvent event : news) {
        if (now instanceof Event.Message message && Fold.targetOf(event) == message.seq()) {
          now = Fold.after(message, event);
        }
        if (event instanceof Event.Renamed renamed) {
          now = Fold.renamed(now, renamed);
        }
        if (event instanceof Event.Deleted deleted) {
          now = Fold.wiped(now, deleted);
        }
      }
      folded.add(now);
    }
    return folded;
  }

  @Override
  public synchronized void prepend(RoomId room, List<Event.RoomEvent> events) {
    Deque<Event.RoomEvent> log = logs.get(room);
    if (log != null && events.getLast().seq() == log.getFirst().seq() - 1) {
      events.reversed().forEach(log::addFirst);
    }
  }

  @Override
  public synchronized void reset(RoomId room) {
    logs.remove(room);
  }

  @Override
  public synchronized Keeps keeps() {
    return new Keeps(keptVersion, List.copyOf(kept.values()));
  }

  @Override
  public synchronized void keep(long version, Kept one) {
    keptVersion = version;
    if (one.value() == null && one.version() != 0) {
      kept.remove(one.key());
    } else {
      kept.put(one.key(), one);
    }
  }

  @Override
  public synchronized List<Outgoing> outbox() {
    return List.copyOf(outbox.values());
  }

  @Override
  public synchronized void put(Outgoing message) {
    outbox.put(message.nonce(), message);
  }

  @Override
  public synchronized void remove(Nonce nonce) {
    outbox.remove(nonce);
  }

  /** What is kept of a room, oldest first. */
  public synchronized List<Event.RoomEvent> events(RoomId room) {
    Deque<Event.RoomEvent> log = logs.get(room);
    return log == null ? List.of() : new ArrayList<>(log);
  }

  /** The rooms with their numbers, as last told. */
  public synchronized List<RoomState> rooms() {
    return List.copyOf(rooms.values());
  }
}
