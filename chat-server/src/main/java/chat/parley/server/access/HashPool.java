package chat.parley.server.access;

import chat.parley.server.threads.HumbleThreads;
import chat.parley.server.threads.Niceness;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A few threads that hash passwords, so that a crowd that logs in takes neither the memory nor all
 * processors from those who chat. Safe for any thread; callers wait.
 */
public final class HashPool implements AutoCloseable {
  /**
   * Who comes after these is told to come again. Beside a busy room a hash takes a third of a
   * second; whoever waits for many may give up just when it is their turn.
   */
  private static final int WAITING = 12;

  private static final long LEAST_WAIT_MS = 1_000;
  private static final long LONGEST_WAIT_MS = 20_000;

  private final ThreadPoolExecutor threads;
  private final int count;
  private final LongSupplier nanos;

  /** How long one takes, by the last few. Guarded by this. */
  private long usual = 60_000_000;

  /** When whoever was turned away last has their turn. Guarded by this. */
  private long lastTurn;

  public HashPool() {
    this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, System::nanoTime);
  }

  HashPool(int count, int waiting, LongSupplier nanos) {
    this.count = count;
    this.nanos = nanos;
    lastTurn = nanos.getAsLong();
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            // Where there is one processor, a hash would hold up everybody's messages for 60 ms. It
            // gets what the compiler threads get, or nobody came in until those are done.
            new HumbleThreads("parley-hash-", Niceness.SOME));
  }

  /** Empty when too many wait already. */
  public <T> Optional<T> call(Callable<T> work) {
    try {
      return Optional.of(threads.submit(() -> timed(work)).get());
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A password could not be hashed", e.getCause());
    }
  }

  private <T> T timed(Callable<T> work) throws Exception {
    long begun = nanos.getAsLong();
    T result = work.call();
    took(nanos.getAsLong() - begun);
    return result;
  }

  private synchronized void took(long time) {
    usual += (time - usual) / 8;
  }

  /** Whether whoever comes now is turned away. */
  public boolean isFull() {
    return threads.getQueue().remainingCapacity() == 0;
  }

  /**
   * Draws a number for somebody who is turned away: were all told the same, a crowd would come back
   * together, again and again.
   *
   * @return milliseconds until those are through who wait, and those who were turned away before
   */
  public synchronized long turnMs() {
    long now = nanos.getAsLong();
    long latest = now + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS);
    long each = usual / count;
    lastTurn = Math.max(lastTurn, now + threads.getQueue().size() * each) + each;
    if (lastTurn > latest) {
      lastTurn = latest - TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS / 2); // still one by one
    }
    return Math.max(LEAST_WAIT_MS, TimeUnit.NANOSECONDS.toMillis(lastTurn - now));
  }

  /** How many wait for a thread. */
  int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
