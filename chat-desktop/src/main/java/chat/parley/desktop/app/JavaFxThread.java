package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.outside.FxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** JavaFX's own thread. Between frames that change nothing no timer of it runs. */
final class JavaFxThread implements FxThread, AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("parley-clock").factory());
  private final Object lock = new Object();

  /** Guarded by {@link #lock}. */
  private List<Runnable> beforeFrame = new ArrayList<>();

  private final AnimationTimer nextFrame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          drain();
        }
      };

  @Override
  public void run(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public void beforeFrame(Runnable action) {
    boolean first;
    synchronized (lock) {
      first = beforeFrame.isEmpty();
      beforeFrame.add(action);
    }
    if (first) {
      Platform.runLater(nextFrame::start);
    }
  }

  /** Actions that an action asks for are part of the same frame. */
  private void drain() {
    while (true) {
      List<Runnable> actions;
      synchronized (lock) {
        if (beforeFrame.isEmpty()) {
          return;
        }
        actions = List.copyOf(beforeFrame);
      }
      actions.forEach(Runnable::run);
      synchronized (lock) {
        beforeFrame = new ArrayList<>(beforeFrame.subList(actions.size(), beforeFrame.size()));
      }
    }
  }

  @Override
  public Runnable after(Duration delay, Runnable action) {
    var over = new AtomicBoolean();
    Future<?> later =
        clock.schedule(
            () ->
                run(
                    () -> {
                      if (over.compareAndSet(false, true)) {
                        action.run();
                      }
                    }),
            delay.toNanos(),
            TimeUnit.NANOSECONDS);
    return () -> {
      over.set(true);
      later.cancel(false);
    };
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
