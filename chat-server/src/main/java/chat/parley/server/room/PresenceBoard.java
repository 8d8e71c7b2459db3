package chat.parley.server.room;

import chat.parley.model.RoomId;
import chat.parley.model.Status;
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
import org.jspecify.annotations.Nullable;

/**
 * Collects who came, went or changed, and tells it a moment later all at once. When a whole office
 * logs in at nine, telling each arrival to each person on its own would grow with the square of the
 * people.
 */
final class PresenceBoard {
  private static final long TICK_MILLIS = 200;

  private final ScheduledExecutorService timer;
  private final Consumer<Set<UserId>> tell;

  /** Guarded by this, as is {@link #last}. */
  private Set<UserId> changed = new LinkedHashSet<>();

  private final Map<UserId, Last> last = new HashMap<>();

  /** What was known of somebody who is being forgotten. */
  record Last(Collection<RoomId> rooms, @Nullable Status status) {
    static final Last NOTHING = new Last(List.of(), null);
  }

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

  /**
   * Of somebody who is being forgotten, so that the rooms where they were seen still hear of it.
   */
  synchronized void remember(UserId user, Last known) {
    last.put(user, known);
  }

  synchronized Last lastOf(UserId user) {
    Last known = last.remove(user);
    return known == null ? Last.NOTHING : known;
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
