package chat.parley.client;

/**
 * The rate at which the server lets one person send: a bucket that holds {@code burst} tokens and
 * gains {@code perSecond}. Time comes from outside, in nanoseconds. A rate of 0 is no limit.
 */
final class Pace {
  private static final long SECOND = 1_000_000_000L;

  private final int burst;
  private final int perSecond;

  /** When the bucket, left alone, will be full again. The single number holds the whole state. */
  private long fullAt;

  Pace(int burst, int perSecond, long now) {
    this.burst = Math.max(burst, 1);
    this.perSecond = perSecond;
    this.fullAt = now;
  }

  /** How long until one more may go; 0 when it may go now. */
  long waitNanos(long now) {
    if (perSecond <= 0) {
      return 0;
    }
    long missing = Math.max(0, fullAt - now);
    return Math.max(0, missing - (burst - 1) * interval());
  }

  /** Counts one that goes now. */
  void take(long now) {
    if (perSecond > 0) {
      fullAt = (fullAt - now > 0 ? fullAt : now) + interval();
    }
  }

  private long interval() {
    return SECOND / perSecond;
  }
}
