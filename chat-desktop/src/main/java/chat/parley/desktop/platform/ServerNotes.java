package chat.parley.desktop.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/** What is written down beside a server's data: the program that runs, and how it ran last. */
final class ServerNotes {
  /** Clocks are put right by a little while programs run. */
  private static final Duration SAME = Duration.ofSeconds(5);

  private final Path running;
  private final Path last;

  ServerNotes(Path folder) {
    running = folder.resolve("running.properties");
    last = folder.resolve("last.properties");
  }

  /** The program of the note, if it still runs. */
  Optional<ServerProgram.Running> running() throws IOException {
    Properties kept = read(running);
    try {
      long pid = Long.parseLong(kept.getProperty("pid", ""));
      Instant started = Instant.parse(kept.getProperty("started", ""));
      int port = Integer.parseInt(kept.getProperty("port", ""));
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(
              process -> process.info().startInstant().filter(at -> same(at, started)).isPresent())
          .map(_ -> new ServerProgram.Running(pid, port));
    } catch (RuntimeException e) {
      return Optional.empty(); // None, or of a computer that stopped while it was written.
    }
  }

  /** Another program may have the number of one that ended. */
  private static boolean same(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(SAME) < 0;
  }

  /** Of which version the app was that started it; empty when it did not say. */
  Optional<String> runningVersion() throws IOException {
    return Optional.ofNullable(read(running).getProperty("version"));
  }

  void started(Process process, int port, String version) throws IOException {
    var kept = new Properties();
    kept.setProperty("pid", String.valueOf(process.pid()));
    kept.setProperty("started", process.info().startInstant().orElseGet(Instant::now).toString());
    kept.setProperty("port", String.valueOf(port));
    kept.setProperty("version", version);
    write(kept, running);
  }

  void ended() throws IOException {
    Files.deleteIfExists(running);
  }

  /** It takes connections. */
  void opened(String name, int port) throws IOException {
    var kept = new Properties();
    kept.setProperty("name", name);
    kept.setProperty("port", String.valueOf(port));
    write(kept, last);
  }

  /** What it was called when it opened last. */
  Optional<String> lastName() throws IOException {
    return Optional.ofNullable(read(last).getProperty("name"));
  }

  /** Where it was when it opened last. */
  OptionalInt lastPort() throws IOException {
    String port = read(last).getProperty("port", "");
    return port.matches("[0-9]{1,5}")
        ? OptionalInt.of(Integer.parseInt(port))
        : OptionalInt.empty();
  }

  private static Properties read(Path file) throws IOException {
    var kept = new Properties();
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        kept.load(in);
      } catch (IllegalArgumentException e) {
        return new Properties(); // Spoilt; nothing is lost but a number and a name.
      }
    }
    return kept;
  }

  private static void write(Properties kept, Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      kept.store(out, null);
    }
  }
}
