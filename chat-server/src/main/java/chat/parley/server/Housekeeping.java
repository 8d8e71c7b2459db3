package chat.parley.server;

import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Deletes what is too old, a little at a time: what people say comes in between. */
final class Housekeeping {
  private static final int BATCH = 200;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Store store;
  private final IntSupplier retentionDays;
  private final InstantSource clock;

  /**
   * @param retentionDays 0 keeps everything
   */
  Housekeeping(Store store, IntSupplier retentionDays, InstantSource clock) {
    this.store = store;
    this.retentionDays = retentionDays;
    this.clock = clock;
  }

  void start(ScheduledExecutorService timer) {
    timer.scheduleWithFixedDelay(
        this::sweep, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Hands over the first batch; each that was full hands over the next. */
  void sweep() {
    int days = retentionDays.getAsInt();
    if (days > 0) {
      long before = clock.millis() - Duration.ofDays(days).toMillis();
      store.submit(
          new Write.Expire(before, BATCH),
          result -> {
            if (result instanceof Result.Done<Write.Expired>(Write.Expired done) && done.more()) {
              sweep();
            }
          });
    }
  }
}
