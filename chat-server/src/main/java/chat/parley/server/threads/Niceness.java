package chat.parley.server.threads;

/**
 * How much a thread gives way to the others of this computer, on Linux. Elsewhere it does nothing.
 * Safe for any thread.
 *
 * <p>Linux lets that thread run first whose slice would end first, and time counts faster for a
 * nice one: nine times for 10, 68 times for 19. So a slice is as short as it may be without ending
 * before that of a thread which is not nice, 1.4 to 2.8 ms.
 */
public enum Niceness {
  /** About a tenth of a processor that others want too. */
  SOME(10, 400_000),

  /** Next to nothing of a processor that others want too. */
  LAST(19, 100_000);

  private static final int THE_CALLER = 0;

  private final int value;
  private final long sliceNanos;

  Niceness(int value, long sliceNanos) {
    this.value = value;
    this.sliceNanos = sliceNanos;
  }

  void ofThisThread() {
    of(THE_CALLER);
  }

  /**
   * @param thread by the number that the kernel gave it
   */
  void of(int thread) {
    KernelScheduler scheduler = KernelScheduler.ofThisSystem();
    if (scheduler != null) {
      scheduler.giveWay(thread, value, sliceNanos);
    }
  }
}
