package chat.parley.client;

/**
 * Whether the other side is still there. Any byte heard counts as life; a ping goes out when either
 * side has been silent for a while, because much of what a client says is never answered. Times are
 * nanoseconds from outside.
 */
final class Heartbeat {
  /** What is to be done now. */
  enum Verdict {
    NOTHING,
    PING,
    DEAD
  }

  private final long pingAfter;
  private final long deadAfter;
  private long pingedAt;

  Heartbeat(long pingAfter, long deadAfter, long now) {
    this.pingAfter = pingAfter;
    this.deadAfter = deadAfter;
    this.pingedAt = now;
  }

  Verdict check(long now, long saidAt, long heardAt) {
    if (now - heardAt >= deadAfter) {
      return Verdict.DEAD;
    }
    if (now - saidAt >= pingAfter || (now - heardAt >= pingAfter && now - pingedAt >= pingAfter)) {
      pingedAt = now;
      return Verdict.PING;
    }
    return Verdict.NOTHING;
  }

  /** How long until the next check can say something new, if nothing happens until then. */
  long nextCheck(long now, long saidAt, long heardAt) {
    long ping =
        Math.min(saidAt + pingAfter, Math.max(heardAt + pingAfter, pingedAt + pingAfter)) - now;
    return Math.max(1, Math.min(ping, heardAt + deadAfter - now));
  }
}
