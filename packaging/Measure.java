import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures installed packages: {@code java Measure.java [RUNS]}. Looks from outside, at the picture
 * that Xvfb keeps in a file and at what the kernel says of the process; the app does not help.
 */
public final class Measure {
  private static final String SERVER = "/opt/parley-server/bin/parley-server";
  private static final String DESKTOP = "/opt/parley/bin/parley";
  private static final List<String> MISSED = new ArrayList<>();
  private static final int MESSAGES = 60;
  private static final int IDLE_SECONDS = 30;

  /** So much of the window must be as it stays; what blinks or fades in is left out. */
  private static final double SETTLED = 0.98;

  private static final long LOOK_MILLIS = 5;

  /** Bytes that are looked at in one piece, and one piece in how many. */
  private static final int CHUNK = 256;

  private static final int EVERY = 17;

  /** A picture that differed from the one before, when, and how much processor time it took, in ms. */
  private record Look(long millis, long cpu, byte[] pixels) {}

  public static void main(String[] args) throws Exception {
    int runs = args.length == 0 ? 7 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("parley-measure");
    System.out.println("load average " + Files.readString(Path.of("/proc/loadavg")).strip());
    try {
      servers(folder, runs);
      desktops(folder, runs);
    } finally {
      clear(folder);
    }
    MISSED.forEach(goal -> System.out.println("missed: " + goal));
    System.exit(MISSED.isEmpty() ? 0 : 1);
  }

  private static void servers(Path folder, int runs) throws Exception {
    List<Long> with = new ArrayList<>();
    List<Long> without = new ArrayList<>();
    Path data = folder.resolve("log-in/data");
    logIn(data); // makes the key and the database, and warms this program's own side
    for (int i = 0; i < runs; i++) {
      with.add(logIn(data));
      without.add(logIn(data, "env", "JDK_JAVA_OPTIONS=-XX:AOTMode=off"));
    }
    say("server, start to first log-in", with);
    goal("server, start to first log-in, ms", median(with), 600);
    say("  without the start-up cache", without);
  }

  private static long logIn(Path data, String... before) throws Exception {
    List<String> command = new ArrayList<>(List.of(before));
    command.add(SERVER);
    long start = System.nanoTime();
    try (Company _ = Company.gather(command, data)) {
      return millisSince(start);
    }
  }

  private static void desktops(Path folder, int runs) throws Exception {
    try (Company company = Company.gather(List.of(SERVER), folder.resolve("desktop/data"))) {
      company.say(MESSAGES);
      Path profile = folder.resolve("profile");
      List<String> first =
          List.of(
              DESKTOP,
              "--profile",
              profile.toString(),
              "--server",
              company.address(),
              "--name",
              "Ann");
      List<String> again = List.of(DESKTOP, "--profile", profile.toString());
      start(folder, first, Map.of(), 8_000, false);
      List<Long> painted = new ArrayList<>();
      List<Long> room = new ArrayList<>();
      List<Long> cpu = new ArrayList<>();
      List<Long> slowCpu = new ArrayList<>();
      List<Long> slowPainted = new ArrayList<>();
      List<Long> slowRoom = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        long[] with = start(folder, again, Map.of(), 6_000, false);
        painted.add(with[0]);
        room.add(with[1]);
        cpu.add(with[2]);
        long[] without =
            start(folder, again, Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=off"), 9_000, false);
        slowPainted.add(without[0]);
        slowRoom.add(without[1]);
        slowCpu.add(without[2]);
      }
      say("desktop, start to first painted window", painted);
      say("  without the start-up cache", slowPainted);
      goal("desktop, start to first painted window, ms", median(painted), 800);
      say("desktop, start to the room, out of the cache on disk", room);
      goal("desktop, start to the room, ms", median(room), 1_200);
      say("  without the start-up cache", slowRoom);
      say("desktop, processor time until then", cpu);
      say("  without the start-up cache", slowCpu);
      start(folder, again, Map.of(), 20_000, true);
    }
  }

  /**
   * Milliseconds until something was painted, until the window was as it stayed, and of processor
   * time until then.
   */
  private static long[] start(
      Path folder, List<String> command, Map<String, String> environment, long watch, boolean idle)
      throws Exception {
    Path screen = Files.createTempDirectory(folder, "screen");
    int display = 90 + (int) (ProcessHandle.current().pid() % 1_000);
    Process x =
        new ProcessBuilder(
                "Xvfb",
                ":" + display,
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                "-fbdir",
                screen.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("xvfb-output").toFile())
            .start();
    try {
      Path picture = screen.resolve("Xvfb_screen0");
      while (!Files.exists(Path.of("/tmp/.X11-unix/X" + display))) {
        if (!x.isAlive()) {
          throw new IOException(Files.readString(folder.resolve("xvfb-output")));
        }
        Thread.sleep(20);
      }
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("app-output").toFile());
      builder.environment().put("DISPLAY", ":" + display);
      builder.environment().putAll(environment);
      long start = System.nanoTime();
      Process app = builder.start();
      try {
        List<Look> looks = look(picture, start, watch, app.pid());
        if (!app.isAlive()) {
          throw new IOException(Files.readString(folder.resolve("app-output")));
        }
        if (idle) {
          idle(app.pid());
        }
        return when(looks);
      } finally {
        app.destroy();
        app.waitFor(20, TimeUnit.SECONDS);
        app.destroyForcibly();
      }
    } finally {
      x.destroy();
      x.waitFor();
    }
  }

  private static List<Look> look(Path picture, long start, long watch, long pid)
      throws Exception {
    List<Look> looks = new ArrayList<>();
    try (var file = new RandomAccessFile(picture.toFile(), "r")) {
      ByteBuffer all = file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, file.length());
      byte[] last = new byte[0];
      byte[] now = new byte[all.capacity() / EVERY];
      while (millisSince(start) < watch) {
        long at = millisSince(start);
        sample(all, now);
        if (!Arrays.equals(now, last)) {
          last = now.clone();
          looks.add(new Look(at, 10 * ticks(Path.of("/proc", Long.toString(pid))), last));
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
    return looks;
  }

  /** A part of every picture is as telling as the whole, and to look takes nothing from the app. */
  private static void sample(ByteBuffer all, byte[] into) {
    int chunks = into.length / CHUNK;
    for (int i = 0; i < chunks; i++) {
      all.get(i * CHUNK * EVERY, into, i * CHUNK, CHUNK);
    }
  }

  private static long[] when(List<Look> looks) {
    byte[] before = looks.getFirst().pixels();
    byte[] end = looks.getLast().pixels();
    // A cursor or an empty frame is no window yet.
    double whole = 1 - alike(before, end);
    long painted = -1;
    long settled = -1;
    long cpu = 0;
    for (Look look : looks) {
      double changed = 1 - alike(before, look.pixels());
      if (painted < 0 && changed > whole / 2) {
        painted = look.millis();
      }
      if (alike(look.pixels(), end) < SETTLED) {
        settled = -1;
      } else if (settled < 0) {
        settled = look.millis();
        cpu = look.cpu();
      }
    }
    return new long[] {painted, settled, cpu};
  }

  private static double alike(byte[] one, byte[] other) {
    int same = 0;
    for (int i = 0; i < one.length; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    return (double) same / one.length;
  }

  private static void idle(long pid) throws Exception {
    Path process = Path.of("/proc", Long.toString(pid));
    long before = ticks(process);
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    // A tick is 10 ms on every Linux in use, so ticks a second are hundredths.
    double percent = (double) (ticks(process) - before) / IDLE_SECONDS;
    System.out.printf("desktop, idle: %.2f %% of one processor%n", percent);
    goal("desktop, idle, % of one processor", percent, 1);
    for (String line : Files.readAllLines(process.resolve("smaps_rollup"))) {
      if (line.startsWith("Pss:") || line.startsWith("Rss:")) {
        long megabytes = Long.parseLong(line.replaceAll("\\D", "")) / 1_000;
        System.out.printf("desktop, idle: %s %d MB%n", line.substring(0, 3), megabytes);
        if (line.startsWith("Pss:")) {
          goal("desktop, idle, MB of memory", megabytes, 170);
        }
      }
    }
  }

  private static long ticks(Path process) throws IOException {
    String stat = Files.readString(process.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  /** What is not reached is said again at the end, where it is not overlooked. */
  private static void goal(String what, double is, double less) {
    if (is >= less) {
      MISSED.add(String.format("%s: %.2f, to be less than %.0f", what, is, less));
    }
  }

  private static long median(List<Long> millis) {
    return millis.stream().sorted().toList().get(millis.size() / 2);
  }

  private static void say(String what, List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    System.out.printf(
        "%s: least %d ms, median %d ms, most %d ms%n",
        what, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
