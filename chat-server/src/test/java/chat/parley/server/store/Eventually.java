package chat.parley.server.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
final class Eventually {
  private Eventually() {}

  static void eventually(String what, BooleanSupplier condition) {
    eventually(what, Duration.ofSeconds(20), condition);
  }

  static void eventually(String what, Duration within, BooleanSupplier condition) {
    if (!becomes(within, condition)) {
      throw new AssertionError("Not within " + within + ": " + what);
    }
  }

  /** Looks on for that long. */
  static void never(String what, Duration during, BooleanSupplier condition) {
    if (becomes(during, condition)) {
      throw new AssertionError("It did happen: " + what);
    }
  }

  private static boolean becomes(Duration within, BooleanSupplier condition) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(2_000_000);
    }
    return true;
  }
}
