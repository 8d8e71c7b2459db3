package chat.parley.server.session;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody may be connected without saying who they are. Only the time counts for which
 * the server waits for them: when many log in at once, hashing their passwords alone takes longer.
 * Safe for any thread.
 */
public final class LogInDeadline {
  private final ScheduledExecutorService timer;
  private final LongSupplier nanos;
  private final Runnable late;

  /** Guarded by this. */
  private long left;

  /** Guarded by this. */
  private long listensSince;

  /** Set while the server waits. Guarded by this. */
  private @Nullable Future<?> end;

  /** Guarded by this. */
  private boolean over;

  /**
   * @param within nanoseconds that the server waits, all told
   * @param late called on the timer's thread
   */
  public LogInDeadline(
      ScheduledExecutorService timer, LongSupplier nanos, long within, Runnable late) {
    this.timer = timer;
    this.nanos = nanos;
    this.left = within;
    this.late = late;
  }

  /** From now on the time counts. */
  public synchronized void listen() {
    if (!over && end == null) {
      listensSince = nanos.getAsLong();
      end = timer.schedule(late, Math.max(0, left), TimeUnit.NANOSECONDS);
    }
  }

  /** Somebody has said something: what the server does now takes its own time. */
  synchronized void pause() {
    if (end != null) {
      end.cancel(false);
      end = null;
      left -= nanos.getAsLong() - listensSince;
    }
  }

  /** Nothing is waited for any more. */
  synchronized void lift() {
    pause();
    over = true;
  }
}
