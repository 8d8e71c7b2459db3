package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.parley.desktop.platform.ServerProgram;
import chat.parley.desktop.platform.ServerTrouble;
import chat.parley.desktop.platform.ServerTrouble.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnServerTest {
  private final Locale before = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void backToTheLanguageOfTheTests() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrongWithItIsToldInTheLanguageOfTheApp(Kind kind) {
    var trouble = new ServerTrouble(kind, "9000–9009", null);
    Locale.setDefault(Locale.UK);
    String english = OwnServer.reason(trouble);
    Locale.setDefault(Locale.GERMANY);
    assertThat(OwnServer.reason(trouble)).isNotEqualTo(english).doesNotContain(kind.name());
  }

  @Test
  void whatTheSystemSaysIsMarkedAsItsWords() {
    Locale.setDefault(Locale.GERMANY);
    assertThat(OwnServer.reason(new IOException("No space left on device")))
        .isEqualTo("Das System sagt: „No space left on device“");
  }

  @Test
  void aServerThatEndsAtOnceIsQuoted() throws Exception {
    Locale.setDefault(Locale.GERMANY);
    var program = new ServerProgram(folder, "no.such.Server", 17_870, "1", Optional.empty());
    var trouble =
        catchThrowableOfType(ServerTrouble.class, () -> program.start("Kitchen", List.of()));
    assertThat(trouble.kind()).isEqualTo(Kind.ENDED_SAYING);
    assertThat(OwnServer.reason(trouble))
        .startsWith("Er war gleich wieder zu Ende und sagte: „")
        .contains("no.such.Server");
  }
}
