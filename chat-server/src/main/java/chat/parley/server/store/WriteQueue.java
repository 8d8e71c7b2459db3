package chat.parley.server.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the committer: bounded, and closed for good when the store stops. Any thread
 * offers, only the committer takes.
 */
final class WriteQueue {
  enum Offer {
    TAKEN,
    FULL,
    CLOSED
  }

  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // Guarded by lock.
  private final Queue<Pending<?>> waiting = new ArrayDeque<>();
  private boolean closed;

  WriteQueue(int most) {
    this.most = most;
  }

  /** Never blocks. Whatever is taken here is handed out before the queue ends. */
  Offer offer(Pending<?> pending) {
    lock.lock();
    try {
      if (closed) {
        return Offer.CLOSED;
      }
      if (waiting.size() >= most) {
        return Offer.FULL;
      }
      waiting.add(pending);
      changed.signal();
      return Offer.TAKEN;
    } finally {
      lock.unlock();
    }
  }

  /** The next one, if one is waiting now. */
  @Nullable Pending<?> poll() {
    lock.lock();
    try {
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }

  /** The next one; null when none came in that time, or none will come any more. */
  @Nullable Pending<?> await(Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = longest.toNanos();
      while (waiting.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }

  List<Pending<?>> takeAll() {
    lock.lock();
    try {
      var all = new ArrayList<>(waiting);
      waiting.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; what waits stays to be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Closed, and nothing waits any more. */
  boolean isOver() {
    lock.lock();
    try {
      return closed && waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
