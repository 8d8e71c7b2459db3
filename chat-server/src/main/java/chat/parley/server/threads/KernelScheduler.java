package chat.parley.server.threads;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How Linux shares the processor among this process's threads: sched_setattr(2), and setpriority(2)
 * where that is not to be had. Safe for any thread.
 */
final class KernelScheduler {
  private static final Logger log = LoggerFactory.getLogger(KernelScheduler.class);

  private static final int ONE_THREAD = 0; // PRIO_PROCESS

  /** The C library has no function for it before 2024, and the number is another on each kind. */
  private static final Map<String, Long> SCHED_SETATTR = Map.of("amd64", 314L, "aarch64", 274L);

  /** struct sched_attr as it was first; a kernel takes shorter ones than its own. */
  private static final MemoryLayout ATTRIBUTES =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT.withName("size"),
          ValueLayout.JAVA_INT.withName("policy"),
          ValueLayout.JAVA_LONG.withName("flags"),
          ValueLayout.JAVA_INT.withName("nice"),
          ValueLayout.JAVA_INT.withName("priority"),
          ValueLayout.JAVA_LONG.withName("runtime"),
          ValueLayout.JAVA_LONG.withName("deadline"),
          ValueLayout.JAVA_LONG.withName("period"));

  private static final VarHandle SIZE = field("size");
  private static final VarHandle NICE = field("nice");
  private static final VarHandle RUNTIME = field("runtime");

  /** Null where the system has no such call. */
  private final @Nullable MethodHandle systemCall;

  private final MethodHandle setPriority;

  private KernelScheduler(@Nullable MethodHandle systemCall, MethodHandle setPriority) {
    this.systemCall = systemCall;
    this.setPriority = setPriority;
  }

  /** Null on other systems, and where calls into the kernel are not allowed. */
  static @Nullable KernelScheduler ofThisSystem() {
    return Linked.SCHEDULER;
  }

  /**
   * Lets a thread have less of a processor that others want too, and lets whoever wakes in before
   * it soon. Without the second, Linux (6.6 and later) lets a thread finish its slice first,
   * however nice it is, and sees to that with its next tick only: up to 5 ms were measured.
   *
   * @param thread by the number that the kernel gave it; 0 for the caller
   * @param niceness from 0 to 19
   * @param sliceNanos how long it goes on when others have woken; 100,000 at least
   */
  void giveWay(int thread, int niceness, long sliceNanos) {
    if (!hasSlice(thread, niceness, sliceNanos) && call(setPriority, thread, niceness) != 0) {
      log.debug("The kernel did not change a thread's priority");
    }
  }

  private boolean hasSlice(int thread, int niceness, long sliceNanos) {
    MethodHandle call = systemCall;
    Long number = SCHED_SETATTR.get(System.getProperty("os.arch", ""));
    if (call == null || number == null) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(ATTRIBUTES);
      SIZE.set(attributes, 0L, (int) ATTRIBUTES.byteSize());
      NICE.set(attributes, 0L, niceness);
      RUNTIME.set(attributes, 0L, sliceNanos);
      return (long) call.invokeExact((long) number, thread, attributes, 0) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("A call with a number and an address failed", e);
    }
  }

  private static int call(MethodHandle setPriority, int thread, int niceness) {
    try {
      return (int) setPriority.invokeExact(ONE_THREAD, thread, niceness);
    } catch (Throwable e) {
      throw new IllegalStateException("A call that takes three numbers failed", e);
    }
  }

  private static VarHandle field(String name) {
    return ATTRIBUTES.varHandle(MemoryLayout.PathElement.groupElement(name));
  }

  /** Linked at the first call, since that takes a while, and once. */
  private static final class Linked {
    static final @Nullable KernelScheduler SCHEDULER = link();

    private Linked() {}

    @SuppressWarnings("restricted") // calls into the kernel, whose arguments are ours alone
    private static @Nullable KernelScheduler link() {
      if (!System.getProperty("os.name", "").equals("Linux")) {
        return null;
      }
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
        MethodHandle systemCall =
            linker
                .defaultLookup()
                .find("syscall")
                .map(
                    address ->
                        linker.downcallHandle(
                            address,
                            FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT),
                            Linker.Option.firstVariadicArg(1)))
                .orElse(null);
        return new KernelScheduler(systemCall, setPriority);
      } catch (RuntimeException | LinkageError e) {
        log.info("This system lets long work run at the priority of everything else.", e);
        return null;
      }
    }
  }
}
