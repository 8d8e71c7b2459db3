package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppLogTest {
  private static final String PROPERTY = "parley.logs";

  @TempDir private Path folder;
  private @Nullable String before;

  @BeforeEach
  void forgetOthers() {
    before = System.clearProperty(PROPERTY);
  }

  @AfterEach
  void leaveAsItWas() {
    if (before == null) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, before);
    }
  }

  @Test
  void whatIsToldIsInTheFileWithItsCauseAndWhatIsOfNoInterestIsNot() throws Exception {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    AppLog.into(folder);
    assertThat(new AppLog().configure(context))
        .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    context.getLogger("chat.parley").info("The kettle is on", new IllegalStateException("water"));
    context.getLogger("chat.parley").debug("Bubbles");
    context.stop();
    assertThat(Files.readString(folder.resolve("parley.log")))
        .contains(" INFO ", "The kettle is on", "IllegalStateException: water")
        .doesNotContain("Bubbles");
  }

  @Test
  void aProgramThatIsAnotherOneGoesByItsOwnRules() {
    assertThat(new AppLog().configure(new LoggerContext()))
        .isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
  }
}
