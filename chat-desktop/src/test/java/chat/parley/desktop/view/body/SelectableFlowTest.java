package chat.parley.desktop.view.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.parley.desktop.view.Fx;
import chat.parley.model.SearchWords.Span;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three words in a flow 400 wide, of which the second is pointed out and selected. */
class SelectableFlowTest {
  @ParameterizedTest
  @CsvSource({
    "one , two, three, LEFT_TO_RIGHT",
    "שלום , עולם, טוב, RIGHT_TO_LEFT",
    "שלום , two, טוב, RIGHT_TO_LEFT",
  })
  void whatIsPointedOutLiesBehindItsLetters(
      String first, String second, String third, NodeOrientation side) {
    List<Text> words = List.of(new Text(first + " "), new Text(second), new Text(" " + third));
    int from = words.getFirst().getText().length();
    int to = from + second.length();
    var flow = new SelectableFlow(List.of(new Span(from, to)));
    Fx.run(
        () -> {
          flow.setTexts(List.<Node>copyOf(words));
          flow.setNodeOrientation(side);
          var scene = new Scene(new VBox(flow), 400, 100);
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          flow.mark(from, to);
          flow.requestLayout();
          scene.getRoot().layout();
        });
    Bounds letters = Fx.call(() -> inScene(words.get(1)));
    for (Bounds ground : Fx.call(() -> grounds(flow))) {
      assertThat(ground.getMinX()).isCloseTo(letters.getMinX(), within(2.0));
      assertThat(ground.getMaxX()).isCloseTo(letters.getMaxX(), within(2.0));
    }
    Hit hit = Fx.call(() -> flow.hit(0, letters.getCenterX(), letters.getCenterY()));
    assertThat(hit.character().offset()).isBetween(from, to - 1);
  }

  private static List<Bounds> grounds(SelectableFlow flow) {
    List<Bounds> grounds =
        flow.getChildren().stream()
            .filter(Path.class::isInstance)
            .map(SelectableFlowTest::inScene)
            .toList();
    assertThat(grounds).hasSize(2);
    return grounds;
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }
}
