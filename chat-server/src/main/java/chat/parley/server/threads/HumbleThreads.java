package chat.parley.server.threads;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes threads that give way to all others: for work that takes long while somebody chats. Java's
 * own priorities do so on Windows and macOS; on Linux they do nothing, so there the kernel is asked
 * (setpriority(2), which takes one thread there). Safe for any thread.
 */
public final class HumbleThreads implements ThreadFactory {
  private static final Logger log = LoggerFactory.getLogger(HumbleThreads.class);
  private static final String EQUAL =
      "This system lets long work run at the priority of everything else.";
  private static final int ONE_THREAD = 0; // PRIO_PROCESS
  private static final int THE_CALLER = 0;
  private static final int LAST = 19;

  private final ThreadFactory named;

  /**
   * @param prefix of their names, which a number follows
   */
  public HumbleThreads(String prefix) {
    named = Thread.ofPlatform().name(prefix, 1).daemon().factory();
  }

  @Override
  public Thread newThread(Runnable work) {
    return named.newThread(
        () -> {
          giveWay();
          work.run();
        });
  }

  /** From now on the calling thread runs when nobody else wants to, or nearly so. */
  @SuppressWarnings("restricted") // a call into the kernel, of a function that takes three numbers
  private static void giveWay() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    if (System.getProperty("os.name", "").equals("Linux")) {
      try {
        Linker linker = Linker.nativeLinker();
        MethodHandle setPriority =
            linker.downcallHandle(
                linker.defaultLookup().find("setpriority").orElseThrow(),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT));
        int failed = (int) setPriority.invokeExact(ONE_THREAD, THE_CALLER, LAST);
        if (failed != 0) {
          log.info(EQUAL);
        }
      } catch (Throwable e) {
        log.info(EQUAL, e);
      }
    }
  }
}
