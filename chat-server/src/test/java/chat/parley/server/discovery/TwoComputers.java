package chat.parley.server.discovery;

import chat.parley.server.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Two computers on a network of their own, where that {@linkplain Computer#isPossible() can be}.
 */
public final class TwoComputers implements AutoCloseable {
  /** What is said to more than one computer. */
  public enum Cast {
    /** To all that listen to a group, as mDNS does. */
    MULTICAST,
    /** To all there are. */
    BROADCAST
  }

  /** Where the server is at first. */
  public static final String FIRST = "192.168.77.5";

  private static final String OTHER = "192.168.77.6";
  private static final String PORT = "pc0";
  private static final String SWITCH = "switch0";
  private static final Duration FOUND = Duration.ofSeconds(120);
  private static final long LOOK_AGAIN_NANOS = 10_000_000;

  private final Computer server;
  private final Computer app;
  private final List<Computer> all = new ArrayList<>();

  private TwoComputers() throws IOException {
    server = unplugged("s");
    app = unplugged("a");
  }

  private Computer unplugged(String name) throws IOException {
    Computer computer = Computer.unplugged(name);
    all.add(computer);
    return computer;
  }

  /** With a cable between them. */
  public static TwoComputers plugIn() throws IOException {
    var two = new TwoComputers();
    two.server.ip(
        "link", "add", PORT, "type", "veth", "peer", "name", PORT, "netns", two.app.name());
    address(two.server, FIRST);
    address(two.app, OTHER);
    return two;
  }

  /**
   * With a switch between them that loses all that is said to more than one computer.
   *
   * @param passing what it does not lose
   */
  public static TwoComputers throughSwitch(Cast... passing) throws IOException {
    var two = new TwoComputers();
    Computer between = two.unplugged("w");
    between.ip("link", "add", SWITCH, "type", "bridge");
    between.ip("link", "set", SWITCH, "up");
    for (Computer computer : List.of(two.server, two.app)) {
      String end = computer == two.server ? "server0" : "app0";
      computer.ip(
          "link", "add", PORT, "type", "veth", "peer", "name", end, "netns", between.name());
      between.ip("link", "set", end, "master", SWITCH);
      between.ip("link", "set", end, "up");
      between.ip(
          "link",
          "set",
          end,
          "type",
          "bridge_slave",
          "mcast_flood",
          List.of(passing).contains(Cast.MULTICAST) ? "on" : "off",
          "bcast_flood",
          List.of(passing).contains(Cast.BROADCAST) ? "on" : "off");
    }
    address(two.server, FIRST);
    address(two.app, OTHER);
    // Who has an address is asked by broadcast too.
    know(two.server, OTHER, two.app);
    know(two.app, FIRST, two.server);
    return two;
  }

  private static void know(Computer computer, String address, Computer other) throws IOException {
    String at = other.ip("-br", "link", "show", PORT).split("\\s+")[2];
    computer.ip("neigh", "replace", address, "lladdr", at, "dev", PORT, "nud", "permanent");
  }

  /** The server's computer has that address from now on, and no other. */
  public void move(String address) throws IOException {
    server.ip("addr", "flush", "dev", PORT);
    address(server, address);
  }

  private static void address(Computer computer, String address) throws IOException {
    computer.ip("addr", "add", address + "/24", "broadcast", "+", "dev", PORT);
    computer.ip("link", "set", PORT, "up");
    computer.ip("route", "add", "default", "dev", PORT);
  }

  /** Starts a server called "Office" on its computer. */
  public Process server(Path folder) throws IOException {
    return host(
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
   * Starts a program on the server's computer.
   *
   * @param program options for Java, its main class, and what that is told
   */
  public Process host(Path output, List<String> program) throws IOException {
    return server.start(output, program);
  }

  /** Starts one on the other computer. */
  public Process app(Path output, List<String> program) throws IOException {
    return app.start(output, program);
  }

  /** Until the lines of a file are so. */
  public static void await(Path file, Predicate<List<String>> so) throws IOException {
    long end = System.nanoTime() + FOUND.toNanos();
    while (!so.test(lines(file))) {
      if (System.nanoTime() > end) {
        throw new AssertionError(file + " is not as it should be but " + lines(file));
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Override
  public void close() throws IOException {
    for (Computer computer : all) {
      computer.close();
    }
  }
}
