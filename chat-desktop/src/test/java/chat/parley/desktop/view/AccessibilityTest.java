package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
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

  /** So far from a field the edge of its box may be. */
  private static final int AROUND = 8;

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
            if (!isOfAnotherSize(control)
                && Math.min(bounds.getWidth(), bounds.getHeight()) < TARGET) {
              small.add(
                  place + ": " + control + " " + bounds.getWidth() + "x" + bounds.getHeight());
            }
          }
        });
    assertThat(small).isEmpty();
  }

  /** The edge of the sidebar is dragged; what stands in a sentence is as high as its line. */
  private static boolean isOfAnotherSize(Node control) {
    return control.getStyleClass().contains("sidebar-grip")
        || control.getStyleClass().contains("edited");
  }

  /** Two pictures for each control of each place take their time. */
  @Tag("fault")
  @Test
  void whereTheKeyboardIsIsSeen() {
    Set<String> unseen = new TreeSet<>();
    // What stands in several places is looked at in the first of them.
    Set<Node> known = Collections.newSetFromMap(new IdentityHashMap<>());
    // So high that no page of the settings has to scroll to what gets the keyboard.
    Tour.go(
        new Office(),
        1120,
        960,
        (place, scene) -> {
          Fx.run(() -> scene.getRoot().pseudoClassStateChanged(KEYS, true));
          List<Node> reachable = reachable(scene);
          for (Node control : reachable) {
            if (reachable.size() > 1
                && known.add(control)
                && !looksOtherwiseWithTheKeyboard(scene, control, reachable)) {
              unseen.add(place + ": " + control);
            }
          }
        });
    assertThat(unseen).isEmpty();
  }

  private static boolean looksOtherwiseWithTheKeyboard(
      Scene scene, Node control, List<Node> reachable) {
    Node other = elsewhere(control, reachable);
    return lookWithKeyboardAt(control, scene, control) != lookWithKeyboardAt(other, scene, control);
  }

  /** What belongs to a line of a list may be there only while the list has the keyboard. */
  private static Node elsewhere(Node control, List<Node> reachable) {
    for (Node at = control.getParent(); at != null; at = at.getParent()) {
      if (reachable.contains(at)) {
        return at;
      }
    }
    return reachable.stream().filter(node -> node != control).findFirst().orElseThrow();
  }

  /** The keyboard does not leave what is opened over the window. */
  private static List<Node> reachable(Scene scene) {
    Node over =
        Fx.call(
            () ->
                Stream.of(".popover-layer", ".dialog-layer")
                    .map(scene.getRoot()::lookup)
                    .filter(layer -> layer != null && layer.isVisible())
                    .findFirst()
                    .orElse(null));
    return controls(scene).stream().filter(node -> over == null || isInside(node, over)).toList();
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

  /** A number for the picture of the control and of what is around it, where its ring may be. */
  private static int look(Scene scene, Node control) {
    Picture picture = Picture.taken(scene);
    Bounds bounds = control.localToScene(control.getLayoutBounds());
    int hash = 1;
    for (int y = (int) bounds.getMinY() - AROUND; y < bounds.getMaxY() + AROUND; y++) {
      for (int x = (int) bounds.getMinX() - AROUND; x < bounds.getMaxX() + AROUND; x++) {
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
