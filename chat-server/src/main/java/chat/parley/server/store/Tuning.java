package chat.parley.server.store;

import java.time.Duration;

/**
 * The store's measures.
 *
 * @param queued writes that may wait for the committer; one more is refused with BUSY
 * @param batch most writes in one transaction
 * @param batchWork a batch takes in no more writes after so much work
 * @param lockPatience how long writes wait for a lock that somebody else holds
 * @param probeEvery how often it is tried whether trouble is over
 * @param readers threads that read
 */
record Tuning(
    int queued,
    int batch,
    Duration batchWork,
    Duration lockPatience,
    Duration probeEvery,
    int readers) {
  static final Tuning DEFAULT =
      new Tuning(
          4_096, 200, Duration.ofMillis(5), Duration.ofSeconds(30), Duration.ofSeconds(1), 3);
}
