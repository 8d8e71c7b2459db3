package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * When something is seen after what somebody did: from the last key that went down or mouse button
 * that went up to the first frame that has it. What a robot waits for in between is not added.
 */
final class Sight implements AutoCloseable {
  /** What people wait for one another at most, in milliseconds, also where other tests run. */
  private static final long SOON = 1_000;

  private final BooleanSupplier there;
  private final EventHandler<InputEvent> input = _ -> done();
  private final ListChangeListener<Window> windows = this::windowsChanged;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          look();
        }
      };

  // On the FX thread only; by System.nanoTime.
  private long doneAt;
  private long seenAt;

  private Sight(BooleanSupplier there) {
    this.there = there;
  }

  /**
   * Does it and waits until it is seen, which must be soon; says how long it took.
   *
   * @param there whether it is seen; asked on the FX thread
   */
  static void soon(String what, Runnable deed, BooleanSupplier there) {
    try (var sight = new Sight(there)) {
      Fx.run(sight::begin);
      deed.run();
      Fx.await(() -> sight.seenAt != 0);
      long millis = Fx.call(() -> (sight.seenAt - sight.doneAt) / 1_000_000);
      System.out.printf(Locale.ROOT, "%s: seen after %d ms%n", what, millis);
      assertThat(millis).as("milliseconds until \"%s\" is seen", what).isLessThan(SOON);
    }
  }

  private void begin() {
    done();
    Window.getWindows().forEach(this::listen);
    Window.getWindows().addListener(windows);
    frames.start();
  }

  /** What was there before the last deed is no sign that the deed is seen. */
  private void done() {
    doneAt = System.nanoTime();
    seenAt = 0;
  }

  private void look() {
    if (seenAt == 0 && there.getAsBoolean()) {
      seenAt = System.nanoTime();
    }
  }

  private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getRemoved().forEach(this::ignore);
      change.getAddedSubList().forEach(this::listen);
    }
  }

  private void listen(Window window) {
    window.addEventFilter(KeyEvent.KEY_PRESSED, input);
    window.addEventFilter(MouseEvent.MOUSE_RELEASED, input);
  }

  private void ignore(Window window) {
    window.removeEventFilter(KeyEvent.KEY_PRESSED, input);
    window.removeEventFilter(MouseEvent.MOUSE_RELEASED, input);
  }

  @Override
  public void close() {
    Fx.run(
        () -> {
          frames.stop();
          Window.getWindows().removeListener(windows);
          Window.getWindows().forEach(this::ignore);
        });
  }
}
