package chat.parley.desktop.app;

/** What this process keeps in memory. */
final class Heap {
  private Heap() {}

  /** Bytes that are in use after everything that can be collected was. */
  static long afterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
