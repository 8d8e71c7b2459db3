package chat.parley.bench;

import java.util.concurrent.atomic.LongAdder;

/** What all members of a run saw together. Any thread. */
final class Tally {
  final Histogram received = new Histogram();
  final Histogram acked = new Histogram();
  final LongAdder deliveries = new LongAdder();
  final LongAdder acks = new LongAdder();
  final LongAdder refusals = new LongAdder();

  /** Events that came twice, out of order, or after a hole. */
  final LongAdder disorder = new LongAdder();

  /** Lines that ended before the run did. */
  final LongAdder cuts = new LongAdder();
}
