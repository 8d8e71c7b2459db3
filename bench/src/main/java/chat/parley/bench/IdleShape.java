package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/** People are logged in and say nothing: what a connection costs the server in memory. */
record IdleShape(int clients) implements Shape {
  private static final int FIRST = 100;
  private static final int OTHER_FILES = 300;

  @Override
  public void run(Subject subject, Table table) {
    table.title(String.format(Locale.ROOT, "idle: %,d connections that are logged in", clients));
    long files = openFilesAllowed();
    if (files < clients + OTHER_FILES) {
      table.line("not measured", "only " + files + " open files are allowed (ulimit -n)");
      return;
    }
    try (var crowd = new Crowd(subject.address(), new Tally())) {
      crowd.enter(Math.min(FIRST, clients));
      Memory few = Memory.of(subject);
      crowd.enter(Math.max(0, clients - FIRST));
      Memory all = Memory.of(subject);
      few.tell(table, "with " + FIRST);
      all.tell(table, String.format(Locale.ROOT, "with %,d", clients));
      int beyond = clients - FIRST;
      if (beyond > 0) {
        table.line("each connection, live heap", each(few.heap, all.heap, beyond));
        table.line("each connection, resident", each(few.resident, all.resident, beyond));
      }
    }
  }

  private record Memory(OptionalLong heap, OptionalLong resident) {
    /** The collection that the heap's figure asks for comes before the process is looked at. */
    static Memory of(Subject subject) {
      OptionalLong heap = subject.liveHeapBytes();
      return new Memory(heap, subject.residentBytes());
    }

    void tell(Table table, String when) {
      table.mebibytes(when + ": live heap", heap);
      table.mebibytes(when + ": resident", resident);
    }
  }

  private static String each(OptionalLong few, OptionalLong all, int beyond) {
    return few.isEmpty() || all.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%,d bytes", (all.getAsLong() - few.getAsLong()) / beyond);
  }

  /** This process needs one for each connection, and so does the server, which inherits it. */
  private static long openFilesAllowed() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
        if (line.startsWith("Max open files")) {
          String soft = line.substring("Max open files".length()).trim().split("\\s+")[0];
          return soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft);
        }
      }
    } catch (IOException e) {
      // Not a Linux; then the connections themselves will tell.
    }
    return Long.MAX_VALUE;
  }
}
