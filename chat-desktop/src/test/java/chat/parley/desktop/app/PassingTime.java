package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What o'clock it is for real apps of a test: as late as it is, until the test lets hours pass.
 * Servers know nothing of it.
 */
final class PassingTime implements InstantSource {
  private final List<Due> waiting = new CopyOnWriteArrayList<>();
  private volatile Duration ahead = Duration.ZERO;

  /** The same surroundings in this time. */
  Surroundings of(Surroundings real) {
    return new Surroundings(new Hurried(real.fx()), real.background(), this, real.zone());
  }

  /** It is so much later at once, and what was to happen meanwhile happens. */
  void pass(Duration time) {
    ahead = ahead.plus(time);
    Instant now = instant();
    waiting.stream().filter(due -> !due.at.isAfter(now)).forEach(due -> due.fx.run(due::happen));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  /** Something that happens once: when the time has come, or when it has passed. */
  private final class Due {
    final FxThread fx;
    final Instant at;
    private final Runnable action;
    private final AtomicBoolean over = new AtomicBoolean();

    Due(FxThread fx, Instant at, Runnable action) {
      this.fx = fx;
      this.at = at;
      this.action = action;
    }

    void happen() {
      if (stop()) {
        action.run();
      }
    }

    boolean stop() {
      waiting.remove(this);
      return over.compareAndSet(false, true);
    }
  }

  private final class Hurried implements FxThread {
    private final FxThread real;

    Hurried(FxThread real) {
      this.real = real;
    }

    @Override
    public void run(Runnable action) {
      real.run(action);
    }

    @Override
    public void beforeFrame(Runnable action) {
      real.beforeFrame(action);
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
      var due = new Due(real, instant().plus(delay), action);
      waiting.add(due);
      Runnable stop = real.after(delay, due::happen);
      return () -> {
        due.stop();
        stop.run();
      };
    }
  }
}
