package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With the one program that is there for sure: this Java. */
class RealProgramsTest {
  private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
  private static final String JAVA = BIN.resolve("java").toString();

  private final RealPrograms programs = new RealPrograms(File.pathSeparator + BIN);

  @Test
  void aProgramIsLookedForOnThePath() {
    assertThat(programs.has("java")).isTrue();
    assertThat(programs.has("no-such-program")).isFalse();
  }

  @Test
  void whatItSaysIsTheAnswer() throws IOException {
    assertThat(programs.run(List.of(JAVA, "--version"))).contains("25");
  }

  @Test
  void thatItFailedIsSaidWithItsWords() {
    assertThatThrownBy(() -> programs.run(List.of(JAVA, "--no-such-option")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-option");
    assertThatThrownBy(() -> programs.run(List.of("no-such-program")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aRunningOneIsHeardLineByLineToItsEnd() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    programs.start(
        List.of(JAVA, "--version"),
        new Programs.Ear() {
          @Override
          public void line(String line) {
            heard.add(line);
          }

          @Override
          public void ended(int code) {
            heard.add("ended " + code);
          }
        });
    assertThat(heard.poll(20, TimeUnit.SECONDS)).contains("25");
    String last = "";
    while (!last.startsWith("ended")) {
      last = heard.poll(20, TimeUnit.SECONDS);
    }
    assertThat(last).isEqualTo("ended 0");
  }
}
