package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.settings.Language;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault")
class GermanTest {
  private final Locale before = Fx.call(Locale::getDefault);

  @TempDir Path folder;

  @AfterEach
  void backToTheLanguageOfTheTests() {
    Locale.setDefault(before);
  }

  private void whatTheServerRefusesIsToldInGerman(Desk ann, String address) {
    try (Desk ben = Desk.open(folder.resolve("ben"))) {
      ben.logIn("Ben Roth", address);
      Duo.talkTo(ben, "Ann Bell");
      ben.say("Hallo");
      ann.awaitText("Ben Roth");
      ann.goTo("Ben Roth");
      ann.say("Hallo Ben");
      ben.click(".author", "Ann Bell");
      ben.click(".profile .button", "Blockieren");
      ben.push(KeyCode.ESCAPE);
      ann.say("Bist du noch da?");
      ann.awaitText("Nicht gesendet. Das darfst du hier nicht.");
      assertThat(Fx.call(() -> ann.sees("cannot be reached"))).isFalse();
    }
  }

  @Test
  void theLanguageThatWasChosenIsSpokenFromTheNextStartOn() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("server"))) {
      try (Desk ann = Desk.open(folder.resolve("ann"))) {
        ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
        Fx.run(() -> ann.model().settings().languageProperty().set(Language.GERMAN));
        assertThat(Fx.call(() -> ann.sees("Rooms"))).isTrue();
      }
      try (Desk ann = Desk.open(folder.resolve("ann"))) {
        ann.awaitText("Räume");
        ann.awaitText("Ann Bell ist jetzt dabei");
        ann.push(KeyCode.CONTROL, KeyCode.COMMA);
        ann.awaitText("Einstellungen");
        ann.closeSettings();
        whatTheServerRefusesIsToldInGerman(ann, "127.0.0.1:" + server.port());
      }
      try (Desk ann = Desk.open(folder.resolve("ann"))) {
        ann.awaitText("Ben Roth");
        ann.goTo("Ben Roth");
        ann.awaitText("Nicht gesendet. Das darfst du hier nicht.");
      }
    }
  }
}
