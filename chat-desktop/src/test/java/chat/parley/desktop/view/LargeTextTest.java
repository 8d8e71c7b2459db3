package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.settings.Density;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is cut off and nothing lies over anything else, whatever the size of the text. */
@Tag("fault")
class LargeTextTest {
  /** What may end in an ellipsis: other people's words, which can be of any length. */
  private static final List<String> OF_ANY_LENGTH =
      List.of(
          "topic",
          "author",
          "room-name",
          "person-name",
          "overview-room",
          "thread-words",
          "viewer-about",
          "choice-name",
          "file-name",
          "file-details");

  @ParameterizedTest
  @ValueSource(ints = {85, 200})
  void everyWordOfTheAppIsReadable(int percent) {
    Office office = new Office();
    office.app.settings().textSizeProperty().set(percent);
    Set<String> cut = new TreeSet<>();
    Tour.go(office, 1120, 740, (place, scene) -> look(place, scene, cut));
    assertThat(cut).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = "COMPACT")
  void inEveryDensityToo(String density) {
    Office office = new Office();
    office.app.settings().densityProperty().set(Density.valueOf(density));
    office.app.settings().textSizeProperty().set(150);
    Set<String> cut = new TreeSet<>();
    Tour.go(office, 1120, 740, (place, scene) -> look(place, scene, cut));
    assertThat(cut).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = 150)
  void inGermanToo(int percent) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      everyWordOfTheAppIsReadable(percent);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void look(String place, Scene scene, Set<String> cut) {
    Fx.run(
        () -> {
          for (Node node : scene.getRoot().lookupAll("*")) {
            if (node instanceof Labeled label && isSeen(label)) {
              check(place, label, cut);
            }
            if (node instanceof HBox row && isSeen(row)) {
              checkOverlap(place, row, cut);
            }
          }
        });
  }

  private static void check(String place, Labeled label, Set<String> cut) {
    if (label.getText() == null) {
      return; // An empty cell of a list.
    }
    for (Node child : label.getChildrenUnmodifiable()) {
      if (child instanceof Text drawn && drawn != label.getGraphic() && drawn.isVisible()) {
        boolean shortened = !drawn.getText().equals(label.getText());
        boolean higher = drawn.getLayoutBounds().getHeight() > label.getHeight() + 1;
        boolean mayBe = label.getStyleClass().stream().anyMatch(OF_ANY_LENGTH::contains);
        if (shortened && !mayBe || higher) {
          cut.add(
              place
                  + ": "
                  + label.getText()
                  + " as "
                  + drawn.getText()
                  + (higher ? ", too high" : ""));
        }
      }
    }
  }

  private static void checkOverlap(String place, HBox row, Set<String> cut) {
    Bounds before = null;
    for (Node child : row.getChildren().filtered(Node::isManaged)) {
      Bounds now =
          child.getLayoutBounds().getWidth() == 0
              ? null
              : child.localToParent(child.getLayoutBounds());
      if (before != null
          && now != null
          && child.isVisible()
          && now.getMinX() < before.getMaxX() - 2) {
        cut.add(place + ": overlap in " + row.getStyleClass());
      }
      before = child.isVisible() ? now : null;
    }
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
