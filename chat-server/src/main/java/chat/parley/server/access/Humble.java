package chat.parley.server.access;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the thread that asks give way to all others. Java's own priorities do so on Windows and
 * macOS; on Linux they do nothing, so there the kernel is asked (setpriority(2), which takes one
 * thread there).
 */
final class Humble {
  private static final Logger log = LoggerFactory.getLogger(Humble.class);
  private static final int ONE_THREAD = 0; // PRIO_PROCESS
  private static final int THE_CALLER = 0;
  private static final int LAST = 19;

  private Humble() {}

  /** From now on the calling thread runs when nobody else wants to, or nearly so. */
  @SuppressWarnings("restricted") // a call into the kernel, of a function that takes three numbers
  static void now() {
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
          log.info("Passwords are hashed at the priority of everything else.");
        }
      } catch (Throwable e) {
        log.info("Passwords are hashed at the priority of everything else.", e);
      }
    }
  }
}
