package chat.parley.desktop.view.body;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import chat.parley.desktop.viewmodel.text.MentionNames;
import chat.parley.desktop.viewmodel.text.Passage;
import chat.parley.desktop.viewmodel.text.Piece;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.desktop.viewmodel.text.Spot;
import chat.parley.desktop.viewmodel.text.Stretch;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectableBodyTest {
  private static final String RTL = "שלום לכולם, the server is back מחר בבוקר נמשיך לעבוד על זה ";

  private final RichTexts texts = new RichTexts(new EmojiScanner(EmojiCatalog.bundled()));
  private final MessageBody body =
      Fx.call(() -> new MessageBody(new BodyContext(texts, _ -> {}, _ -> {})));
  private final Scene scene = Fx.call(() -> new Scene(new VBox(body), 300, 400));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "two\nlines",
        "**b** _i_ `c` ~~s~~ :) 🎉 [l](https://a.b) @Ana @Nobody",
        "# T\ntext\n\nmore\n---\n> q\n> - i\n>   1. n\n\n```java\nint a = 1; // x\n\t\"s\"\n```\nend",
        "- a\n\n  b\n- ```\n  c\n  ```",
        "👍🏽🎉",
        RTL,
        "> " + RTL + "\n\n- `" + RTL + "`"
      })
  void itsNodesAreThePiecesOfThePassage(String text) {
    show(text);
    List<Node> nodes = Fx.call(() -> pieces().nodes());
    assertThat(nodes).hasSameSizeAs(body.passage().pieces());
    for (int i = 0; i < nodes.size(); i++) {
      Piece piece = body.passage().pieces().get(i);
      assertThat(((SelectableFlow) nodes.get(i)).length()).isEqualTo(piece.drawn().length());
    }
  }

  @Test
  void thePointerFindsEachCharacterThatIsDrawn() {
    show("The **quick** brown fox `jumps over` 🎉 the lazy dog\nand *ends*");
    Passage passage = body.passage();
    int length = passage.end().offset();
    for (int i = 0; i < length; i++) {
      if (passage.pieces().getFirst().drawn().charAt(i) != '\n') {
        int at = i;
        Bounds box = Fx.call(() -> boxOf(at));
        double y = box.getCenterY();
        assertThat(hit(box.getMinX() + 1, y).spot()).as("before %d", i).isIn(spots(i, length));
        assertThat(hit(box.getCenterX(), y).character()).as("on %d", i).isEqualTo(new Spot(0, i));
      }
    }
  }

  @Test
  void besideAndAroundTheTextTheNearestPlaceIsMeant() {
    show("one two\nthree\n\n- *four*");
    assertThat(hit(0, -50).spot()).isEqualTo(Spot.START);
    assertThat(hit(290, 10).spot()).as("behind the first line").isEqualTo(new Spot(0, 7));
    assertThat(hit(0, 30).spot()).as("before the second").isEqualTo(new Spot(0, 8));
    assertThat(hit(290, 30).spot()).as("behind the second").isEqualTo(new Spot(0, 13));
    assertThat(hit(290, 390).spot()).as("below all").isEqualTo(body.passage().end());
  }

  @Test
  void whatIsSelectedHasAGroundAndNothingElseHas() {
    show("one *two*\n\nthree\n\nfour");
    assertThat(grounds()).isEmpty();
    Fx.run(() -> body.mark(new Stretch(new Spot(0, 4), new Spot(1, 2))));
    Fx.settle(scene);
    assertThat(grounds()).hasSize(2).noneMatch(path -> path.getElements().isEmpty());
    Fx.run(body::unmark);
    assertThat(grounds()).isEmpty();
  }

  @Test
  void aMarkedRowThatShowsAnotherMessageIsNotMarked() {
    show("one two three");
    Fx.run(() -> body.mark(body.passage().all()));
    show("four five six");
    assertThat(grounds()).isEmpty();
    Fx.run(() -> body.mark(body.passage().all()));
    show("*four* five");
    assertThat(grounds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {RTL + RTL, "👨‍👩‍👧‍👦 🇩🇪 e\u0308 " + RTL, "`" + RTL + "`"})
  void anyPartOfTextFromRightToLeftCanBeSelectedAtAnyWidth(String text) {
    show(text);
    for (double width : new double[] {60, 120, 300}) {
      Fx.run(() -> body.setMaxWidth(width));
      Fx.settle(scene);
      Spot end = body.passage().end();
      for (int from = 0; from < end.offset(); from += 3) {
        Stretch part =
            new Stretch(new Spot(0, from), new Spot(0, Math.min(end.offset(), from + 9)));
        Fx.run(() -> body.mark(part));
        Fx.settle(scene);
      }
      for (double x = 0; x < 300; x += 11) {
        for (double y = 0; y < 300; y += 7) {
          assertThat(hit(x, y).spot()).isBetween(Spot.START, end);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain words", "two *kinds* of words", RTL + RTL, "👍"})
  void aRemarkBehindTheTextIsNoPartOfIt(String text) {
    show(text);
    Fx.run(() -> assertThat(body.setRemark(new Label("(edited)"))).isTrue());
    for (double width : new double[] {60, 120, 300}) {
      Fx.run(() -> body.setMaxWidth(width));
      Fx.settle(scene);
      assertThat(hit(299, 399).spot()).isEqualTo(body.passage().end());
      Fx.run(() -> body.mark(body.passage().all()));
      Fx.settle(scene);
      assertThat(grounds()).hasSize(1);
    }
    Fx.run(() -> body.setRemark(null));
    assertThat(body.lookup(".label")).isNull();
  }

  private static Set<Spot> spots(int offset, int length) {
    // The first point of a letter may be the last of the one before it.
    return Set.of(new Spot(0, offset), new Spot(0, Math.min(offset + 1, length)));
  }

  private Bounds boxOf(int character) {
    SelectableFlow flow = (SelectableFlow) pieces().nodes().getFirst();
    Path path = new Path(flow.getRangeShape(character, character + 1, false));
    return flow.localToScene(path.getLayoutBounds());
  }

  private BodyPieces pieces() {
    return BodyPieces.of(body, body.passage());
  }

  private Hit hit(double x, double y) {
    return Fx.call(() -> body.hit(x, y));
  }

  private List<Path> grounds() {
    return Fx.call(
        () -> body.lookupAll(".selection-ground").stream().map(Path.class::cast).toList());
  }

  private void show(String text) {
    Fx.run(() -> body.show(text, MentionNames.NONE));
    Fx.settle(scene);
  }
}
