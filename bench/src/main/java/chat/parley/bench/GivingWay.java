package chat.parley.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Threads of the generator that let those go first who measure: what is measured is the server, and
 * not how two halves of a generator share a core. Elsewhere than on Linux they are like all others.
 */
final class GivingWay {
  private static final Path RENICE = Path.of("/usr/bin/renice");

  /** A link to PID/task/TID of whoever looks. */
  private static final Path SELF = Path.of("/proc/thread-self");

  private static final Path TASKS = Path.of("/proc/self/task");

  private GivingWay() {}

  /** Does it on such a thread, and returns when it is done. What it throws, this throws. */
  static void await(String name, Runnable work) {
    var done = new CompletableFuture<Void>();
    start(
        name,
        () -> {
          try {
            work.run();
            done.complete(null);
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        });
    done.join();
  }

  /** Threads that the work starts give way too. */
  static void start(String name, Runnable work) {
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .start(
            () -> {
              giveWay();
              work.run();
            });
  }

  /** So do those on which Java makes this generator faster while it measures. */
  static void compilers() {
    if (!Files.isDirectory(TASKS)) {
      return;
    }
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).startsWith("C2 Compiler")) {
          renice("10", task.getFileName().toString());
        }
      }
    } catch (IOException e) {
      throw new CannotMeasure("The threads of the generator could not be looked through.", e);
    }
  }

  private static void giveWay() {
    if (!Files.isSymbolicLink(SELF)) {
      return;
    }
    try {
      renice("19", Files.readSymbolicLink(SELF).getFileName().toString());
    } catch (IOException e) {
      throw new CannotMeasure("A thread of the generator could not be made to give way.", e);
    }
  }

  private static void renice(String nice, String thread) throws IOException {
    if (!Files.isExecutable(RENICE)) {
      return;
    }
    try {
      Process renice =
          new ProcessBuilder(RENICE.toString(), "-n", nice, "-p", thread)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!renice.waitFor(10, TimeUnit.SECONDS)) {
        renice.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
