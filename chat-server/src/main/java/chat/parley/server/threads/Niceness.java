package chat.parley.server.threads;

/**
 * How much a thread gives way to the others of this computer, on Linux. Elsewhere it does nothing.
 * Safe for any thread.
 */
public enum Niceness {
  /** About a tenth of a processor that others want too. */
  SOME(10),

  /** Next to nothing of a processor that others want too. */
  LAST(19);

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
    KernelScheduler scheduler = KernelScheduler.ofThisSystem();
    if (scheduler != null) {
      scheduler.giveWay(thread, value);
    }
  }
}
