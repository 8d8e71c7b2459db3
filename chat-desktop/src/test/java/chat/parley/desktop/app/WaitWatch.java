package chat.parley.desktop.app;

import chat.parley.desktop.view.Fx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few milliseconds whether the JavaFX thread stands still in something that the app
 * does: for a lock, for another thread, for a file, a socket or the database. Unlike the time
 * between two frames it is the same on a computer that is busy with other things.
 */
final class WaitWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 2;
  private static final String APP = "chat.parley.desktop.";

  /** Whoever is in there waits for the disk or the network, although Java calls it running. */
  private static final List<String> SLOW =
      List.of("org.sqlite.", "sun.nio.ch.", "sun.nio.fs.", "java.net.", "java.io.File");

  private final long thread = Fx.call(() -> Thread.currentThread().threadId());
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  // Of the clock's thread; read after its end.
  private int looks;
  private long since;
  private double longest;
  private String where = "nowhere";

  private WaitWatch() {}

  static WaitWatch start() {
    var watch = new WaitWatch();
    watch.clock.scheduleAtFixedRate(watch::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    ThreadInfo now = ManagementFactory.getThreadMXBean().getThreadInfo(thread, Integer.MAX_VALUE);
    long at = System.nanoTime();
    looks++;
    if (!waits(now)) {
      since = 0;
      return;
    }
    since = since == 0 ? at : since;
    double millis = (at - since) / 1e6;
    if (millis > longest) {
      longest = millis;
      where = Arrays.toString(now.getStackTrace());
    }
  }

  private static boolean waits(ThreadInfo fx) {
    StackTraceElement[] stack = fx.getStackTrace();
    boolean app = Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(APP));
    return app && (fx.getThreadState() != Thread.State.RUNNABLE || isSlow(stack));
  }

  private static boolean isSlow(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(StackTraceElement::getClassName)
        .anyMatch(name -> SLOW.stream().anyMatch(name::startsWith));
  }

  /** How often it was looked. */
  int looks() {
    return looks;
  }

  /** Milliseconds of the longest time in which every look found it standing; after the end. */
  double longest() {
    return longest;
  }

  /** In what it stood then. */
  String where() {
    return where;
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new AssertionError("The last look does not end.");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
