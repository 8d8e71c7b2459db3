package chat.parley.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting, for a load that goes by the clock. */
final class Pause {
  private static final long LOOK_MILLIS = 10;

  private Pause() {}

  static void millis(long millis) {
    until(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  static void until(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      if (Thread.interrupted()) {
        throw new CannotMeasure("The run was interrupted.");
      }
      LockSupport.parkNanos(left);
    }
  }

  /**
   * @return whether it came true within that time
   */
  static boolean await(long seconds, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      millis(LOOK_MILLIS);
    }
    return true;
  }
}
