package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  @TempDir private Path folder;

  @Test
  void whatIsToldIsInTheFileWithItsCauseAndWhatIsOfNoInterestIsNot() throws Exception {
    var context = new LoggerContext();
    ServerLog.into(folder);
    try {
      assertThat(new ServerLog().configure(context))
          .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    } finally {
      System.clearProperty("parley.logs-of-server");
    }
    context.getLogger("chat.parley").info("The kettle is on", new IllegalStateException("water"));
    context.getLogger("chat.parley").debug("Bubbles");
    context.stop();
    assertThat(Files.readString(folder.resolve("logs/server.log")))
        .contains(" INFO ", "The kettle is on", "IllegalStateException: water")
        .doesNotContain("Bubbles");
  }

  @Test
  void aProgramThatIsAnotherOneGoesByItsOwnRules() {
    assertThat(new ServerLog().configure(new LoggerContext()))
        .isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
  }
}
