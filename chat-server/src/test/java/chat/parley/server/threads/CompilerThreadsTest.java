package chat.parley.server.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CompilerThreadsTest {
  /** Lines of the kernel's table: a number, the name in brackets, and much more. */
  private static List<String> compilers() throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      return tasks
          .map(CompilerThreadsTest::stat)
          .filter(line -> line.contains("(C2 CompilerThre)"))
          .toList();
    }
  }

  private static String stat(Path task) {
    try {
      return Files.readString(task.resolve("stat"));
    } catch (IOException e) {
      return ""; // it has ended
    }
  }

  @Test
  void theThoroughCompilerGivesWay() throws Exception {
    CompilerThreads.giveWay();
    assertThat(compilers())
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line.substring(line.indexOf(") ")).split(" ")[17]).isEqualTo("10"));
  }
}
