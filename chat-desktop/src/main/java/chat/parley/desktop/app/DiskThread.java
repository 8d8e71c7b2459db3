package chat.parley.desktop.app;

import chat.parley.desktop.viewmodel.outside.Background;
import chat.parley.desktop.viewmodel.outside.FxThread;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that waits for the disk in place of the FX thread, and does one thing after the other.
 * A platform thread: SQLite is native code, in which a virtual thread would hold on to its carrier.
 */
final class DiskThread implements Background, Executor, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DiskThread.class);
  private static final int PATIENCE_SECONDS = 5;

  private final FxThread fx;
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("parley-disk").factory());

  DiskThread(FxThread fx) {
    this.fx = fx;
  }

  @Override
  public <T> void run(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
    disk.execute(
        () -> {
          try {
            T outcome = work.call();
            fx.run(() -> done.accept(outcome));
          } catch (Exception e) {
            log.warn("{}", e.getMessage(), e);
            fx.run(() -> failed.accept(e));
          }
        });
  }

  @Override
  public void execute(Runnable work) {
    disk.execute(work);
  }

  /** Waits until everything asked for so far is done, at most 5 s. */
  @Override
  public void close() {
    disk.shutdown();
    try {
      if (!disk.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("The disk did not take everything within {} seconds.", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
