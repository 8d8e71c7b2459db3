package chat.parley.server.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A computer beside this one, on no network at first: a network namespace, for which Linux wants
 * root.
 */
public final class Computer implements AutoCloseable {
  private static final String IP = "/usr/sbin/ip";
  private static final long PATIENCE_SECONDS = 10;

  private final String name;

  private Computer(String name) {
    this.name = name;
  }

  /** Whether this system has what is needed. */
  public static boolean isPossible() throws IOException {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
        || !Files.isExecutable(Path.of(IP))) {
      return false;
    }
    String name = named("x");
    return said("netns", "add", name).done() && said("netns", "del", name).done();
  }

  /**
   * Of which nothing leads to any other.
   *
   * @param name a letter or a few, by which this JVM calls no other one
   */
  public static Computer unplugged(String name) throws IOException {
    must("netns", "add", named(name));
    var computer = new Computer(named(name));
    computer.ip("link", "set", "lo", "up");
    return computer;
  }

  private static String named(String name) {
    return "parley-" + name + ProcessHandle.current().pid();
  }

  String name() {
    return name;
  }

  /** Tells the command {@code ip} on it something that must work, and returns what it says. */
  String ip(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of("-n", name));
    all.addAll(List.of(arguments));
    return must(all.toArray(String[]::new));
  }

  /**
   * Starts a program on it.
   *
   * @param program options for Java, its main class, and what that is told
   */
  public Process start(Path output, List<String> program) throws IOException {
    var command = new ArrayList<>(List.of(IP, "netns", "exec", name));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(program);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** Ends all that runs on it, also what was started by what was started. */
  @Override
  public void close() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<ProcessHandle> left = running();
    while (!left.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IOException("These do not end: " + left);
      }
      left.forEach(ProcessHandle::destroyForcibly);
      left = running();
    }
    must("netns", "del", name);
  }

  private List<ProcessHandle> running() throws IOException {
    return must("netns", "pids", name)
        .lines()
        .map(Long::parseLong)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  private static String must(String... arguments) throws IOException {
    Said said = said(arguments);
    if (!said.done()) {
      throw new AssertionError(List.of(arguments) + " cannot be done: " + said.words());
    }
    return said.words();
  }

  /**
   * What the command answered.
   *
   * @param done whether it did what it was told
   */
  private record Said(boolean done, String words) {}

  private static Said said(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(IP));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.onExit().join().exitValue() == 0, words);
  }
}
