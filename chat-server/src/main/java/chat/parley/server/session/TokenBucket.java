package chat.parley.server.session;

/**
 * A rate: at most {@code burst} at once, {@code perSecond} for long. Immutable; the next state is a
 * pure function of the last one and the time.
 *
 * @param tokens what is left, at {@code atNanos}
 */
public record TokenBucket(double burst, double perSecond, double tokens, long atNanos) {

  public static TokenBucket full(double burst, double perSecond, long nowNanos) {
    return new TokenBucket(burst, perSecond, burst, nowNanos);
  }

  /** The bucket as it stands now, with what has flowed in meanwhile. */
  public TokenBucket at(long nowNanos) {
    double elapsed = Math.max(0, nowNanos - atNanos) / 1e9;
    return new TokenBucket(
        burst, perSecond, Math.min(burst, tokens + elapsed * perSecond), nowNanos);
  }

  public boolean hasOne() {
    return tokens >= 1;
  }

  public TokenBucket takeOne() {
    return new TokenBucket(burst, perSecond, tokens - 1, atNanos);
  }

  public TokenBucket giveOne() {
    return new TokenBucket(burst, perSecond, Math.min(burst, tokens + 1), atNanos);
  }

  /** Milliseconds until there is one, rounded up. */
  public long waitMillis() {
    return hasOne() ? 0 : (long) Math.ceil((1 - tokens) / perSecond * 1000);
  }
}
