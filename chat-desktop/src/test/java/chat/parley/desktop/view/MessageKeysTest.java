package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.timeline.MessageKeys;
import chat.parley.desktop.viewmodel.ComposerMode;
import chat.parley.desktop.viewmodel.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What is done with messages by keys alone. */
class MessageKeysTest {
  private final Office office = Spoken.office();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() {
    scene =
        Fx.call(
            () -> {
              Scene made = AppView.scene(office.app, office.clock(), 960, 900);
              Stage stage = new Stage();
              stage.setScene(made);
              stage.show();
              stage.requestFocus();
              return made;
            });
    Fx.await(() -> scene.getWindow().isFocused());
    office.read = 11;
    Fx.run(office::enter);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() {
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void theDeleteKeyAsksAndEnterSaysYes() {
    toMine();
    robot.push(KeyCode.DELETE);
    settle();
    assertThat(Fx.call(() -> scene.getRoot().lookup(".message-dialog"))).isNotNull();
    assertThat(office.server.asked).noneMatch(asked -> asked.startsWith("delete"));
    robot.push(KeyCode.ENTER);
    settle();
    assertThat(office.server.asked).contains("delete r-general 8");
    assertThat(Fx.call(() -> scene.getRoot().lookup(".message-dialog"))).isNull();
  }

  @Test
  void escapeKeepsTheMessage() {
    toMine();
    robot.push(KeyCode.DELETE);
    settle();
    robot.push(KeyCode.ESCAPE);
    settle();
    assertThat(Fx.call(() -> office.home().messages().askedProperty().get())).isNull();
    assertThat(office.server.asked).noneMatch(asked -> asked.startsWith("delete"));
  }

  @Test
  void withShiftNothingIsAsked() {
    toMine();
    robot.push(KeyCode.SHIFT, KeyCode.DELETE);
    settle();
    assertThat(office.server.asked).contains("delete r-general 8");
  }

  @Test
  void rRepliesAndIsNotTyped() {
    toMine();
    robot.push(KeyCode.R);
    settle();
    assertThat(Fx.call(() -> office.home().composer().modeProperty().get()))
        .isInstanceOf(ComposerMode.Replying.class);
    Fx.type("Right");
    assertThat(composer().getText()).isEqualTo("Right");
    robot.push(KeyCode.ESCAPE);
    settle();
    assertThat(Fx.call(() -> office.home().composer().modeProperty().get()))
        .isEqualTo(new ComposerMode.Writing());
    assertThat(composer().getText()).isEqualTo("Right");
  }

  @Test
  void eEditsAndPPinsAndUMarksUnread() {
    toMine();
    robot.push(KeyCode.P);
    robot.push(KeyCode.U);
    settle();
    assertThat(office.server.asked).contains("pin r-general 8 true", "unread r-general 8");
    robot.push(KeyCode.E);
    settle();
    assertThat(composer().getText()).startsWith("Please print one label");
  }

  @Test
  void tOpensTheThreadAndEscapeClosesIt() {
    toMine();
    robot.push(KeyCode.T);
    settle();
    assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isEqualTo("thread-composer");
    robot.push(KeyCode.ESCAPE);
    settle();
    assertThat(Fx.call(() -> scene.getRoot().lookup("#thread"))).isNull();
    assertThat(composer().isFocused()).isTrue();
  }

  @Test
  void afterAClickLettersGoToTheComposer() {
    robot.clickOn(
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".message-row").stream()
                    .filter(Node::isVisible)
                    .filter(row -> row.getAccessibleText().contains("Please print"))
                    .findFirst()
                    .orElseThrow()));
    robot.push(KeyCode.U);
    robot.push(KeyCode.P);
    assertThat(composer().getText()).isEqualTo("up");
    assertThat(office.server.asked)
        .noneMatch(asked -> asked.startsWith("unread") || asked.startsWith("pin "));
  }

  @Test
  void aShowsWhoWroteItAndEscapeLeadsBackToTheMessage() {
    toMine();
    robot.push(KeyCode.A);
    settle();
    assertThat(Fx.call(() -> scene.getRoot().lookup(".profile"))).isNotNull();
    robot.push(KeyCode.ESCAPE);
    settle();
    assertThat(Fx.call(() -> scene.getRoot().lookup(".profile"))).isNull();
    assertThat(Fx.call(() -> scene.getRoot().lookup(".virtual-list").isFocusWithin())).isTrue();
    assertThat(onMine()).isTrue();
  }

  @Test
  void theSheetOfKeysSaysThoseOfAMessageToo() {
    robot.push(KeyCode.CONTROL, KeyCode.SLASH);
    settle();
    List<String> told =
        Fx.call(
            () ->
                scene.getRoot().lookupAll(".key-text").stream()
                    .map(label -> ((Label) label).getText())
                    .toList());
    assertThat(told).containsAll(MessageKeys.ALL.stream().map(k -> Texts.of(k.text())).toList());
  }

  @Test
  void everyKeyIsSaidInWords() {
    assertThat(MessageKeys.ALL)
        .allSatisfy(
            key -> {
              assertThat(Texts.of(key.text())).isNotEmpty();
              assertThat(key.keys()).isNotEmpty();
            });
  }

  /** The keyboard goes to Ana's message "Please print one label". */
  private void toMine() {
    Fx.run(() -> scene.getRoot().lookup(".virtual-list").requestFocus());
    robot.push(KeyCode.END);
    for (int i = 0; i < 20 && !onMine(); i++) {
      robot.push(KeyCode.UP);
      settle();
    }
    assertThat(onMine()).isTrue();
  }

  private boolean onMine() {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".message-row").stream()
                .filter(Node::isVisible)
                .filter(row -> row.getAccessibleText().contains("Please print"))
                .anyMatch(row -> row.lookup(".message-tools") != null));
  }

  private TextArea composer() {
    return Fx.find(scene, "#composer", TextArea.class);
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(office.fx::settle);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
