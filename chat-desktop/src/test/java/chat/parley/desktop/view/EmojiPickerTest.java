package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.emoji.EmojiPicker;
import chat.parley.desktop.view.emoji.EmojiView;
import java.lang.management.ManagementFactory;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class EmojiPickerTest {
  private static final double OPEN_MS = 100;

  private final Office office = new Office();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() {
    scene =
        Fx.call(
            () -> {
              Scene made = AppView.scene(office.app, office.clock(), 960, 640);
              Stage stage = new Stage();
              stage.setScene(made);
              stage.show();
              stage.toFront();
              stage.requestFocus();
              return made;
            });
    Fx.await(() -> scene.getWindow().isFocused());
    Fx.run(office::enter);
    Fx.await(() -> area().isFocused());
  }

  @AfterEach
  void close() {
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void whatIsTypedSearchesAndEnterPutsItWhereTheCaretWas() {
    Fx.run(
        () -> {
          area().setText("ab");
          area().positionCaret(1);
        });
    openPicker();
    Fx.type("rocket");
    push(KeyCode.ENTER);
    assertThat(area().getText()).isEqualTo("a🚀b");
    assertThat(area().isFocused()).isTrue();
    assertThat(picker()).isNull();
    assertThat(office.recentEmoji).containsExactly("rocket");
  }

  @Test
  void arrowsGoThroughAllOfThem() {
    openPicker();
    push(KeyCode.RIGHT);
    push(KeyCode.DOWN);
    push(KeyCode.LEFT);
    push(KeyCode.ENTER);
    assertThat(area().getText()).isEqualTo("🙃");
  }

  @Test
  void theSelectedOneIsAlwaysInSight() {
    openPicker();
    for (int i = 0; i < 20; i++) {
      push(KeyCode.PAGE_DOWN);
      // The frame after the key brings it into sight.
      Fx.await(
          () -> {
            Node selected = scene.getRoot().lookup(".emoji-place:selected");
            Node grid = scene.getRoot().lookup(".emoji-grid");
            return selected != null
                && grid.localToScene(grid.getLayoutBounds())
                    .contains(selected.localToScene(selected.getLayoutBounds()));
          });
    }
  }

  @Test
  void escapeClosesItAndLeavesTheTextAlone() {
    Fx.run(() -> area().setText("hello"));
    openPicker();
    push(KeyCode.ESCAPE);
    assertThat(picker()).isNull();
    assertThat(area().getText()).isEqualTo("hello");
    assertThat(area().isFocused()).isTrue();
  }

  @Test
  void aClickElsewhereClosesIt() {
    openPicker();
    robot.clickOn(".message-pane");
    settle();
    assertThat(picker()).isNull();
  }

  @Test
  void aClickTakesAnEmojiInTheToneThatWasChosen() {
    openPicker();
    Fx.run(
        () ->
            scene.getRoot().lookupAll(".emoji-tone").stream()
                .map(ToggleButton.class::cast)
                .filter(tone -> "Skin tone: dark".equals(tone.getAccessibleText()))
                .forEach(ToggleButton::fire));
    Fx.run(() -> ((TextField) scene.getFocusOwner()).setText("+1"));
    settle();
    robot.clickOn(".emoji-place:selected");
    settle();
    assertThat(area().getText()).isEqualTo("👍🏿");
  }

  @Test
  void itOpensAtOnce() {
    openPicker();
    push(KeyCode.ESCAPE);
    double millis =
        Fx.call(
            () -> {
              long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
              EmojiPicker.show(area(), office.home().emoji(), _ -> {});
              Fx.layOut(scene);
              return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            });
    System.out.printf("emoji picker opened in %.1f ms%n", millis);
    assertThat(millis).isLessThan(OPEN_MS);
    assertThat(scene.getRoot().lookupAll(".emoji-place").size()).isLessThan(200);
    Fx.await(
        () ->
            scene.getRoot().lookupAll(".emoji").stream()
                .allMatch(emoji -> ((EmojiView) emoji).isLoaded()));
  }

  private void openPicker() {
    Fx.run(() -> Fx.find(scene, "#emoji", javafx.scene.control.Button.class).fire());
    settle();
  }

  private Node picker() {
    return Fx.call(() -> scene.getRoot().lookup(".emoji-picker"));
  }

  private void push(KeyCode... keys) {
    robot.push(keys);
    settle();
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    Fx.settle(scene);
  }

  private TextArea area() {
    return Fx.find(scene, "#composer", TextArea.class);
  }
}
