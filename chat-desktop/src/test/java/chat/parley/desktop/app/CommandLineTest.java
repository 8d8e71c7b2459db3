package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void optionsAreTakenInAnyOrder() {
    assertThat(CommandLine.parse(List.of())).isEqualTo(new CommandLine(null, null, null));
    assertThat(
            CommandLine.parse(
                List.of("--name", "Ann", "--profile", "/tmp/p", "--server", "office-pc")))
        .isEqualTo(new CommandLine(Path.of("/tmp/p"), "office-pc", "Ann"));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> CommandLine.parse(List.of("--nmae", "Ann")))
        .hasMessageContaining("\"--nmae\"");
    assertThatThrownBy(() -> CommandLine.parse(List.of("--name")))
        .hasMessage("Something is missing after --name.");
  }
}
