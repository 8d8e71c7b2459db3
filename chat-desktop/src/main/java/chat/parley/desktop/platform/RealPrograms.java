package chat.parley.desktop.platform;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The programs on the path. For any thread. */
final class RealPrograms implements Programs {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int KILLED = 128 + 9;
  private static final Logger log = LoggerFactory.getLogger(RealPrograms.class);

  private final String path;

  /**
   * @param path the folders to look into, as the variable {@code PATH} lists them
   */
  RealPrograms(String path) {
    this.path = path;
  }

  @Override
  public boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<Path> find(String name) {
    for (String folder : path.split(File.pathSeparator)) {
      if (!folder.isBlank() && Files.isExecutable(Path.of(folder, name))) {
        return Optional.of(Path.of(folder, name));
      }
    }
    return Optional.empty();
  }

  @Override
  public String run(List<String> command) throws IOException {
    Process process = begin(command);
    Thread limit = Thread.ofVirtual().start(() -> endWhenLate(process, PATIENCE));
    try (var output = process.getInputStream()) {
      var said = new String(output.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      process.waitFor();
      if (process.exitValue() != 0) {
        throw new IOException(command.getFirst() + " failed: " + said.strip());
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(command.getFirst() + " was not waited for.");
    } finally {
      process.destroyForcibly();
      limit.interrupt();
    }
  }

  @Override
  public Answer ask(List<String> command, String input, Duration patience) throws IOException {
    var found = new ArrayList<>(command);
    found.set(0, find(command.getFirst()).map(Path::toString).orElse(command.getFirst()));
    Process process = new ProcessBuilder(found).start();
    Thread limit = Thread.ofVirtual().start(() -> endWhenLate(process, patience));
    var complained = new CompletableFuture<String>();
    Thread.ofVirtual().start(() -> complained.complete(complaints(process)));
    try (var output = process.getInputStream()) {
      write(process, input);
      var said = new String(output.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      if (!process.waitFor(patience)) {
        throw new IOException(command.getFirst() + " takes too long.");
      }
      if (process.exitValue() == KILLED) {
        throw new IOException(command.getFirst() + " took too long and was ended.");
      }
      return new Answer(process.exitValue(), said, complained.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(command.getFirst() + " was not waited for.");
    } finally {
      process.destroyForcibly();
      limit.interrupt();
    }
  }

  /** A program that reads nothing may have ended before all is written. */
  private static void write(Process process, String input) {
    try (var to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      log.debug("A program did not read what it was given", e);
    }
  }

  private static String complaints(Process process) {
    try (var errors = process.getErrorStream()) {
      return new String(errors.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static void endWhenLate(Process process, Duration patience) {
    try {
      if (!process.waitFor(patience)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // It ended in time.
    }
  }

  @Override
  public Running start(List<String> command, Ear ear) throws IOException {
    Process process = begin(command);
    Thread.ofVirtual().name("hears-" + command.getFirst()).start(() -> listen(process, ear));
    return process::destroy;
  }

  private static void listen(Process process, Ear ear) {
    int code = -1;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ear.line(line);
      }
      code = process.waitFor();
    } catch (IOException e) {
      process.destroy(); // Its end of the line is closed: it is ending, or was ended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
    ear.ended(code);
  }

  private static Process begin(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }
}
