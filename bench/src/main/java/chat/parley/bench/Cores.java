package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives the server one core and the generator the others, where {@code taskset} can do that.
 *
 * @param servers the server's core
 */
record Cores(int servers) {
  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final int ALL = Runtime.getRuntime().availableProcessors();

  static boolean canPin() {
    return ALL >= 2 && Files.isExecutable(TASKSET);
  }

  /** The server's core is the one that hears from the disk under its folder. */
  static Cores forServerIn(Path folder) {
    return new Cores(canPin() ? DiskCore.of(folder) : 0);
  }

  /** The command, on the server's core if possible. */
  List<String> pinned(List<String> command) {
    if (!canPin()) {
      return command;
    }
    var pinned = new ArrayList<>(List.of(TASKSET.toString(), "-c", Integer.toString(servers)));
    pinned.addAll(command);
    return pinned;
  }

  /** Moves this process to the other cores. */
  void leave() {
    if (!canPin()) {
      return;
    }
    String others =
        IntStream.range(0, ALL)
            .filter(core -> core != servers)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    String me = Long.toString(ProcessHandle.current().pid());
    try {
      Process taskset =
          new ProcessBuilder(TASKSET.toString(), "-a", "-p", "-c", others, me)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!taskset.waitFor(10, TimeUnit.SECONDS)) {
        taskset.destroyForcibly();
      }
    } catch (IOException e) {
      throw new CannotMeasure("The generator could not be moved to its own cores.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
