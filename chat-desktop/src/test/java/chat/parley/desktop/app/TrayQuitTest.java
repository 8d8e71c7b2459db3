package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrayQuitTest {
  @TempDir Path folder;

  @Test
  void anAppThatWasClosedIntoTheTrayIsEndedFromItsMenu() throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Duser.language=en",
            "-cp",
            classPath(),
            Starter.class.getName(),
            folder.resolve("profile").toString()));
    Process app = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(app.getInputStream().readAllBytes());
    assertThat(app.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(said).contains(QuittingApp.IN_TRAY, QuittingApp.STOPPED);
    assertThat(app.exitValue()).isZero();
  }

  /** No Application itself: Java would look for JavaFX on the module path. */
  static final class Starter {
    private Starter() {}

    public static void main(String[] args) {
      QuittingApp.main(args);
    }
  }

  private static String classPath() {
    String ofTests = System.getProperty("surefire.test.class.path");
    return ofTests == null ? System.getProperty("java.class.path") : ofTests;
  }
}
