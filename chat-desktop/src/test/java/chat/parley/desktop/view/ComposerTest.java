package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.files.UploadModel;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Writing a message with real keys in a real window. */
class ComposerTest {
  private final Office office = new Office();
  private final FxRobot robot = new FxRobot();
  private Scene scene;

  @BeforeEach
  void open() {
    office.said(0, "9:02 Bruno Silva: Morning all");
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
  void theFieldSaysWhatTheRoomIsCalledAfterItGotAnotherName() {
    assertThat(area().getPromptText()).isEqualTo("Message #general");
    Room renamed = new Room(Office.GENERAL.id(), "floor-2", RoomKind.PUBLIC, "");
    Fx.run(() -> office.listener.onRoom(new RoomState(renamed, 1, 1, 0, 0)));
    settle();
    assertThat(area().getPromptText()).isEqualTo("Message #floor-2");
    assertThat(area().getAccessibleText()).isEqualTo("Message #floor-2");
  }

  @Test
  void thePeopleOfTheRoomAreOfferedThenTheWordsForSeveral() {
    write("@");
    assertThat(offered())
        .containsExactly(
            "@Bruno Silva",
            "@Chen Wei",
            "@Dara Novak",
            "@Elif Kaya",
            "@Front desk tablet",
            "@Greta Lund",
            "@here",
            "@room");
  }

  @Test
  void enterTakesThePreselectedPersonAndSendsNothing() {
    type("hi @bru");
    push(KeyCode.ENTER);
    assertThat(area().getText()).isEqualTo("hi @Bruno Silva ");
    assertThat(sent()).isEmpty();
    assertThat(offered()).isEmpty();
    push(KeyCode.ENTER);
    assertThat(sent()).containsExactly("send r-general hi @Bruno Silva");
  }

  @Test
  void tabAndArrowsChooseToo() {
    write("@");
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    push(KeyCode.UP);
    push(KeyCode.TAB);
    assertThat(area().getText()).isEqualTo("@Chen Wei ");
    assertThat(area().isFocused()).isTrue();
  }

  @Test
  void escapeClosesTheListAndLeavesTheText() {
    write("@b");
    push(KeyCode.ESCAPE);
    assertThat(offered()).isEmpty();
    assertThat(area().getText()).isEqualTo("@b");
    type("r");
    assertThat(offered()).as("nothing more for this word").isEmpty();
    write("@br @c");
    assertThat(offered()).containsExactly("@Chen Wei");
  }

  @Test
  void accentsWideSignsAndLaterWordsAreUnderstood() {
    write("＠sílva");
    assertThat(offered()).containsExactly("@Bruno Silva");
    write("＃HÉL");
    assertThat(offered()).containsExactly("#helpdesk");
    push(KeyCode.TAB);
    assertThat(area().getText()).isEqualTo("#helpdesk ");
  }

  @Test
  void aDraftThatIsTooLongForTheOtherDevicesSaysSoUntilItIsShorter() {
    write("short");
    assertThat(hereOnly()).isFalse();
    // As JSON each of them takes two characters, and 20,000 are kept.
    write("\"\\\n".repeat(3_500));
    assertThat(hereOnly()).isTrue();
    write("shorter");
    assertThat(hereOnly()).isFalse();
  }

  @Test
  void ofAFewLinesMoreThanFitTheThumbOfTheScrollBarIsNearlyAsLongAsItsTrack() {
    write("line\n".repeat(13) + "line");
    Node bar = Fx.call(() -> area().lookup(".scroll-bar:vertical"));
    Fx.await(() -> bar.isVisible() && bar.lookup(".thumb") != null);
    double share =
        Fx.call(
            () ->
                bar.lookup(".thumb").getLayoutBounds().getHeight()
                    / bar.lookup(".track").getLayoutBounds().getHeight());
    assertThat(share).isBetween(0.5, 0.95);
  }

  private static void copy(String text) {
    Fx.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private boolean hereOnly() {
    Fx.run(() -> office.fx.pass(Duration.ofMillis(500)));
    settle();
    return Fx.call(() -> scene.getRoot().lookup("#draft-here-only").isVisible());
  }

  @Test
  void emojiAreOfferedFromTwoLettersOn() {
    write("done :t");
    assertThat(offered()).isEmpty();
    write("done :tad");
    push(KeyCode.TAB);
    assertThat(area().getText()).isEqualTo("done 🎉 ");
  }

  @Test
  void nothingIsOfferedInCodeInAddressesAndForLoneSigns() {
    for (String text : List.of("`@b", "```\n@b", "ana@b", "@ b", "10:30", "at http://a", "a#b")) {
      write(text);
      assertThat(offered()).as(text).isEmpty();
    }
  }

  @Test
  void whatIsNamedBetweenColonsIsSentAsAnEmoji() {
    write("ship it :rocket: :-)");
    push(KeyCode.ENTER);
    assertThat(sent()).containsExactly("send r-general ship it 🚀 :-)");
    assertThat(area().getText()).isEmpty();
  }

  @Test
  void marksGoAroundWhatIsSelected() {
    write("very good");
    Fx.run(() -> area().selectRange(5, 9));
    push(KeyCode.CONTROL, KeyCode.B);
    assertThat(area().getText()).isEqualTo("very **good**");
    assertThat(area().getSelectedText()).isEqualTo("good");
    push(KeyCode.CONTROL, KeyCode.B);
    push(KeyCode.CONTROL, KeyCode.I);
    push(KeyCode.CONTROL, KeyCode.E);
    assertThat(area().getText()).isEqualTo("very _`good`_");
  }

  @Test
  void enterGoesOnWithABlockOfCodeUntilItIsClosed() {
    write("```java");
    push(KeyCode.ENTER);
    type("int i");
    push(KeyCode.ENTER);
    assertThat(area().getText()).isEqualTo("```java\nint i\n");
    type("```");
    push(KeyCode.ENTER);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void theFieldGrowsToTenLinesButNotOverItsShareOfTheWindow() {
    write("a\n".repeat(9) + "a");
    double ten = area().getHeight();
    write("a\n".repeat(50) + "a");
    assertThat(area().getHeight()).isEqualTo(ten);
    Fx.run(() -> scene.getWindow().setHeight(300));
    settle();
    assertThat(area().getHeight()).isLessThan(ten).isLessThanOrEqualTo(0.4 * scene.getHeight());
  }

  @Test
  void linesThatAreReadFromTheRightAreBrokenAndTheFieldGrows() {
    String words = "hello world, המדפסת בקומה 2 שוב עובדת! תודה, (לכולם) and more ";
    for (String text : List.of(words.repeat(5), "ש" + words.repeat(5), "שלום".repeat(75))) {
      write("one line");
      double one = area().getHeight();
      write(text);
      assertThat(area().getHeight()).as(text).isGreaterThan(2.5 * one);
      assertThat(drawn().getWidth()).as(text).isLessThanOrEqualTo(area().getWidth());
      Fx.run(() -> area().selectRange(text.length() / 2, text.length() / 2));
      settle();
      write("one line");
      assertThat(area().getHeight()).isEqualTo(one);
    }
  }

  /** The text without what is around it. */
  private Bounds drawn() {
    return Fx.call(
        () ->
            area().lookupAll(".text").stream()
                .filter(text -> text.getParent() instanceof Group)
                .findFirst()
                .orElseThrow()
                .getLayoutBounds());
  }

  @Test
  void aPasteOfSixThousandLinesIsAttachedAsAFile() {
    copy("a line of twenty chars\n".repeat(6_000));
    push(KeyCode.CONTROL, KeyCode.V);
    assertThat(area().getText()).isEmpty();
    List<String> attached =
        Fx.call(
            () ->
                office.home().composer().bundleProperty().get().items().stream()
                    .map(UploadModel::name)
                    .toList());
    assertThat(attached).containsExactly("Pasted.txt");
    copy("a line of twenty chars\n".repeat(50));
    push(KeyCode.CONTROL, KeyCode.V);
    assertThat(area().getText()).startsWith("a line of twenty");
  }

  @Test
  void aTextThatIsTooLongStaysAndSaysSoAndIsNotSent() {
    write("x".repeat(16_384));
    copy("x".repeat(16_384));
    for (int i = 0; i < 3; i++) {
      push(KeyCode.CONTROL, KeyCode.V);
    }
    assertThat(area().getText()).hasSize(65_536);
    assertThat(label(".problem")).startsWith("This is 49,152 characters too long.");
    assertThat(label(".composer-count")).isEqualTo("49,152 over");
    push(KeyCode.ENTER);
    assertThat(sent()).isEmpty();
    assertThat(area().getText()).hasSize(65_536);
  }

  @Test
  void theCountAppearsWhenTwoHundredAreLeft() {
    write("x".repeat(16_384 - 201));
    assertThat(scene.getRoot().lookup(".composer-count").isVisible()).isFalse();
    type("x");
    assertThat(label(".composer-count")).isEqualTo("200 left");
  }

  @Test
  void aTextWithAControlCharacterIsNotSentAndSaysWhy() {
    write("odd \u0085 character");
    push(KeyCode.ENTER);
    assertThat(sent()).isEmpty();
    assertThat(label(".problem")).contains("U+0085");
  }

  @Test
  void aTextOfWhichNothingIsSeenIsNotSentStaysAndSaysSo() {
    for (String text : List.of("\u200b", " \u200d\u2060\n", "\ufe0f", "\u3164\u2800", "\u00a0")) {
      write(text);
      push(KeyCode.ENTER);
      assertThat(sent()).isEmpty();
      assertThat(area().getText()).isEqualTo(text);
      assertThat(label(".problem")).isEqualTo("Nothing of this text can be seen; write something.");
    }
    write(" ");
    assertThat(label(".problem")).as("blank is only not begun yet").isEmpty();
    write("\u2764\ufe0f");
    push(KeyCode.ENTER);
    assertThat(sent()).containsExactly("send r-general \u2764\ufe0f");
  }

  private List<String> offered() {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".completion-row").stream()
                .filter(row -> row.getParent().isVisible())
                .map(Node::getAccessibleText)
                .toList());
  }

  private List<String> sent() {
    return office.server.asked.stream().filter(asked -> asked.startsWith("send")).toList();
  }

  private String label(String selector) {
    return Fx.call(() -> ((Label) scene.getRoot().lookup(selector)).getText());
  }

  /** As if typed, without the time that takes. */
  private void write(String text) {
    Fx.run(
        () -> {
          area().setText(text);
          area().end();
        });
    settle();
  }

  private void type(String text) {
    Fx.type(text);
    settle();
  }

  private void push(KeyCode... keys) {
    robot.push(keys);
    settle();
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    Fx.run(office.fx::settle);
    Fx.settle(scene);
  }

  private TextArea area() {
    return Fx.find(scene, "#composer", TextArea.class);
  }
}
