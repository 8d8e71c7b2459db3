package chat.parley.server.discovery;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How often answers are given: a few times a second to one address, and not so many to all together
 * that the network would feel it. Used by one thread.
 */
final class AnswerRate {
  static final int PER_ADDRESS = 8;
  static final int ALL = 200;

  private static final long WINDOW_NANOS = 1_000_000_000L;

  private final Map<InetAddress, Integer> given = new HashMap<>();
  private int all;
  private long begun;

  /** Whether one more may be given now, which counts as given then. */
  boolean take(InetAddress to, long nanos) {
    if (all == 0 || nanos - begun >= WINDOW_NANOS) {
      given.clear();
      all = 0;
      begun = nanos;
    }
    int before = given.getOrDefault(to, 0);
    if (before >= PER_ADDRESS || all >= ALL) {
      return false;
    }
    given.put(to, before + 1);
    all++;
    return true;
  }
}
