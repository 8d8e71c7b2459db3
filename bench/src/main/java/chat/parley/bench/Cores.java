package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Gives the server one core and the generator the others, where {@code taskset} can do that. */
final class Cores {
  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final int ALL = Runtime.getRuntime().availableProcessors();

  private Cores() {}

  static boolean canPin() {
    return ALL >= 2 && Files.isExecutable(TASKSET);
  }

  /** The command, on the server's core if possible. */
  static List<String> forServer(List<String> command) {
    if (!canPin()) {
      return command;
    }
    var pinned = new ArrayList<>(List.of(TASKSET.toString(), "-c", "0"));
    pinned.addAll(command);
    return pinned;
  }

  /** Moves this process to the other cores. */
  static void leaveServersCore() {
    if (!canPin()) {
      return;
    }
    String others = ALL == 2 ? "1" : "1-" + (ALL - 1);
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
