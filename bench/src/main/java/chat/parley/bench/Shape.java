package chat.parley.bench;

/** One kind of load and what is measured under it. Ends by itself. */
interface Shape {
  void run(Subject subject, Table table);

  /** A message's text besides the time it carries, so that the whole has about {@code size}. */
  static String padding(int size) {
    int stamp = Long.toString(System.nanoTime()).length() + 1;
    return "x".repeat(Math.max(1, size - stamp));
  }
}
