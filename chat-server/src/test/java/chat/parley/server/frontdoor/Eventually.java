package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition instead of a time. */
final class Eventually {
  private static final long LOOK_AGAIN_NANOS = 2_000_000;

  private Eventually() {}

  static void within(Duration time, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    boolean holds = condition.getAsBoolean();
    while (!holds && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      holds = condition.getAsBoolean();
    }
    assertThat(holds).as("%s within %s", what, time).isTrue();
  }

  /** Lets time pass in which something must not happen. */
  static void stays(Duration time, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      assertThat(condition.getAsBoolean()).as("%s for %s", what, time).isTrue();
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
