package chat.parley.server.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, and says what stood there when it never came. */
final class Eventually {
  private Eventually() {}

  static void holds(Duration within, BooleanSupplier condition, Supplier<String> otherwise) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Not within " + within + ": " + otherwise.get());
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
