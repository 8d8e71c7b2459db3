package chat.parley.desktop.platform;

import chat.parley.desktop.platform.ServerTrouble.Kind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
  private static final int TRIES = 3;

  /** How a server's greeting begins, after its name. */
  private static final String OPEN = " is open.";

  private static final String UNNAMED = "Parley";
  private static final String CACHE = "-XX:AOTCache=";
  private static final String NATIVE_LIBRARIES = "org.sqlite.lib.path";
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final long LOOK_MILLIS = 50;

  private final Path folder;
  private final String mainClass;
  private final int firstPort;
  private final String version;
  private final Optional<ServerUnit> unit;
  private final ServerNotes notes;

  /**
   * @param folder in which it keeps everything; may not exist yet
   * @param mainClass on the class path of this very program
   * @param firstPort to be taken the first time if it is free, else the next that is
   * @param version of the app, and so of the programs it starts
   * @param unit what starts it with the computer; empty where nothing does
   */
  public ServerProgram(
      Path folder, String mainClass, int firstPort, String version, Optional<ServerUnit> unit) {
    this.folder = folder;
    this.mainClass = mainClass;
    this.firstPort = firstPort;
    this.version = version;
    this.unit = unit;
    this.notes = new ServerNotes(folder);
  }

  /** Whether this Java can start programs; those that come along with an app often cannot. */
  public static boolean canRun() {
    Path programs = Path.of(System.getProperty("java.home"), "bin");
    return Files.exists(programs.resolve("java")) || Files.exists(programs.resolve("java.exe"));
  }

  /** The one that was started before, by this app, by one that ended since, or by the system. */
  public synchronized Optional<Running> find() throws IOException {
    Optional<Running> started = notes.running();
    return started.isPresent() || unit.isEmpty() ? started : findOfSystem(unit.get());
  }

  private Optional<Running> findOfSystem(ServerUnit service) throws IOException {
    OptionalLong pid = service.pid();
    OptionalInt port = notes.lastPort();
    return pid.isEmpty() || port.isEmpty()
        ? Optional.empty()
        : Optional.of(new Running(pid.getAsLong(), port.getAsInt()));
  }

  /** What it was called when it was started last. */
  public synchronized Optional<String> name() throws IOException {
    return notes.lastName();
  }

  /** Whether the system can start it with the computer at all. */
  public boolean canStartWithComputer() {
    return unit.isPresent();
  }

  public synchronized boolean startsWithComputer() {
    return unit.filter(ServerUnit::isOn).isPresent();
  }

  /**
   * Lets the system start it as this app would, which may have been moved or updated since.
   *
   * @param options as for {@link #start}
   */
  public synchronized void followApp(List<String> options) throws IOException {
    OptionalInt port = notes.lastPort();
    if (unit.isPresent() && port.isPresent()) {
      String name = notes.lastName().orElse(UNNAMED);
      unit.get().follow(command(name, port.getAsInt(), options));
    }
  }

  /** Whether it does so before anybody logs in. */
  public synchronized boolean startsBeforeLogIn() throws IOException {
    return unit.isPresent() && unit.get().isEarly();
  }

  /**
   * Changes that, for a server that was started once.
   *
   * @param options as for {@link #start}
   */
  public synchronized void startWithComputer(boolean on, List<String> options) throws IOException {
    if (unit.isEmpty()) {
      throw new ServerTrouble(Kind.NO_STARTER, "");
    }
    if (on) {
      int port = notes.lastPort().orElseThrow(() -> new ServerTrouble(Kind.NONE_YET, ""));
      unit.get().turnOn(command(notes.lastName().orElse(UNNAMED), port, options));
    } else {
      unit.get().turnOff();
    }
  }

  /**
   * Starts it, unless it runs already, and waits until it takes connections.
   *
   * @param name what people call it, until those who run it call it otherwise
   * @param options besides its name, where it listens and keeps its data
   * @throws ServerTrouble when it did not open
   */
  public synchronized Running start(String name, List<String> options) throws IOException {
    Optional<Running> before = find();
    if (before.isPresent()) {
      return before.get();
    }
    Files.createDirectories(folder);
    for (int i = 1; ; i++) {
      int port = freePort();
      try {
        return startAt(port, name, options);
      } catch (ServerTrouble e) {
        // Another program took the port between the look at it and the start.
        if (i == TRIES || isFree(port)) {
          throw e;
        }
      }
    }
  }

  private Running startAt(int port, String name, List<String> options) throws IOException {
    Process process =
        new ProcessBuilder(command(name, port, options))
            .redirectErrorStream(true)
            .redirectOutput(output().toFile())
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    process.getOutputStream().close();
    notes.started(process, port, version);
    awaitOpen(process);
    notes.opened(name, port);
    return new Running(process.pid(), port);
  }

  /**
   * Starts the server anew if an app of another version started the one that runs: its files were
   * replaced under it, and it would fail at the first that it has not read yet. Those who are on it
   * come back by themselves.
   *
   * @param options as for {@link #start}
   */
  public synchronized void renew(List<String> options) throws IOException {
    if (notes.running().isPresent() && !notes.runningVersion().equals(Optional.of(version))) {
      stop();
      start(notes.lastName().orElse(UNNAMED), options);
    }
  }

  private List<String> command(String name, int port, List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("-XX:MaxRAMPercentage=25");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(startUpCache());
    // In a package the database's native library lies beside the jars, and in none of them.
    String libraries = System.getProperty(NATIVE_LIBRARIES);
    if (libraries != null) {
      command.add("-D" + NATIVE_LIBRARIES + "=" + libraries);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass, "server"));
    command.addAll(List.of("--port", String.valueOf(port), "--data", folder.toString()));
    command.add("--name=" + name); // in one, since it may begin with a dash
    command.addAll(options);
    return command;
  }

  /**
   * A package's app starts out of a cache, where much is that its server needs, too: a start out of
   * it takes two thirds of the processor's time. The cache wants the modules it was made with.
   */
  private static List<String> startUpCache() {
    List<String> ours = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return ours.stream().noneMatch(option -> option.startsWith(CACHE))
        ? List.of()
        : ours.stream()
            .filter(
                option ->
                    option.startsWith(CACHE)
                        || option.startsWith("--add-modules=")
                        || option.startsWith("--enable-native-access="))
            .toList();
  }

  /** The one of before first: people have it on paper. */
  private int freePort() throws IOException {
    OptionalInt before = notes.lastPort();
    if (before.isPresent() && isFree(before.getAsInt())) {
      return before.getAsInt();
    }
    for (int port = firstPort; port < firstPort + PORTS; port++) {
      if (isFree(port)) {
        return port;
      }
    }
    throw new ServerTrouble(Kind.PORTS_TAKEN, firstPort + "–" + (firstPort + PORTS - 1));
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** By its own words: whoever answers at its port may be another one. */
  private void awaitOpen(Process process) throws IOException {
    long end = System.nanoTime() + START.toNanos();
    while (!saysThatItIsOpen()) {
      try {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          notes.ended();
          throw lastWords();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ServerTrouble(Kind.GIVEN_UP, "", e);
      }
      if (System.nanoTime() > end) {
        process.destroy();
        notes.ended();
        throw new ServerTrouble(Kind.NOT_OPEN, output().toString());
      }
    }
  }

  private boolean saysThatItIsOpen() throws IOException {
    // Whatever the encoding of its name is, these letters are the same.
    return new String(Files.readAllBytes(output()), StandardCharsets.ISO_8859_1).contains(OPEN);
  }

  private ServerTrouble lastWords() throws IOException {
    List<String> lines = Files.readAllLines(output());
    return lines.isEmpty()
        ? new ServerTrouble(Kind.ENDED, output().toString())
        : new ServerTrouble(Kind.ENDED_SAYING, lines.getLast());
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
        throw new ServerTrouble(Kind.GIVEN_UP, "", e);
      } catch (ExecutionException | TimeoutException e) {
        throw new ServerTrouble(Kind.NOT_ENDED, "", e);
      }
    }
    notes.ended();
  }

  private Path output() {
    return folder.resolve("output.txt");
  }
}
