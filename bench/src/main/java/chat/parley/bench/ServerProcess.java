package chat.parley.bench;

import chat.parley.client.ServerAddress;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of our own: a process on this computer with an empty data folder, ended with the run.
 */
final class ServerProcess implements Subject {
  private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
  private static final long START_SECONDS = 30;
  private static final long STOP_SECONDS = 15;
  private static final long LOOK_MILLIS = 100;

  /** The kernel's USER_HZ, the unit of /proc/PID/stat, is 100 on every Linux in use. */
  private static final long TICK_NANOS = 10_000_000;

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final ServerAddress address;
  private final Path folder;

  private ServerProcess(Process process, ServerAddress address, Path folder) {
    this.process = process;
    this.address = address;
    this.folder = folder;
  }

  /**
   * Starts the server with the flags of the launcher script, on a core of its own which this
   * process leaves to it, and waits until it serves log-ins.
   */
  static ServerProcess start(Path jar) {
    try {
      Path folder = Files.createTempDirectory("parley-bench");
      Cores cores = Cores.forServerIn(folder);
      cores.leave();
      int port = freePort();
      List<String> command =
          List.of(
              javaTool("java"),
              "-XX:+UseCompactObjectHeaders",
              "-XX:MaxRAMPercentage=25",
              "-XX:MetaspaceSize=64m",
              "-jar",
              jar.toString(),
              "server",
              "--bind",
              "127.0.0.1",
              "--port",
              Integer.toString(port),
              "--data",
              folder.resolve("data").toString(),
              "--tls",
              "off",
              "--max-file",
              "2G",
              "--max-files-person",
              "200G",
              "--no-rate-limits");
      Process process =
          new ProcessBuilder(cores.pinned(command))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      var server = new ServerProcess(process, new ServerAddress("127.0.0.1", port), folder);
      server.awaitHealth();
      return server;
    } catch (IOException e) {
      throw new CannotMeasure("The server could not be started.", e);
    }
  }

  @Override
  public ServerAddress address() {
    return address;
  }

  @Override
  public OptionalLong cpuNanos() {
    // After the name in brackets, which may hold spaces: fields 14 and 15 are user and system time.
    String stat = proc("stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
    if (fields.length < 13) {
      return OptionalLong.empty();
    }
    return OptionalLong.of((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_NANOS);
  }

  @Override
  public OptionalLong residentBytes() {
    return first(RESIDENT, proc("status"), 1024);
  }

  @Override
  public OptionalLong liveHeapBytes() {
    return first(TOTAL, jcmd("GC.class_histogram"), 1);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        log.warn("The server did not stop within {} seconds and was ended", STOP_SECONDS);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    removeFolder();
  }

  private void awaitHealth() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!healthy()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        String said = output();
        close();
        throw new CannotMeasure("The server did not start. It said: " + said);
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private boolean healthy() {
    try {
      var url = URI.create("http://" + address + "/health").toURL();
      var connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(1_000);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private String proc(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    } catch (IOException e) {
      return "";
    }
  }

  private String jcmd(String command) {
    try {
      Process jcmd =
          new ProcessBuilder(javaTool("jcmd"), Long.toString(process.pid()), command)
              .redirectErrorStream(true)
              .start();
      String said = new String(jcmd.getInputStream().readAllBytes());
      jcmd.waitFor();
      return said;
    } catch (IOException e) {
      log.warn("The server's heap could not be looked at", e);
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output")).strip();
    } catch (IOException e) {
      return "nothing";
    }
  }

  private void removeFolder() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      log.warn("The folder {} could not be removed", folder, e);
    }
  }

  private static OptionalLong first(Pattern number, String text, long unit) {
    Matcher match = number.matcher(text);
    return match.find()
        ? OptionalLong.of(Long.parseLong(match.group(1)) * unit)
        : OptionalLong.empty();
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static String javaTool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}
