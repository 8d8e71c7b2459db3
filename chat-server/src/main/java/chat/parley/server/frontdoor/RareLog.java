package chat.parley.server.frontdoor;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Says the same kind of thing at most every ten seconds, however often strangers make it happen.
 */
final class RareLog {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Logger log;
  private final AtomicLong nextAt = new AtomicLong(System.nanoTime());
  private final AtomicLong unsaid = new AtomicLong();

  RareLog(Logger log) {
    this.log = log;
  }

  void warn(String sentence, Object detail) {
    long next = nextAt.get();
    long now = System.nanoTime();
    if (now - next < 0 || !nextAt.compareAndSet(next, now + EVERY_NANOS)) {
      unsaid.incrementAndGet();
      return;
    }
    log.warn("{} ({}; {} more since the last time)", sentence, detail, unsaid.getAndSet(0));
  }
}
