package chat.parley.desktop.app;

import chat.parley.desktop.platform.IdleClock;
import chat.parley.desktop.viewmodel.AutoAway;
import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.model.Presence;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then, while connected, how long nobody has touched the computer: at once, just when
 * five minutes may be over, and every ten seconds while they are. Where the system does not say,
 * the time since the last input in the app's own window counts.
 */
final class IdleWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IdleWatch.class);

  private final IdleClock clock;
  private final FxThread fx;
  private final AutoAway away;
  private final ObservableValue<Boolean> live;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("parley-idle").factory());
  private final EventHandler<InputEvent> input = _ -> touched();

  /** {@link System#nanoTime} of the last input in the window. Written on the FX thread. */
  private volatile long touchedAt = System.nanoTime();

  /** The next look; null while not connected. FX thread. */
  private @Nullable Future<?> next;

  IdleWatch(
      IdleClock clock,
      FxThread fx,
      ObjectProperty<Presence> presence,
      ObservableValue<Boolean> live) {
    this.clock = clock;
    this.fx = fx;
    this.live = live;
    away = new AutoAway(presence);
    live.subscribe(this::onLive);
  }

  /** Listens to what is done in that window too. FX thread. */
  void watch(Stage stage) {
    stage.addEventFilter(InputEvent.ANY, input);
  }

  private void touched() {
    touchedAt = System.nanoTime();
    away.onIdle(Duration.ZERO);
  }

  private void onLive(boolean now) {
    if (next != null) {
      next.cancel(false);
      next = null;
    }
    if (now) {
      lookAfter(Duration.ZERO); // Who left while there was no connection is not here now.
    }
  }

  private void lookAfter(Duration wait) {
    if (!looks.isShutdown()) {
      next = looks.schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      Duration here = Duration.ofNanos(System.nanoTime() - touchedAt);
      Duration idle = clock.idle().orElse(here);
      fx.run(() -> looked(idle));
    } catch (RuntimeException e) {
      log.warn("How long nobody was here cannot be found out; presence stays as it is.", e);
    }
  }

  private void looked(Duration idle) {
    if (live.getValue()) {
      away.onIdle(idle);
      lookAfter(away.nextLook(idle));
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
