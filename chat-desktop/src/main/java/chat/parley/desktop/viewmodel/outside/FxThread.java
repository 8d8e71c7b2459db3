package chat.parley.desktop.viewmodel.outside;

import java.time.Duration;

/** The thread on which the window lives. All methods may be called from any thread. */
public interface FxThread {
  /** Runs soon, in the order asked. */
  void run(Runnable action);

  /** Runs just before the next frame, in the order asked. */
  void beforeFrame(Runnable action);

  /** Runs once when {@code delay} has passed, unless the answer is called before. */
  Runnable after(Duration delay, Runnable action);
}
