package chat.parley.server.frontdoor;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Lets a crowd in one after the other at a {@link Pace}, and the addresses by turns: however many
 * stand there from one address, somebody from another waits for one of them. Who has said nothing
 * yet does not stand here, so that a connection that is gone before its first byte costs nobody
 * time.
 */
final class Turnstile {
  private final LongSupplier nanos;

  // Guarded by this.
  private final Pace pace;
  private final Map<InetAddress, Queue<Turn>> waiting = new LinkedHashMap<>();

  /** Whether somebody was called who is not through yet. */
  private boolean called;

  Turnstile(Pace pace, LongSupplier nanos) {
    this.pace = pace;
    this.nanos = nanos;
  }

  static Turnstile ofThisComputer(boolean tls) {
    return new Turnstile(Pace.ofThisComputer(tls), System::nanoTime);
  }

  /** Returns when it is the caller's turn, mostly at once. */
  void pass(InetAddress from) {
    var mine = new Turn(Thread.currentThread());
    synchronized (this) {
      waiting.computeIfAbsent(from, _ -> new ArrayDeque<>()).add(mine);
      if (!called) {
        callNext();
      }
    }
    mine.await(nanos);
    synchronized (this) {
      callNext();
    }
  }

  /** Guarded by this. */
  private void callNext() {
    Iterator<Map.Entry<InetAddress, Queue<Turn>>> addresses = waiting.entrySet().iterator();
    called = addresses.hasNext();
    if (!called) {
      return;
    }
    Map.Entry<InetAddress, Queue<Turn>> first = addresses.next();
    InetAddress address = first.getKey();
    Queue<Turn> turns = first.getValue();
    addresses.remove();
    Turn next = turns.remove();
    if (!turns.isEmpty()) {
      waiting.put(address, turns); // behind all others
    }
    next.callAt(nanos.getAsLong() + pace.next());
  }

  /** One who waits. */
  private static final class Turn {
    private final Thread thread;

    /** By the clock; written before {@link #called}, read after it. */
    private long at;

    private volatile boolean called;

    Turn(Thread thread) {
      this.thread = thread;
    }

    void callAt(long time) {
      at = time;
      called = true;
      LockSupport.unpark(thread);
    }

    void await(LongSupplier nanos) {
      while (!called) {
        LockSupport.park(this);
      }
      for (long left = at - nanos.getAsLong(); left > 0; left = at - nanos.getAsLong()) {
        LockSupport.parkNanos(this, left);
      }
    }
  }
}
