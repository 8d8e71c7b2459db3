package chat.parley.server.access;

import chat.parley.server.threads.HumbleThreads;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads that hash passwords, so that a crowd that logs in takes neither the memory nor all
 * processors from those who chat. Safe for any thread; callers wait.
 */
public final class HashPool implements AutoCloseable {
  /** Who comes after these is told to come again. */
  private static final int WAITING = 32;

  private final ThreadPoolExecutor threads;

  public HashPool() {
    this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING);
  }

  HashPool(int count, int waiting) {
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            // Where there is one processor, a hash would hold up everybody's messages for 60 ms.
            new HumbleThreads("parley-hash-"));
  }

  /** Empty when too many wait already. */
  public <T> Optional<T> call(Callable<T> work) {
    try {
      return Optional.of(threads.submit(work).get());
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A password could not be hashed", e.getCause());
    }
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
