package chat.parley.desktop.testing;

import chat.parley.desktop.viewmodel.outside.Background;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The FX thread, the disk thread and the clock of a test: all move only when the test says so. */
public final class FakeFx implements FxThread, Background, InstantSource {
  private static final class Timer {
    final long at;
    final Runnable action;

    Timer(long at, Runnable action) {
      this.at = at;
      this.action = action;
    }
  }

  private final Deque<Runnable> soon = new ArrayDeque<>();
  private final Deque<Runnable> frame = new ArrayDeque<>();
  private final Deque<Runnable> disk = new ArrayDeque<>();
  private final List<Timer> timers = new ArrayList<>();
  private long now = 1_760_000_000_000L;

  public Surroundings surroundings() {
    return new Surroundings(this, this, this, ZoneId.of("UTC"));
  }

  @Override
  public synchronized void run(Runnable action) {
    soon.add(action);
  }

  @Override
  public synchronized void beforeFrame(Runnable action) {
    frame.add(action);
  }

  @Override
  public synchronized Runnable after(Duration delay, Runnable action) {
    var timer = new Timer(now + delay.toMillis(), action);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  @Override
  public <T> void run(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    disk.add(
        () -> {
          try {
            T outcome = work.call();
            run(() -> done.accept(outcome));
          } catch (Exception e) {
            run(() -> failed.accept(e));
          }
        });
  }

  /** Does all that waits, on every thread, until nothing does. */
  public void settle() {
    while (!soon.isEmpty() || !disk.isEmpty() || !frame.isEmpty()) {
      doAll(soon);
      doAll(disk);
      doAll(soon);
      doAll(frame);
    }
  }

  /** Does what waits for the FX thread and draws a frame; the disk does nothing. */
  public void frameOnly() {
    doAll(soon);
    doAll(frame);
  }

  /** Time passes; timers run when they are due, and everything settles after each. */
  public void pass(Duration time) {
    long end = now + time.toMillis();
    settle();
    while (true) {
      Timer next =
          timers.stream()
              .filter(timer -> timer.at <= end)
              .min(Comparator.comparingLong(timer -> timer.at))
              .orElse(null);
      if (next == null) {
        now = end;
        return;
      }
      now = Math.max(now, next.at);
      timers.remove(next);
      next.action.run();
      settle();
    }
  }

  public int timers() {
    return timers.size();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  private static void doAll(Deque<Runnable> actions) {
    while (!actions.isEmpty()) {
      actions.remove().run();
    }
  }
}
