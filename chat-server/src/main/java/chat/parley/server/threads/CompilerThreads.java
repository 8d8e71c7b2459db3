package chat.parley.server.threads;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which Java makes its code faster while it runs. They would take half of a single
 * processor for seconds when many come at once, from those who chat.
 */
public final class CompilerThreads {
  private static final Logger log = LoggerFactory.getLogger(CompilerThreads.class);
  private static final Path TASKS = Path.of("/proc/self/task");

  /** The thorough compiler; the quick one is soon done. The kernel cuts names at 15 characters. */
  private static final String NAME = "C2 CompilerThre";

  private CompilerThreads() {}

  /** Makes them give way, on Linux; those that come later are made by these and do it too. */
  public static void giveWay() {
    if (!Files.isDirectory(TASKS)) {
      return;
    }
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).strip().equals(NAME)) {
          Niceness.SOME.of(Integer.parseInt(task.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      log.debug("The threads of this process could not be looked through", e);
    }
  }
}
