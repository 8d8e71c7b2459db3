package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.util.List;
import java.util.Random;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RightToLeftTest {
  private static final List<String> ALPHABET =
      List.of(
          "مرحبا", "כיתה", "ب", "abc", "x", " ", " ", "\n", "1", "😀", "\u0301", "\u064b", "(",
          "<b>", "\u200d", "،", "漢", "🏳️‍🌈", "ßé");

  /** Pictures that are taken after this have the app's own spaces between such words. */
  @BeforeAll
  static void load() {
    Fx.run(Fonts::load);
  }

  @Test
  void textFromLeftToRightStaysInOnePiece() {
    assertThat(RightToLeft.pieces("Good morning, everybody")).hasSize(1);
  }

  @Test
  void theFirstLetterSaysFromWhichSideATextIsRead() {
    assertThat(RightToLeft.startsIn("(1) מה שלומך, Ben?")).isTrue();
    assertThat(RightToLeft.startsIn("Ben, מה שלומך?")).isFalse();
    assertThat(RightToLeft.startsIn("10:30 🎉")).isFalse();
  }

  @Test
  void noPieceIsLongAndNothingIsLost() {
    String text = "مرحبا كيف الحال " + "ب".repeat(300);
    List<String> pieces = RightToLeft.pieces(text);
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(pieces).allMatch(piece -> piece.length() <= 16);
  }

  @Test
  void anyMixtureOfScriptsIsLaidOutInAnyWidth() {
    var random = new Random(7);
    for (int i = 0; i < 600; i++) {
      String text = mixture(random);
      double width = 300 + random.nextInt(460);
      for (NodeOrientation side : NodeOrientation.values()) {
        double height = Fx.call(() -> heightOf(text, width, side));
        assertThat(height).as(text).isPositive();
      }
    }
  }

  @Test
  void anyMixtureOfScriptsIsBrokenIntoLinesInOneText() {
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      String text = mixture(random);
      double width = 20 + random.nextInt(400);
      for (NodeOrientation side : NodeOrientation.values()) {
        Fx.run(() -> breakLines(text, width, side));
      }
    }
  }

  private static void breakLines(String words, double width, NodeOrientation side) {
    var text = new Text(words);
    text.setNodeOrientation(side);
    text.setWrappingWidth(RightToLeft.folds(words) ? width : 0);
    assertThat(text.getWrappingWidth()).as(words).isPositive();
    for (int at = 0; at <= words.length(); at++) {
      assertThat(text.caretShape(at, true)).as(words).isNotEmpty();
    }
    double height = text.getLayoutBounds().getHeight();
    for (double y = 0; y < height; y += 7) {
      int hit = text.hitTest(new Point2D(width / 2, y)).getInsertionIndex();
      assertThat(hit).as(words).isNotNegative();
    }
  }

  @Test
  void onlyARunThatIsLongerThanAnyScreenStaysInOneLine() {
    String words = "שלום לכולם ".repeat(181);
    assertThat(RightToLeft.folds(words)).isTrue();
    assertThat(RightToLeft.folds(words + words)).isFalse();
    assertThat(RightToLeft.folds(words + "\n" + words)).isTrue();
    assertThat(RightToLeft.folds(words + "and " + words)).isTrue();
  }

  @Test
  void aLabelBreaksItsLinesFromTheRightToo() {
    Fx.run(
        () -> {
          var label = new Label("A sentence that is long enough to need two lines");
          RightToLeft.fold(label);
          new Scene(label).getRoot().applyCss();
          assertThat(label.isWrapText()).isTrue();
          label.setText("مرحبا كيف الحال يا صديقي");
          assertThat(label.isWrapText()).isTrue();
          assertThat(label.prefHeight(60)).isGreaterThan(label.prefHeight(600));
        });
  }

  private static double heightOf(String text, double width, NodeOrientation side) {
    var flow = new TextFlow();
    flow.setNodeOrientation(side);
    RightToLeft.pieces(text).forEach(piece -> flow.getChildren().add(new Text(piece)));
    double height = flow.prefHeight(width);
    flow.resize(width, height);
    flow.layout();
    flow.getChildren().forEach(javafx.scene.Node::getBoundsInLocal);
    return height;
  }

  private static String mixture(Random random) {
    var text = new StringBuilder();
    int parts = 1 + random.nextInt(120);
    for (int i = 0; i < parts; i++) {
      text.append(ALPHABET.get(random.nextInt(ALPHABET.size())));
    }
    return text.toString();
  }
}
