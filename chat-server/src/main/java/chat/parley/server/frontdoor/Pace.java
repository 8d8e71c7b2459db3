package chat.parley.server.frontdoor;

import java.util.function.LongSupplier;

/**
 * How fast a crowd comes in. Hundreds may knock at one moment, after a break or when the server was
 * away; let in all at once they would hold up for a tenth of a second those who chat. Guarded by
 * who uses it.
 */
final class Pace {
  /** These need not wait for each other. */
  private static final int AT_ONCE = 16;

  private static final long PLAIN_NANOS = 2_000_000;

  /** Agreeing on keys takes about four times as much. */
  private static final long TLS_NANOS = 8_000_000;

  private final long each;
  private final LongSupplier nanos;

  /** When all who came would be through at that pace. */
  private long through;

  /**
   * @param each nanoseconds between two, once there is a crowd
   */
  Pace(long each, LongSupplier nanos) {
    this.each = each;
    this.nanos = nanos;
    through = nanos.getAsLong();
  }

  /** What this computer can do beside its usual work. */
  static Pace ofThisComputer(boolean tls) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Pace((tls ? TLS_NANOS : PLAIN_NANOS) / processors, System::nanoTime);
  }

  /** One has come: how many nanoseconds to wait before letting it in. */
  long next() {
    long now = nanos.getAsLong();
    long wait = Math.max(0, through - now - (AT_ONCE - 1) * each);
    through = Math.max(through, now) + each;
    return wait;
  }
}
