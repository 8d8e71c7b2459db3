package chat.parley.desktop.view;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the text field that has the keyboard: it hears the first key, and its caret blinks no
 * longer than somebody is likely to look for it.
 */
final class FocusedField {
  /** A caret that blinks lets JavaFX go through all its windows sixty times a second. */
  private static final Duration BLINKS = Duration.seconds(10);

  private final PauseTransition blinking = new PauseTransition(BLINKS);
  private @Nullable Node field;

  private FocusedField(Parent root) {
    blinking.setOnFinished(event -> rest());
    root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focused);
    root.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .subscribe(this::blinks);
    root.addEventFilter(KeyEvent.ANY, event -> blinks());
    root.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> blinks());
  }

  /** From now on, in whatever scene {@code root} is. */
  static void watch(Parent root) {
    new FocusedField(root);
  }

  private void focused(@Nullable Node owner) {
    field = owner;
    if (owner instanceof TextInputControl input && input.getSkin() == null && isShowing(input)) {
      input.applyCss(); // What hears its keys comes with its looks, else only in the next frame.
    }
    blinks();
  }

  /** Of a window that is closed JavaFX has forgotten the colours, and says so for each it seeks. */
  private static boolean isShowing(Node node) {
    Window window = node.getScene().getWindow();
    return window != null && window.isShowing();
  }

  private void blinks() {
    if (field instanceof TextInputControl) {
      blinking.playFromStart();
    } else {
      blinking.stop();
    }
  }

  private void rest() {
    if (field instanceof TextInputControl input
        && input.getSkin() instanceof TextInputControlSkin<?> skin) {
      skin.setCaretAnimating(false);
    }
  }
}
