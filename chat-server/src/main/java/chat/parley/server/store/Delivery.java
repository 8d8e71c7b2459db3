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
  private static final Outcome LAST = new Outcome(List.of(), List.of(), List.of());

  private final CommitListener listener;
  private final BlockingQueue<Outcome> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
  private final Thread thread;

  Delivery(CommitListener listener) {
    this.listener = listener;
    thread = Thread.ofPlatform().name("parley-delivery").daemon().unstarted(this::run);
  }

  /** What came of a batch: an answer for each write, what is new in the logs, other counts. */
  record Outcome(
      List<Pending.Answer<?>> answers, List<Event.RoomEvent> events, List<Recount> recounts) {}

  void start() {
    thread.start();
  }

  /** Blocks while too much waits. Called by the committer only. */
  void hand(Outcome outcome) throws InterruptedException {
    waiting.put(outcome);
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
      for (Outcome outcome = waiting.take(); outcome != LAST; outcome = waiting.take()) {
        tell(outcome);
      }
    } catch (InterruptedException e) {
      log.error("The delivery of what was committed was interrupted.", e);
    }
  }

  private void tell(Outcome outcome) {
    for (Pending.Answer<?> answer : outcome.answers()) {
      guarded(answer::give);
    }
    if (!outcome.events().isEmpty()) {
      guarded(() -> listener.onCommitted(outcome.events()));
    }
    if (!outcome.recounts().isEmpty()) {
      guarded(() -> listener.onRecounted(outcome.recounts()));
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
