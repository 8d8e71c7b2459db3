package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In every place of the app, for whoever does not see it or has no mouse. */
@Tag("fault")
class AccessibilityTest {
  private static final PseudoClass KEYS = PseudoClass.getPseudoClass("keys");

  /** Least side of what is clicked, in pixels. */
  private static final double TARGET = 24;

  @Test
  void everyControlHasARoleAndAName() {
    Set<String> nameless = new TreeSet<>();
    Tour.go(
        new Office(),
        1120,
        740,
        (place, scene) -> {
          for (Node control : controls(scene)) {
            AccessibleRole role = control.getAccessibleRole();
            if (role == AccessibleRole.NODE || role == AccessibleRole.PARENT || !hasName(control)) {
              nameless.add(place + ": " + control);
            }
          }
        });
    assertThat(nameless).isEmpty();
  }

  @Test
  void everyControlIsLargeEnoughToHit() {
    Set<String> small = new TreeSet<>();
    Tour.go(
        new Office(),
        1120,
        740,
        (place, scene) -> {
          for (Node control : controls(scene)) {
            Bounds bounds = control.getLayoutBounds();
            boolean grip = control.getStyleClass().contains("sidebar-grip");
            if (!grip && Math.min(bounds.getWidth(), bounds.getHeight()) < TARGET) {
              small.add(
                  place + ": " + control + " " + bounds.getWidth() + "x" + bounds.getHeight());
            }
          }
        });
    assertThat(small).isEmpty();
  }

  /** Two pictures for each control of each place take their time. */
  @Tag("fault")
  @Test
  void whereTheKeyboardIsIsSeen() {
    Set<String> unseen = new TreeSet<>();
    // So high that no page of the settings has to scroll to what gets the keyboard.
    Tour.go(
        new Office(),
        1120,
        960,
        (place, scene) -> {
          Fx.run(() -> scene.getRoot().pseudoClassStateChanged(KEYS, true));
          List<Node> reachable = reachable(scene);
          for (Node control : reachable) {
            if (reachable.size() > 1 && !looksOtherwiseWithTheKeyboard(scene, control, reachable)) {
              unseen.add(place + ": " + control);
            }
          }
        });
    assertThat(unseen).isEmpty();
  }

  private static boolean looksOtherwiseWithTheKeyboard(
      Scene scene, Node control, List<Node> reachable) {
    Node other = reachable.stream().filter(node -> node != control).findFirst().orElseThrow();
    return lookWithKeyboardAt(control, scene, control) != lookWithKeyboardAt(other, scene, control);
  }

  /** The keyboard does not leave a dialog. */
  private static List<Node> reachable(Scene scene) {
    Node dialog = Fx.call(() -> scene.getRoot().lookup(".dialog"));
    return controls(scene).stream()
        .filter(node -> dialog == null || isInside(node, dialog))
        .toList();
  }

  private static boolean isInside(Node node, Node outer) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == outer) {
        return true;
      }
    }
    return false;
  }

  private static int lookWithKeyboardAt(Node owner, Scene scene, Node control) {
    Fx.run(owner::requestFocus);
    Fx.settle(scene);
    var seen = new AtomicReference<Integer>();
    // In one go: a window that closed a moment ago may take the keyboard along.
    Fx.await(
        () -> {
          scene.getWindow().requestFocus();
          owner.requestFocus();
          Fx.layOut(scene);
          if (owner.isFocused()) {
            seen.set(look(scene, control));
          }
          return seen.get() != null;
        });
    return seen.get();
  }

  /** A number for the picture of the control and a little around it. */
  private static int look(Scene scene, Node control) {
    Picture picture = Picture.taken(scene);
    Bounds bounds = control.localToScene(control.getLayoutBounds());
    int hash = 1;
    for (int y = (int) bounds.getMinY() - 4; y < bounds.getMaxY() + 4; y++) {
      for (int x = (int) bounds.getMinX() - 4; x < bounds.getMaxX() + 4; x++) {
        if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
          hash = 31 * hash + picture.at(x, y);
        }
      }
    }
    return hash;
  }

  private static List<Node> controls(Scene scene) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .filter(AccessibilityTest::isSeen)
                .filter(node -> !node.isDisabled())
                .toList());
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasName(Node node) {
    if (node.getAccessibleText() != null && !node.getAccessibleText().isEmpty()) {
      return true;
    }
    return node instanceof Labeled labeled
        ? labeled.getText() != null && !labeled.getText().isEmpty()
        : node instanceof TextInputControl field && field.getPromptText() != null;
  }
}
