package chat.parley.server.frontdoor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;

/** What the threads of a server in this process work, those that carry its virtual ones too. */
final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** Of all threads but the caller's, which plays the clients. */
  static Duration ofTheOthers() {
    long own = Thread.currentThread().threadId();
    return Duration.ofNanos(
        Arrays.stream(THREADS.getAllThreadIds())
            .filter(id -> id != own)
            .map(THREADS::getThreadCpuTime)
            .filter(nanos -> nanos > 0)
            .sum());
  }
}
