package chat.parley.client;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns a client's state. It runs, one at a time and in order, what arrives from
 * the server, what the app asks for, and timers. Nothing that runs here may block.
 */
final class ClientLoop {
  /** A task at a time; kept by whoever may want to call it off. Used on the loop only. */
  static final class Timer {
    private final long at;
    private final Runnable task;
    private boolean off;

    private Timer(long at, Runnable task) {
      this.at = at;
      this.task = task;
    }

    void cancel() {
      off = true;
    }
  }

  private static final Logger log = LoggerFactory.getLogger(ClientLoop.class);

  /** Characters of server text that may wait; beyond it the reader stops reading. */
  private static final int FRAMES_WAITING = 4 * 1024 * 1024;

  private static final int CALLS_WAITING = 20_000;
  private static final long LONGEST_SLEEP = TimeUnit.HOURS.toNanos(1);

  private final LongSupplier nanos;
  private final Semaphore frameSpace = new Semaphore(FRAMES_WAITING);
  private final Semaphore callSpace = new Semaphore(CALLS_WAITING);
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(timer -> timer.at));
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  /** Guards the step from open to closed, so that no task is added that nobody would run. */
  private final Object gate = new Object();

  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private boolean closed;

  /** Loop only. */
  private boolean ending;

  /** What to do when the inbox is empty, and with what a task threw. Loop only. */
  private Runnable whenIdle = () -> {};

  private Consumer<Throwable> whenFailed = e -> log.error("A task of the client failed", e);

  ClientLoop(String name, LongSupplier nanos) {
    this.nanos = nanos;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  void start(Runnable whenIdle, Consumer<Throwable> whenFailed) {
    this.whenIdle = whenIdle;
    this.whenFailed = whenFailed;
    thread.start();
  }

  /**
   * Adds what the app asks for. Any thread; never blocks.
   *
   * @return false when the loop has ended or far too much waits already
   */
  boolean call(Runnable task) {
    if (!callSpace.tryAcquire()) {
      return false;
    }
    boolean taken =
        post(
            () -> {
              callSpace.release();
              task.run();
            });
    if (!taken) {
      callSpace.release();
    }
    return taken;
  }

  /** Adds what the line has to say; waits while too much waits already. Reading thread. */
  void frame(int chars, Runnable task) throws InterruptedException {
    int cost = Math.min(FRAMES_WAITING, chars + 64);
    frameSpace.acquire(cost);
    boolean taken =
        post(
            () -> {
              frameSpace.release(cost);
              task.run();
            });
    if (!taken) {
      frameSpace.release(cost);
    }
  }

  /** Adds something small that must not wait, such as the end of a line. Any thread. */
  boolean post(Runnable task) {
    synchronized (gate) {
      if (closed) {
        return false;
      }
      inbox.add(task);
      return true;
    }
  }

  /** Loop only. */
  Timer after(long delayNanos, Runnable task) {
    return at(nanos.getAsLong() + delayNanos, task);
  }

  /**
   * Loop only.
   *
   * @param time by this loop's clock, in nanoseconds; what has passed is run soon
   */
  Timer at(long time, Runnable task) {
    var timer = new Timer(time, task);
    timers.add(timer);
    return timer;
  }

  /** Whether something waits to be handled. */
  boolean hasBacklog() {
    return !inbox.isEmpty();
  }

  /** Ends the loop after what is in the inbox now. Loop only. */
  void end() {
    ending = true;
  }

  /** Waits for the end, unless called on the loop itself. */
  void awaitEnd(long millis) {
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      if (!ended.await(millis, TimeUnit.MILLISECONDS)) {
        log.warn("The client still had something to finish when it was closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!ending) {
        runDueTimers();
        Runnable task = inbox.poll();
        if (task == null) {
          attempt(whenIdle);
          task = inbox.poll(untilNextTimer(), TimeUnit.NANOSECONDS);
        }
        if (task != null) {
          attempt(task);
        }
      }
    } catch (InterruptedException e) {
      log.error("The client's loop was interrupted by a stranger", e);
    } finally {
      runTheRest();
      ended.countDown();
    }
  }

  private void runTheRest() {
    synchronized (gate) {
      closed = true;
    }
    for (Runnable task = inbox.poll(); task != null; task = inbox.poll()) {
      attempt(task);
    }
    attempt(whenIdle);
  }

  private void runDueTimers() {
    long now = nanos.getAsLong();
    for (Timer next = timers.peek(); next != null && next.at - now <= 0; next = timers.peek()) {
      timers.remove();
      if (!next.off) {
        attempt(next.task);
      }
    }
  }

  private long untilNextTimer() {
    @Nullable Timer next = timers.peek();
    while (next != null && next.off) {
      timers.remove();
      next = timers.peek();
    }
    return next == null ? LONGEST_SLEEP : Math.min(LONGEST_SLEEP, next.at - nanos.getAsLong());
  }

  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      whenFailed.accept(e);
    }
  }
}
