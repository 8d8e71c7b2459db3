package chat.parley.server.discovery;

import chat.parley.server.Main;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Two computers on a network of their own: two network namespaces with a cable between them, for
 * which Linux wants root.
 */
public final class TwoComputers implements AutoCloseable {
  /** Where the server is at first. */
  public static final String FIRST = "192.168.77.5";

  private static final String IP = "/usr/sbin/ip";
  private static final Duration FOUND = Duration.ofSeconds(120);
  private static final String SERVER = "parley-s" + ProcessHandle.current().pid();
  private static final String APP = "parley-a" + ProcessHandle.current().pid();

  private final List<Process> started = new ArrayList<>();

  private TwoComputers() {}

  /** Whether this system has what is needed. */
  public static boolean arePossible() throws IOException {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
        || !Files.isExecutable(Path.of(IP))) {
      return false;
    }
    boolean made = ip("netns", "add", SERVER);
    return made && ip("netns", "del", SERVER);
  }

  public static TwoComputers plugIn() throws IOException {
    must(ip("netns", "add", SERVER) && ip("netns", "add", APP));
    must(ip("link", "add", "pc0", "netns", SERVER, "type", "veth", "peer", "pc0", "netns", APP));
    address(SERVER, FIRST);
    address(APP, "192.168.77.6");
    return new TwoComputers();
  }

  /** The server's computer has that address from now on, and no other. */
  public void move(String address) throws IOException {
    must(ip("-n", SERVER, "addr", "flush", "dev", "pc0"));
    address(SERVER, address);
  }

  private static void address(String computer, String address) throws IOException {
    must(ip("-n", computer, "addr", "add", address + "/24", "broadcast", "+", "dev", "pc0"));
    must(ip("-n", computer, "link", "set", "pc0", "up"));
    must(ip("-n", computer, "link", "set", "lo", "up"));
    must(ip("-n", computer, "route", "add", "default", "dev", "pc0"));
  }

  /** Starts a server called "Office" on its computer. */
  public Process server(Path folder) throws IOException {
    return start(
        SERVER,
        folder.resolve("server.txt"),
        List.of(
            Main.class.getName(),
            "server",
            "--name",
            "Office",
            "--data",
            folder.resolve("data").toString()));
  }

  /**
   * Starts a program on the other computer.
   *
   * @param program options for Java, its main class, and what that is told
   */
  public Process app(Path output, List<String> program) throws IOException {
    return start(APP, output, program);
  }

  private Process start(String computer, Path output, List<String> program) throws IOException {
    var command = new ArrayList<>(List.of(IP, "netns", "exec", computer));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(program);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    started.add(process);
    return process;
  }

  /** Until the lines of a file are so. */
  public static void await(Path file, Predicate<List<String>> so) throws IOException {
    long end = System.nanoTime() + FOUND.toNanos();
    while (!so.test(lines(file))) {
      if (System.nanoTime() > end) {
        throw new AssertionError(file + " is not as it should be but " + lines(file));
      }
      Thread.onSpinWait();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static boolean ip(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(IP));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    ended(process);
    return process.exitValue() == 0;
  }

  private static void ended(Process process) throws IOException {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IOException("A program does not end: " + process.info());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("A program was not waited for.");
    }
  }

  private static void must(boolean done) {
    if (!done) {
      throw new AssertionError("The two computers cannot be made; what ip said stands above.");
    }
  }

  @Override
  public void close() throws IOException {
    for (Process process : started) {
      ended(process.destroyForcibly());
    }
    ip("netns", "del", SERVER);
    ip("netns", "del", APP);
  }
}
