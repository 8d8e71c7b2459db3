package chat.parley.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server in a process of its own, started from the command line as an operator does it. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);

  /** Who looks all the time takes the processor that the server starts on. */
  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  /** For its Java machine; none where something is measured. */
  private static final List<String> FLAGS =
      Stream.of(System.getProperty("parley.server.flags", "").split(" "))
          .filter(flag -> !flag.isBlank())
          .toList();

  /** Made by the first that starts. */
  private static final class Usual {
    static final StartCache START =
        FLAGS.isEmpty()
            ? StartCache.none(classPath())
            : StartCache.of(classPath(), ServerProcess::startOnce);
  }

  private final Path data;
  private final int port;
  private boolean secure;

  /** Goes before what is usually there; null for nothing. */
  private Path newer;

  /** 0 for a disk without a limit of its own. */
  private final int diskKib;

  private final StartCache cache;
  private final Class<?> main;
  private final List<String> options;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private Process process;

  private ServerProcess(
      Class<?> main, Path data, int port, boolean secure, int diskKib, List<String> options)
      throws IOException {
    this(Usual.START, main, data, port, secure, diskKib, options);
  }

  private ServerProcess(
      StartCache cache,
      Class<?> main,
      Path data,
      int port,
      boolean secure,
      int diskKib,
      List<String> options)
      throws IOException {
    this.cache = cache;
    this.main = main;
    this.data = data;
    this.port = port;
    this.secure = secure;
    this.diskKib = diskKib;
    this.options = options;
    this.process = launch();
  }

  /** Without TLS, which most tests are not about. Serves log-ins when it returns. */
  public static ServerProcess start(Path data, String... options) throws IOException {
    return start(data, false, options);
  }

  /** As an operator gets it who says nothing of TLS. */
  public static ServerProcess startSecure(Path data, String... options) throws IOException {
    return start(data, true, options);
  }

  /** With TLS, see {@link StillServer}. */
  public static ServerProcess startStill(Path data, String... options) throws IOException {
    return start(StillServer.class, data, true, options);
  }

  private static ServerProcess start(Path data, boolean secure, String... options)
      throws IOException {
    return start(Main.class, data, secure, options);
  }

  private static ServerProcess start(Class<?> main, Path data, boolean secure, String... options)
      throws IOException {
    var server = new ServerProcess(main, data, freePort(), secure, 0, List.of(options));
    server.awaitHealthy();
    return server;
  }

  private static void startOnce(StartCache learning, Path data)
      throws IOException, InterruptedException {
    try (var server =
        new ServerProcess(learning, Main.class, data, freePort(), false, 0, List.of())) {
      server.awaitHealthy();
      server.terminate();
    }
  }

  public int port() {
    return port;
  }

  public Process process() {
    return process;
  }

  /** What it has printed so far, a line each. */
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /** As a power cut ends a process: no handler of its own runs. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM. What it says until it has ended is heard, and nothing that it starts is cut off. */
  public void terminate() throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not end within 20 s: " + output());
    }
  }

  /** On the same port and data. */
  public void restart() throws IOException {
    process = launch();
    awaitHealthy();
  }

  /** The same, by an operator who turned encryption off meanwhile. */
  public void restartWithoutTls() throws IOException {
    secure = false;
    restart();
  }

  /**
   * The same, of another version.
   *
   * @param files of it that are different
   */
  public void restartWith(Path files) throws IOException {
    newer = files;
    restart();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /**
   * One whose disk takes no file of more than so many KiB, as a disk that is nearly full.
   *
   * @param kib for each file
   */
  public static ServerProcess startOnSmallDisk(Path data, int kib, String... options)
      throws IOException {
    var server = new ServerProcess(Main.class, data, freePort(), false, kib, List.of(options));
    server.awaitHealthy();
    return server;
  }

  private Process launch() throws IOException {
    var command = new ArrayList<String>();
    if (diskKib > 0) {
      String limited = "ulimit -f " + 2 * diskKib + "; exec \"$@\"";
      command.addAll(List.of("/bin/sh", "-c", limited, "sh"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    StartCache start =
        newer == null ? cache : StartCache.none(newer + File.pathSeparator + classPath());
    command.addAll(start.flags());
    command.addAll(
        List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", start.classPath()));
    command.addAll(List.of(main.getName(), "server", "--bind", "127.0.0.1"));
    if (!secure) {
      command.addAll(List.of("--tls", "off"));
    }
    command.addAll(List.of("--port", String.valueOf(port), "--data", data.toString()));
    // Computers with many tests are no place to be found by chance.
    if (!options.contains("--discovery-port")) {
      command.add("--no-discovery");
    }
    command.addAll(options);
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread.ofVirtual().start(() -> read(started.inputReader()));
    return started;
  }

  private void read(BufferedReader lines) {
    lines.lines().forEach(output::add);
  }

  private void awaitHealthy() {
    long end = System.nanoTime() + START.toNanos();
    String scheme = secure ? "https" : "http";
    try (HttpClient http = HttpClient.newBuilder().sslContext(Credulous.context()).build()) {
      var request =
          HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + "/health"))
              .timeout(Duration.ofSeconds(2))
              .build();
      while (!isHealthy(http, request)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new AssertionError("The server did not start: " + output());
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  private static boolean isHealthy(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String classPath() {
    String ofTests = System.getProperty("surefire.test.class.path");
    return ofTests == null ? System.getProperty("java.class.path") : ofTests;
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
