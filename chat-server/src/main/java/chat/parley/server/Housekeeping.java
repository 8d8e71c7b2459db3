package chat.parley.server;

import chat.parley.protocol.Event;
import chat.parley.server.store.Result;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Deletes what is too old, a little at a time: what people say comes in between. */
final class Housekeeping {
  private static final int BATCH = 200;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Store store;
  private final IntSupplier retentionDays;
  private final Consumer<Event.Expired> gone;
  private final InstantSource clock;

  /**
   * @param retentionDays 0 keeps everything
   * @param gone tells those in the room, on the delivery thread
   */
  Housekeeping(
      Store store, IntSupplier retentionDays, Consumer<Event.Expired> gone, InstantSource clock) {
    this.store = store;
    this.retentionDays = retentionDays;
    this.gone = gone;
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
            if (result instanceof Result.Done<Write.Expired>(Write.Expired done)) {
              done.gone().forEach(gone);
              if (done.more()) {
                sweep();
              }
            }
          });
    }
  }
}
