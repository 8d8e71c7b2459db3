package chat.parley.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts times in nanoseconds, exact to one part in 64. Any thread may add; reading while others
 * add gives a picture that is a little behind.
 */
final class Histogram {
  /** Steps for each power of two. */
  private static final int STEPS = 64;

  private static final int STEP_BITS = 6;

  private final AtomicLongArray counts = new AtomicLongArray((64 - STEP_BITS + 1) * STEPS);
  private final AtomicLong max = new AtomicLong();

  void add(long nanos) {
    long value = Math.max(0, nanos);
    counts.incrementAndGet(slot(value));
    max.accumulateAndGet(value, Math::max);
  }

  long count() {
    long all = 0;
    for (int i = 0; i < counts.length(); i++) {
      all += counts.get(i);
    }
    return all;
  }

  /**
   * The time that this part of all samples did not exceed, in milliseconds; 0 without samples.
   *
   * @param part from 0 to 1
   */
  double millis(double part) {
    long rank = Math.max(1, (long) Math.ceil(count() * part));
    long seen = 0;
    for (int i = 0; i < counts.length(); i++) {
      seen += counts.get(i);
      if (seen >= rank) {
        return Math.min(top(i), max.get()) / 1e6;
      }
    }
    return 0;
  }

  double maxMillis() {
    return max.get() / 1e6;
  }

  /** Small values have a slot each; beyond, each power of two is cut into equal steps. */
  private static int slot(long value) {
    if (value < STEPS) {
      return (int) value;
    }
    int power = 63 - Long.numberOfLeadingZeros(value);
    int step = (int) (value >>> (power - STEP_BITS)) - STEPS;
    return (power - STEP_BITS + 1) * STEPS + step;
  }

  /** The largest value of a slot. */
  private static long top(int slot) {
    if (slot < STEPS) {
      return slot;
    }
    int power = slot / STEPS + STEP_BITS - 1;
    long step = slot % STEPS + STEPS;
    return ((step + 1) << (power - STEP_BITS)) - 1;
  }
}
