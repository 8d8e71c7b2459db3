package chat.parley.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: anything from nothing to a ceiling that doubles with every
 * failure in a row ("full jitter"), so that a thousand clients of a server that comes back do not
 * all knock at once.
 */
record Backoff(Duration first, Duration max) {

  /**
   * @param failures failures before this one, since the last success
   */
  Duration delay(int failures, RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(ceiling(failures).toMillis() + 1));
  }

  Duration ceiling(int failures) {
    // Beyond 2^20 every sensible first wait has long reached the maximum.
    long factor = 1L << Math.min(Math.max(failures, 0), 20);
    Duration doubled = first.multipliedBy(factor);
    return doubled.compareTo(max) < 0 ? doubled : max;
  }
}
