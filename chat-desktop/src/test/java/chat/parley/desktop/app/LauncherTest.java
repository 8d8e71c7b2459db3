package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program in a process of its own, as a double-click starts it, where there is no display. */
@Execution(ExecutionMode.SAME_THREAD)
class LauncherTest {
  @TempDir Path folder;

  @Test
  void whatAStartHasToTellIsInTheProfileOfWhoStartedItAndOneSentenceIsOnTheConsole()
      throws Exception {
    String console = startWithoutDisplay();
    assertThat(console.lines())
        .containsExactly(
            "There is no display to open a window on. ./parley server runs a server without one.");
    assertThat(Files.readString(folder.resolve("parley/logs/parley.log")))
        .contains("No window can be opened");
  }

  private String startWithoutDisplay() throws IOException, InterruptedException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    Process app = builder.start();
    try {
      String said = new String(app.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(app.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return said;
    } finally {
      app.destroyForcibly();
    }
  }
}
