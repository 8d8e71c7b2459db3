package chat.parley.server.store;

import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was committed, in that order, on a thread of its own, so that the next batch is synced
 * to disk meanwhile. A few batches may wait; then the committer waits too.
 */
final class Delivery {
  private static final Logger log = LoggerFactory.getLogger(Delivery.class);
  private static final int BATCHES_WAITING = 16;
  private static final Batch LAST = new Batch(List.of(), List.of());

  private final CommitListener listener;
  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
  private final Thread thread;

  Delivery(CommitListener listener) {
    this.listener = listener;
    thread = Thread.ofPlatform().name("parley-delivery").daemon().unstarted(this::run);
  }

  /** Results and what is new in the logs. */
  record Batch(List<Pending.Answer<?>> answers, List<Event.RoomEvent> events) {}

  void start() {
    thread.start();
  }

  /** Blocks while too much waits. Called by the committer only. */
  void hand(Batch batch) throws InterruptedException {
    waiting.put(batch);
  }

  /** Nothing comes after this. */
  void finish() throws InterruptedException {
    waiting.put(LAST);
  }

  /** Whether all was told within that time. */
  boolean awaitEnd(Duration most) throws InterruptedException {
    return thread.join(most);
  }

  private void run() {
    try {
      for (Batch batch = waiting.take(); batch != LAST; batch = waiting.take()) {
        tell(batch);
      }
    } catch (InterruptedException e) {
      log.error("The delivery of what was committed was interrupted.", e);
    }
  }

  private void tell(Batch batch) {
    for (Pending.Answer<?> answer : batch.answers()) {
      guarded(answer::give);
    }
    if (!batch.events().isEmpty()) {
      guarded(() -> listener.onCommitted(batch.events()));
    }
  }

  /** One listener's mistake must not keep the others from hearing. */
  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (Throwable e) {
      log.error("A listener failed on what was committed.", e);
    }
  }
}
