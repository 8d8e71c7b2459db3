package chat.parley.server.room;

import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Collects who came, went or changed, and tells it a moment later all at once. When a whole office
 * logs in at nine, telling each arrival to each person on its own would grow with the square of the
 * people.
 */
final class PresenceBoard {
  private static final long TICK_MILLIS = 200;

  private final ScheduledExecutorService timer;
  private final Consumer<Set<UserId>> tell;

  /** Guarded by this, as is {@link #lastRooms}. */
  private Set<UserId> changed = new LinkedHashSet<>();

  private final Map<UserId, Collection<RoomId>> lastRooms = new HashMap<>();

  PresenceBoard(ScheduledExecutorService timer, Consumer<Set<UserId>> tell) {
    this.timer = timer;
    this.tell = tell;
  }

  void changed(UserId user) {
    boolean first;
    synchronized (this) {
      first = changed.isEmpty();
      changed.add(user);
    }
    if (first && !timer.isShutdown()) {
      timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Where somebody who is being forgotten was seen, so that those rooms still hear of it. */
  synchronized void rememberRooms(UserId user, Collection<RoomId> rooms) {
    lastRooms.put(user, rooms);
  }

  synchronized Collection<RoomId> lastRoomsOf(UserId user) {
    Collection<RoomId> rooms = lastRooms.remove(user);
    return rooms == null ? List.of() : rooms;
  }

  private void tick() {
    Set<UserId> now;
    synchronized (this) {
      now = changed;
      changed = new LinkedHashSet<>();
    }
    tell.accept(now);
  }
}
