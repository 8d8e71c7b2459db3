package chat.parley.desktop.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that runs on this computer as a program of its own, so that it goes on when the window
 * is closed. It is found again by a file beside its data. Methods wait for the disk and the
 * program, one caller at a time; not for the FX thread.
 */
public final class ServerProgram {
  /**
   * A program that was started.
   *
   * @param port at which it takes connections
   */
  public record Running(long pid, int port) {}

  private static final int PORTS = 50;
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final long LOOK_MILLIS = 50;

  /** Clocks are put right by a little while programs run. */
  private static final Duration SAME = Duration.ofSeconds(5);

  private final Path folder;
  private final String mainClass;
  private final int firstPort;

  /**
   * @param folder in which it keeps everything; may not exist yet
   * @param mainClass on the class path of this very program
   * @param firstPort to be taken if it is free, else the next that is
   */
  public ServerProgram(Path folder, String mainClass, int firstPort) {
    this.folder = folder;
    this.mainClass = mainClass;
    this.firstPort = firstPort;
  }

  /** Whether this Java can start programs; those that come along with an app often cannot. */
  public static boolean canRun() {
    Path programs = Path.of(System.getProperty("java.home"), "bin");
    return Files.exists(programs.resolve("java")) || Files.exists(programs.resolve("java.exe"));
  }

  /** The one that was started before, by this app or by one that ended since. */
  public synchronized Optional<Running> find() throws IOException {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    var kept = new Properties();
    try (var in = Files.newBufferedReader(file())) {
      kept.load(in);
      long pid = Long.parseLong(kept.getProperty("pid", ""));
      Instant started = Instant.parse(kept.getProperty("started", ""));
      int port = Integer.parseInt(kept.getProperty("port", ""));
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(
              process -> process.info().startInstant().filter(at -> same(at, started)).isPresent())
          .map(_ -> new Running(pid, port));
    } catch (RuntimeException e) {
      return Optional.empty(); // The file is from a computer that stopped while it was written.
    }
  }

  /** Another program may have the number of one that ended. */
  private static boolean same(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(SAME) < 0;
  }

  /**
   * Starts it, unless it runs already, and waits until it takes connections.
   *
   * @param options besides where it listens and keeps its data
   * @throws IOException with one sentence for a person
   */
  public synchronized Running start(List<String> options) throws IOException {
    Optional<Running> before = find();
    if (before.isPresent()) {
      return before.get();
    }
    Files.createDirectories(folder);
    int port = freePort();
    Process process =
        new ProcessBuilder(command(port, options))
            .redirectErrorStream(true)
            .redirectOutput(output().toFile())
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    process.getOutputStream().close();
    keep(process, port);
    awaitOpen(process, port);
    return new Running(process.pid(), port);
  }

  private List<String> command(int port, List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("-XX:MaxRAMPercentage=25");
    command.add("--enable-native-access=ALL-UNNAMED");
    // Both programs are on this class path, and the app's rules for its log come first on it.
    command.add("-Dparley.logs=" + folder.resolve("logs"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass, "server"));
    command.addAll(List.of("--port", String.valueOf(port), "--data", folder.toString()));
    command.addAll(options);
    return command;
  }

  private int freePort() throws IOException {
    for (int port = firstPort; port < firstPort + PORTS; port++) {
      try (var _ = new ServerSocket(port)) {
        return port;
      } catch (IOException e) {
        continue; // Somebody has it.
      }
    }
    throw new IOException(
        "All ports from " + firstPort + " to " + (firstPort + PORTS - 1) + " are taken.");
  }

  private void keep(Process process, int port) throws IOException {
    var kept = new Properties();
    kept.setProperty("pid", String.valueOf(process.pid()));
    kept.setProperty("started", process.info().startInstant().orElseGet(Instant::now).toString());
    kept.setProperty("port", String.valueOf(port));
    try (var out = Files.newBufferedWriter(file())) {
      kept.store(out, null);
    }
  }

  private void awaitOpen(Process process, int port) throws IOException {
    long end = System.nanoTime() + START.toNanos();
    while (!isOpen(port)) {
      try {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          Files.deleteIfExists(file());
          throw new IOException(lastWords());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("The start was given up.", e);
      }
      if (System.nanoTime() > end) {
        process.destroy();
        Files.deleteIfExists(file());
        throw new IOException("The server did not open within 30 seconds; see " + output() + ".");
      }
    }
  }

  private static boolean isOpen(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1_000);
      return true;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(output());
    return lines.isEmpty() ? "The server ended at once; see " + output() + "." : lines.getLast();
  }

  /** Ends it as an operator does, so that everybody is told; harmless when none runs. */
  public synchronized void stop() throws IOException {
    Optional<ProcessHandle> process = find().flatMap(running -> ProcessHandle.of(running.pid()));
    if (process.isPresent()) {
      process.get().destroy();
      try {
        process.get().onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Nobody waited for the server's end.", e);
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException("The server did not end within 15 seconds.", e);
      }
    }
    Files.deleteIfExists(file());
  }

  private Path file() {
    return folder.resolve("running.properties");
  }

  private Path output() {
    return folder.resolve("output.txt");
  }
}
