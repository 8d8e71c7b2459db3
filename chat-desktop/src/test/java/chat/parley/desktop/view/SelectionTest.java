package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What is selected of messages by mouse, in a window. */
class SelectionTest {
  private static final String LINES =
      """
      9:02 Bruno Silva: Morning all, the **build server** is back up. 🎉
      9:02 Bruno Silva: Look at:\\n\\n- the log\\n- the queue\\n\\n```\\nqueue --list\\n```
      9:05 Chen Wei: Thanks Bruno! See https://office-pc/wiki and ask @Ana Okafor
      9:06 Dara Novak: שלום לכולם, see you at ten
      """;

  private final Office office = new Office();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() {
    office.said(0, LINES);
    scene =
        Fx.call(
            () -> {
              Scene made = AppView.scene(office.app, office.clock(), 960, 640);
              Stage stage = new Stage();
              stage.setScene(made);
              stage.show();
              stage.requestFocus();
              Clipboard.getSystemClipboard().setContent(content("nothing"));
              return made;
            });
    Fx.await(() -> scene.getWindow().isFocused());
    Fx.run(office::enter);
    settle();
  }

  @AfterEach
  void close() {
    robot.release(MouseButton.PRIMARY);
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void aDragSelectsCharactersAndCtrlCCopiesThem() {
    drag(before("all, the"), before("ver"));
    assertThat(copied()).isEqualTo("all, the build ser");
  }

  @Test
  void aDragUpwardsSelectsTheSame() {
    drag(before("ver"), before("all, the"));
    assertThat(copied()).isEqualTo("all, the build ser");
  }

  @Test
  void oneMessageIsSelectedAcrossItsListAndItsCode() {
    drag(before("at:"), before("--list"));
    assertThat(copied()).isEqualTo("at:\n• the log\n• the queue\nqueue ");
  }

  @Test
  void severalMessagesAreCopiedWithWhoSaidThemAndWhen() {
    drag(before("is back"), before(" and ask"));
    assertThat(copied())
        .isEqualTo(
            """
            Bruno Silva, 09:02
            is back up. 🎉
            Look at:
            • the log
            • the queue
            queue --list

            Chen Wei, 09:05
            Thanks Bruno! See https://office-pc/wiki""");
  }

  @Test
  void aDoubleClickTakesTheWordAndATripleClickTheParagraph() {
    robot.doubleClickOn(before("erver"));
    assertThat(copied()).isEqualTo("server");
    clickAway();
    robot.moveTo(before("hanks")).clickOn(MouseButton.PRIMARY).doubleClickOn(MouseButton.PRIMARY);
    assertThat(copied()).isEqualTo("Thanks Bruno! See https://office-pc/wiki and ask @Ana Okafor");
  }

  @Test
  void shiftAndAClickGoOnFromWhereItBegan() {
    robot.clickOn(before("Morning"));
    Words.shiftClick(scene, Words.before(scene, " all,"));
    assertThat(copied()).isEqualTo("Morning");
    Words.shiftClick(scene, Words.before(scene, ", the"));
    assertThat(copied()).isEqualTo("Morning all");
  }

  @Test
  void ctrlASelectsAllOfTheMessageOnceSomethingOfItIs() {
    drag(before("at:"), before("e queue"));
    robot.push(KeyCode.CONTROL, KeyCode.A);
    assertThat(copied()).isEqualTo("Look at:\n• the log\n• the queue\nqueue --list");
  }

  @Test
  void escapeEndsItAndMarksNothingAsRead() {
    drag(before("Morning"), before("all, the"));
    int asked = office.server.asked.size();
    assertThat(grounds()).isNotEmpty();
    robot.push(KeyCode.ESCAPE);
    settle();
    assertThat(grounds()).isEmpty();
    assertThat(office.server.asked).hasSize(asked);
  }

  @Test
  void aClickElsewhereEndsIt() {
    drag(before("Morning"), before("all, the"));
    robot.clickOn("#composer");
    settle();
    assertThat(grounds()).isEmpty();
    drag(before("Morning"), before("all, the"));
    robot.clickOn(before("hanks"));
    settle();
    assertThat(grounds()).isEmpty();
  }

  @Test
  void ctrlCInTheComposerCopiesFromTheComposer() {
    drag(before("Morning"), before("all, the"));
    TextArea composer = Fx.find(scene, "#composer", TextArea.class);
    Fx.run(
        () -> {
          composer.setText("my own words");
          composer.requestFocus();
          composer.selectAll();
        });
    assertThat(copied()).isEqualTo("my own words");
  }

  @Test
  void theMenuOffersFirstToCopyTheSelection() {
    drag(before("Morning"), before(" all, the"));
    robot.rightClickOn(before("orning"));
    settle();
    Fx.run(
        () -> {
          MenuItem first = menu().getItems().getFirst();
          assertThat(first.getText()).isEqualTo("Copy selection");
          first.fire();
          menu().hide();
        });
    assertThat(clipboard()).isEqualTo("Morning");
    robot.push(KeyCode.ESCAPE);
    robot.rightClickOn(before("orning"));
    settle();
    Fx.run(
        () -> {
          assertThat(menu().getItems().getFirst().getText()).isNotEqualTo("Copy selection");
          menu().hide();
        });
  }

  @Test
  void aDragOverALinkSelectsItsTextAndAClickOpensIt() {
    List<String> opened = new ArrayList<>();
    Fx.run(() -> office.app.setBrowser(opened::add));
    drag(before("https"), before(" and ask"));
    assertThat(copied()).isEqualTo("https://office-pc/wiki");
    assertThat(opened).isEmpty();
    robot.clickOn(before("office-pc"));
    settle();
    assertThat(opened).containsExactly("https://office-pc/wiki");
  }

  @Test
  void textFromRightToLeftIsCopiedInTheOrderInWhichItWasWritten() {
    robot.moveTo(before("see ")).clickOn(MouseButton.PRIMARY);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.doubleClickOn(before("see "));
    robot.push(KeyCode.CONTROL, KeyCode.A);
    assertThat(copied()).isEqualTo("שלום לכולם, see you at ten");
  }

  @Test
  void aDragBeyondThePaneScrollsAndTakesWhatComesIntoSight() {
    for (int i = 0; i < 60; i++) {
      String line = "9:%02d Elif Kaya: message **number** %d".formatted(i, i);
      Fx.run(() -> office.says(line));
    }
    settle();
    Bounds list = Fx.call(() -> screen(scene.getRoot().lookup(".virtual-list")));
    robot.moveTo(before(" 59")).press(MouseButton.PRIMARY);
    robot.moveTo(list.getCenterX(), list.getCenterY());
    robot.moveTo(list.getCenterX(), list.getMinY() - 40);
    Fx.await(() -> isInSight("message **number** 20"));
    robot.release(MouseButton.PRIMARY);
    settle();
    String copied = copied();
    assertThat(copied).contains("message number 30\n", "message number 58\n");
    assertThat(copied).endsWith("message number");
    String top = Fx.call(() -> rowsInSight().getFirst().getAccessibleText());
    settle();
    assertThat(Fx.call(() -> rowsInSight().getFirst().getAccessibleText()))
        .as("it rests after the button was let go")
        .isEqualTo(top);
  }

  @Test
  void whatIsSelectedStaysSelectedWhileOthersSpeak() {
    drag(before("Morning"), before(" all, the"));
    for (int i = 0; i < 40; i++) {
      Fx.run(() -> office.says("9:10 Elif Kaya: and more"));
      settle();
    }
    assertThat(grounds()).as("none of the rows in sight").isEmpty();
    assertThat(copied()).isEqualTo("Morning");
  }

  private void drag(Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY);
    robot.moveTo(from.midpoint(to));
    robot.moveTo(to).release(MouseButton.PRIMARY);
    settle();
  }

  private void clickAway() {
    robot.clickOn("#composer");
    settle();
  }

  private String copied() {
    robot.push(KeyCode.CONTROL, KeyCode.C);
    settle();
    return clipboard();
  }

  private static String clipboard() {
    return Fx.call(() -> Clipboard.getSystemClipboard().getString());
  }

  /** Just before these words, on the screen. */
  private Point2D before(String words) {
    Point2D at = Words.before(scene, words);
    return Fx.call(() -> scene.getRoot().localToScreen(at));
  }

  private static Bounds screen(Node node) {
    return node.localToScreen(node.getLayoutBounds());
  }

  private boolean isInSight(String text) {
    return rowsInSight().stream().anyMatch(row -> row.getAccessibleText().endsWith(text));
  }

  private List<Node> rowsInSight() {
    return scene.getRoot().lookupAll(".message-row").stream()
        .filter(Node::isVisible)
        .filter(row -> row.getLayoutY() >= 0)
        .sorted(Comparator.comparingDouble(Node::getLayoutY))
        .toList();
  }

  private List<Node> grounds() {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".selection-ground").stream()
                .filter(Words::isShown)
                .toList());
  }

  private static ContextMenu menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static ClipboardContent content(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    return content;
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(office.fx::settle);
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(() -> Fx.layOut(scene));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
