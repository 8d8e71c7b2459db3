package chat.parley.server.frontdoor;

import chat.parley.server.threads.HumbleThreads;
import chat.parley.server.threads.Niceness;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpException;

/**
 * Answers that move much, on threads that give way to everybody who chats: a file of a gibibyte
 * would else take a processor from them for many seconds. Safe for any thread.
 */
final class HeavyWork implements AutoCloseable {
  /**
   * Beyond these the connection's own thread does it: slow readers must not keep others waiting.
   */
  private static final int THREADS = 64;

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new HumbleThreads("parley-file-", Niceness.LAST),
          new ThreadPoolExecutor.CallerRunsPolicy());

  /** One answer. */
  interface Work {
    void run() throws HttpException, IOException;
  }

  /** Returns when it is done; what it throws, this throws. */
  void run(Work work) throws HttpException, IOException {
    var task =
        new FutureTask<Void>(
            () -> {
              work.run();
              return null;
            });
    threads.execute(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true; // it ends by itself when its socket is closed
        }
      }
    } catch (ExecutionException e) {
      rethrow(Objects.requireNonNull(e.getCause()));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void rethrow(Throwable cause) throws HttpException, IOException {
    switch (cause) {
      case IOException e -> throw e;
      case HttpException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException("An answer failed", cause);
    }
  }

  /** What is under way goes on to its end. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
