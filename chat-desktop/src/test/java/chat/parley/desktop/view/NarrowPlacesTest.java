package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.protocol.ErrorCode;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has little room is still read to its end, or ends where one sees that it goes on. */
class NarrowPlacesTest {
  private final Locale before = Locale.getDefault();
  private final Office office = new Office();

  @AfterEach
  void backToTheLanguageOfTheTests() {
    Locale.setDefault(before);
  }

  @Test
  void whatARoomIsForIsReadToItsEndInGerman() {
    Locale.setDefault(Locale.GERMANY);
    Scene scene = Scenery.entered(office, Theme.LIGHT, 1120, 740);
    Fx.run(
        () -> {
          Fx.find(scene, "#add-room", Button.class).fire();
          office.fx.settle();
          scene.getRoot().lookupAll(".tab-button").stream()
              .map(ToggleButton.class::cast)
              .filter(tab -> !tab.isSelected())
              .forEach(ToggleButton::fire);
          office.fx.settle();
        });
    Fx.settle(scene);
    List<String> read = read(scene, ".kind-words .caption");
    assertThat(read).hasSize(2).noneMatch(text -> text.endsWith("…") || text.endsWith("..."));
    double high = Fx.call(() -> scene.lookup(".room-kinds").getLayoutBounds().getHeight());
    assertThat(high).isBetween(40.0, 80.0);
  }

  @Test
  void whyAFileWasNotUploadedIsReadToItsEnd() {
    Locale.setDefault(Locale.GERMANY);
    Scene scene = Scenery.entered(office, Theme.LIGHT, 1120, 740);
    Fx.run(
        () -> {
          var transfers = office.server.transfers;
          office
              .home()
              .composer()
              .attachFiles(List.of(transfers.file("minutes.txt", 4_200, "text/plain")));
          office.fx.settle();
          transfers.uploads.get("minutes.txt").failed(ErrorCode.NO_SUCH_FILE, "Gone.");
          office.fx.settle();
        });
    Fx.settle(scene);
    String reason = "Diese Datei gibt es nicht mehr, oder sie ist nicht für dich.";
    assertThat(read(scene, ".attached-chip .file-details"))
        .extracting(text -> text.replaceAll("\\s+", " "))
        .containsExactly(reason);
  }

  @Test
  void thePromptStaysOnOneLine() {
    Scene scene = Scenery.entered(office, Theme.LIGHT, 900, 740);
    Fx.settle(scene);
    TextArea composer = Fx.call(() -> Fx.find(scene, "#composer", TextArea.class));
    String whole = Fx.call(composer::getPromptText);
    assertThat(whole).isEqualTo("Message #general");
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.F));
    Fx.settle(scene);
    assertThat(Fx.<String>call(composer::getPromptText)).startsWith("Message").endsWith("…");
    assertThat(Fx.<String>call(composer::getAccessibleText)).isEqualTo(whole);
    Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
    Fx.settle(scene);
    assertThat(Fx.<String>call(composer::getPromptText)).isEqualTo(whole);
  }

  /** What is drawn of labels, which may be less than they say. */
  private static List<String> read(Scene scene, String selector) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(selector).stream()
                .map(Labeled.class::cast)
                .map(label -> drawn(label).getText())
                .toList());
  }

  private static Text drawn(Labeled label) {
    for (Node child : label.getChildrenUnmodifiable()) {
      if (child instanceof Text text && text != label.getGraphic()) {
        return text;
      }
    }
    throw new AssertionError("Nothing is drawn of " + label.getText());
  }
}
