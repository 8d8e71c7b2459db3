package chat.parley.desktop.view;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/** The FX thread for tests: started once, waited for, never slept on. */
public final class Fx {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whoever asks all the time takes the processor from what is waited for. */
  private static final long LOOK_AGAIN_NANOS = 3_000_000;

  private static boolean started;

  static {
    // The toolkit without a display fails at times when a window changes its size while it is
    // drawn;
    // TestFX would hold that against whichever test waits next.
    WaitForAsyncUtils.autoCheckException = false;
  }

  private Fx() {}

  /** Does the work on the FX thread and hands over its outcome or its failure. */
  public static <T> T call(Callable<T> work) {
    start();
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("The FX thread did not do it in time.", e);
    }
  }

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits until the FX thread says yes, letting it do all that it has to in between. */
  public static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not become true in time.");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** Styles and lays out a scene that no window shows, and lets what that leads to happen. */
  public static void settle(Scene scene) {
    for (int i = 0; i < 3; i++) {
      run(() -> layOut(scene));
    }
  }

  /** On the FX thread. */
  public static void layOut(Scene scene) {
    Parent root = scene.getRoot();
    root.resizeRelocate(0, 0, scene.getWidth(), scene.getHeight());
    root.applyCss();
    root.layout();
  }

  /** A key for whatever has the keyboard. On the FX thread. */
  public static void press(Scene scene, KeyCode key) {
    Node owner = scene.getFocusOwner();
    owner.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  /** A key with Ctrl, or Command on a Mac. On the FX thread. */
  public static void pressShortcut(Scene scene, KeyCode key) {
    Node owner = scene.getFocusOwner();
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    owner.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, !mac, false, mac));
  }

  /** Types into whatever has the keyboard in the window that is in front, a key after the other. */
  public static void type(String text) {
    await(() -> inFront() != null);
    Scene scene = call(() -> inFront().getScene());
    text.codePoints().mapToObj(Character::toString).forEach(key -> run(() -> type(scene, key)));
  }

  /**
   * The window that was shown last: on the headless screen those behind it keep the focus they had.
   */
  private static Window inFront() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isFocused())
        .reduce((_, later) -> later)
        .orElse(null);
  }

  private static void type(Scene scene, String key) {
    for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
      String character = kind == KeyEvent.KEY_TYPED ? key : KeyEvent.CHAR_UNDEFINED;
      Node owner = scene.getFocusOwner();
      Event.fireEvent(
          owner == null ? scene : owner,
          new KeyEvent(kind, character, key, KeyCode.UNDEFINED, false, false, false, false));
    }
  }

  public static <N extends Node> N find(Scene scene, String selector, Class<N> type) {
    return type.cast(scene.getRoot().lookup(selector));
  }

  private static synchronized void start() {
    if (!started) {
      Locale.setDefault(Locale.UK);
      Platform.startup(() -> Platform.setImplicitExit(false));
      started = true;
    }
  }
}
