package chat.parley.desktop.viewmodel.alerts;

import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.model.RoomId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Makes one of many: the first alert after a pause goes out at once, what follows within three
 * seconds goes out together, and all that is missed while away goes out together when the log is
 * complete. Keeps one alert of each room, however many there are. FX thread.
 */
final class Gathering {
  static final Duration PAUSE = Duration.ofSeconds(3);

  /** The newest alert of a room, and how many there were. */
  record Tally(Alert newest, int count) {}

  private final FxThread fx;
  private final Consumer<List<Tally>> out;
  private final Map<RoomId, Tally> waiting = new LinkedHashMap<>();
  private Runnable stopPause = () -> {};
  private boolean pausing;
  private boolean held;

  Gathering(FxThread fx, Consumer<List<Tally>> out) {
    this.fx = fx;
    this.out = out;
  }

  void add(Alert alert) {
    RoomId room = alert.room().id();
    Tally before = waiting.remove(room);
    waiting.put(room, new Tally(alert, before == null ? 1 : before.count() + 1));
    letGo();
  }

  /** Of a room something was read: what waits of it may be old. */
  void forget(RoomId room, Predicate<Alert> isRead) {
    waiting.computeIfPresent(room, (_, tally) -> isRead.test(tally.newest()) ? null : tally);
  }

  /** More is on its way from the past. */
  void hold() {
    held = true;
  }

  /** From now on everything is live. */
  void release() {
    held = false;
    letGo();
  }

  /** What waits is of a session that is over. */
  void clear() {
    waiting.clear();
    stopPause.run();
    pausing = false;
    held = false;
  }

  private void letGo() {
    if (held || pausing || waiting.isEmpty()) {
      return;
    }
    List<Tally> now = List.copyOf(waiting.values());
    waiting.clear();
    pausing = true;
    stopPause = fx.after(PAUSE, this::pauseOver);
    out.accept(now);
  }

  private void pauseOver() {
    pausing = false;
    letGo();
  }
}
