package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Outgoing.State;
import chat.parley.desktop.view.list.VirtualList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class MessageRowsTest {
  private final Office office = new Office();
  private final Scene scene = Fx.call(() -> AppView.scene(office.app, office.clock(), 1120, 740));

  @Test
  void anAuthorsFirstMessageTakes48PixelsAndEachFurtherOne24() {
    said(
        """
        9:02 Bruno Silva: Morning all
        9:03 Bruno Silva: It was the UPS again
        9:03 Bruno Silva: Battery replaced
        9:05 Chen Wei: Nice, thanks Bruno
        """);
    assertThat(messageRows()).extracting(row -> height(row)).containsExactly(48d, 24d, 24d, 48d);
  }

  @Test
  void everyFurtherLineTakes20() {
    said("9:02 Bruno Silva: one\\ntwo\\nthree\n9:02 Bruno Silva: " + "line\\n".repeat(9) + "line");
    assertThat(messageRows()).extracting(row -> height(row)).containsExactly(88d, 204d);
  }

  @Test
  void thatAMessageWasEditedStandsBehindItsLastWordWhereThereIsRoom() {
    editedLater("short", "*two* kinds", "👍", "at its end:\\n- item", "`code`\\n```\\ncode\\n```");
    List<Node> rows = messageRows();
    assertThat(rows.subList(0, 2)).extracting(row -> height(row)).containsExactly(48d, 24d);
    assertThat(rows).allMatch(row -> row.lookup(".edited") != null);
    assertThat(rows.stream().filter(row -> row.lookup(".message-marks") != null))
        .as("after a list or code it stands below")
        .containsExactlyElementsOf(rows.subList(3, 5));
  }

  @Test
  void thatAMessageWasEditedStandsBelowItsLastWordWhereThereIsNoRoom() {
    editedLater(IntStream.range(0, 15).mapToObj(i -> "x".repeat(88 + i)).toArray(String[]::new));
    List<Double> heights = messageRows().stream().skip(1).map(row -> height(row)).toList();
    assertThat(heights).startsWith(24d).isSorted().endsWith(44d);
  }

  private void editedLater(String... bodies) {
    for (String body : bodies) {
      office.said(0, "9:02 Bruno Silva: " + body);
      office.becomes(office.log.size(), m -> Spoken.with(m, Spoken.edited(m.at() + 60_000)));
    }
    Fx.run(office::enter);
    Fx.settle(scene);
  }

  @Test
  void textStartsAt64InEveryRowAndIsNeverWiderThan760() {
    said("9:02 Bruno Silva: %1$s\n9:03 Bruno Silva: %1$s\n".formatted("many words ".repeat(40)));
    for (Node row : messageRows()) {
      Bounds text = bounds(row, body(row));
      assertThat(text.getMinX()).isEqualTo(64);
      assertThat(text.getWidth()).isLessThanOrEqualTo(760);
    }
  }

  @Test
  void aWordOfTenThousandLettersStaysInItsColumn() {
    said("9:02 Bruno Silva: " + "x".repeat(10_000));
    Node row = messageRows().getFirst();
    assertThat(bounds(row, body(row)).getWidth()).isLessThanOrEqualTo(760);
    assertThat(height(row)).isGreaterThan(48 + 20 * 10);
  }

  @Test
  void aVeryLongNameIsCutAndLeavesRoomForTheTime() {
    said("9:02 " + "W".repeat(32) + ": hello");
    Node row = messageRows().getFirst();
    Label time = (Label) row.lookup(".time");
    assertThat(time.getWidth()).isGreaterThanOrEqualTo(Fx.call(() -> time.prefWidth(-1)));
  }

  @Test
  void myNameStandsOutWhereIAmCalledAndTheRowIsMarked() {
    said("9:02 Bruno Silva: so @Ana Okafor, are you coming?\n9:03 Chen Wei: @Bruno no");
    Node first = messageRows().getFirst();
    assertThat(texts(first)).containsExactly("so ", "@Ana Okafor", ", are you coming?");
    assertThat(marked(first)).isTrue();
    assertThat(texts(messageRows().getLast())).containsExactly("@Bruno no");
    assertThat(marked(messageRows().getLast())).isFalse();
  }

  @Test
  void aMessageThatWasRefusedSaysWhyAndCanBeTriedAgainOrDeleted() {
    said("9:02 Bruno Silva: hello");
    Fx.run(() -> office.writes("10:34", "Hello to you", State.FAILED, "The room is closed."));
    Fx.settle(scene);
    Node row = messageRows().getLast();
    assertThat(labels(row)).contains("Not sent. The room is closed.");
    Fx.run(() -> button(row, "Retry").fire());
    Fx.run(() -> button(row, "Delete").fire());
    assertThat(office.server.asked).contains("retry n0", "discard n0");
  }

  @Test
  void aMessageThatWaitsForTheServerSaysSo() {
    said("9:02 Bruno Silva: hello");
    Fx.run(() -> office.writes("10:34", "Hello to you", State.QUEUED, null));
    Fx.settle(scene);
    assertThat(labels(messageRows().getLast())).contains("Will send when Floor 2 office is back");
  }

  @Test
  void onAQuickNetworkNothingIsSaidOfSending() {
    said("9:02 Bruno Silva: hello");
    Fx.run(() -> office.writesNow("Hello to you", State.SENDING));
    Fx.settle(scene);
    assertThat(messageRows().getLast().lookup(".delivery")).isNull();
    assertThat(messageRows()).hasSize(2);
  }

  @Test
  void screenReadersHearWhoWhenAndWhat() {
    said("9:02 Bruno Silva: hello");
    assertThat(messageRows().getFirst().getAccessibleText()).isEqualTo("Bruno Silva, 09:02, hello");
  }

  @Test
  void theRowTheKeyboardIsOnCanBeCopied() {
    said("9:02 Bruno Silva: first\n9:03 Chen Wei: second");
    String copied =
        Fx.call(
            () -> {
              Node list = scene.getRoot().lookup(".virtual-list");
              list.fireEvent(key(KeyCode.UP, false));
              list.fireEvent(key(KeyCode.UP, false));
              list.fireEvent(key(KeyCode.C, true));
              return Clipboard.getSystemClipboard().getString();
            });
    assertThat(copied).isEqualTo("first");
  }

  @Test
  void whatIsReadStaysWhereItIsWhenOlderMessagesArrive() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      lines.append("9:%02d Bruno Silva: message %d of many\n".formatted(i / 10, i));
    }
    said(lines.toString());
    for (int i = 0; i < 40; i++) {
      int step = i;
      Fx.run(() -> scroll(-400));
      Fx.run(() -> Fx.layOut(scene));
      String before = lookOf(rowInTheMiddle());
      Fx.settle(scene);
      Fx.run(office.fx::settle);
      Fx.settle(scene);
      assertThat(lookOf(rowInTheMiddle())).as("step " + step).isEqualTo(before);
    }
    assertThat(labels(scene.getRoot())).isNotEmpty();
    assertThat(office.home().timelineProperty().get().items().size()).isGreaterThan(200);
  }

  private void said(String lines) {
    office.said(0, lines);
    Fx.run(office::enter);
    Fx.settle(scene);
  }

  private void scroll(double pixels) {
    ((VirtualList<?>) scene.getRoot().lookup(".virtual-list")).scrollBy(pixels);
  }

  private Node rowInTheMiddle() {
    return messageRows().stream()
        .min(Comparator.comparingDouble(row -> Math.abs(row.getLayoutY() - 300)))
        .orElseThrow();
  }

  private static String lookOf(Node row) {
    return row.getAccessibleText() + " at " + row.getLayoutY();
  }

  private List<Node> messageRows() {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll(".message-row").stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .toList());
  }

  private static double height(Node row) {
    return row.getLayoutBounds().getHeight();
  }

  private static TextFlow body(Node row) {
    return (TextFlow) row.lookup(".message-paragraph");
  }

  private static List<String> texts(Node row) {
    return body(row).getChildren().stream().map(node -> ((Text) node).getText()).toList();
  }

  private static boolean marked(Node row) {
    return row.getPseudoClassStates().stream()
        .anyMatch(state -> state.getPseudoClassName().equals("mention"));
  }

  private static List<String> labels(Node node) {
    return node.lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private static Button button(Node row, String text) {
    return row.lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static Bounds bounds(Node row, Node inside) {
    Callable<Bounds> ask = () -> row.sceneToLocal(inside.localToScene(inside.getLayoutBounds()));
    return Fx.call(ask);
  }

  private static KeyEvent key(KeyCode code, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }
}
