package chat.parley.server.threads;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much a thread gives way to the others of this computer: setpriority(2), which takes one
 * thread on Linux. Elsewhere it does nothing. Safe for any thread.
 */
public enum Niceness {
  /** About a tenth of a processor that others want too. */
  SOME(10),

  /** Next to nothing of a processor that others want too. */
  LAST(19);

  private static final Logger log = LoggerFactory.getLogger(Niceness.class);
  private static final int ONE_THREAD = 0; // PRIO_PROCESS
  private static final int THE_CALLER = 0;

  private final int value;

  Niceness(int value) {
    this.value = value;
  }

  void ofThisThread() {
    of(THE_CALLER);
  }

  /**
   * @param thread by the number that the kernel gave it
   */
  void of(int thread) {
    MethodHandle setPriority = Kernel.SET_PRIORITY;
    if (setPriority == null) {
      return;
    }
    try {
      int failed = (int) setPriority.invokeExact(ONE_THREAD, thread, value);
      if (failed != 0) {
        log.debug("The kernel did not change a thread's priority");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("A call that takes three numbers failed", e);
    }
  }

  /** Linked at the first call, since that takes a while, and once. */
  private static final class Kernel {
    static final @Nullable MethodHandle SET_PRIORITY = link();

    private Kernel() {}

    @SuppressWarnings(
        "restricted") // a call into the kernel, of a function that takes three numbers
    private static @Nullable MethodHandle link() {
      if (!System.getProperty("os.name", "").equals("Linux")) {
        return null;
      }
      try {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
            linker.defaultLookup().find("setpriority").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT));
      } catch (RuntimeException | LinkageError e) {
        log.info("This system lets long work run at the priority of everything else.", e);
        return null;
      }
    }
  }
}
