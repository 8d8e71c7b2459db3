package chat.parley.desktop.view;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A dialog over the rest of the window, which it darkens. While it is open the keyboard stays in
 * it; afterwards it is back where it was.
 */
final class DialogLayer extends StackPane {
  private final Region scrim = new Region();
  private Subscription guard = Subscription.EMPTY;
  private @Nullable Node before;
  private @Nullable Region dialog;

  DialogLayer() {
    getStyleClass().add("dialog-layer");
    scrim.getStyleClass().add("scrim");
    scrim.setOnMousePressed(event -> close());
    setVisible(false);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  boolean isOpen() {
    return dialog != null;
  }

  /**
   * @param ready runs when the dialog is on the screen; gives the keyboard to its first control
   */
  void open(Region content, Runnable ready) {
    Scene scene = getScene();
    before = scene == null ? null : scene.getFocusOwner();
    dialog = content;
    getChildren().setAll(scrim, content);
    setVisible(true);
    ready.run();
    if (scene != null) {
      guard = scene.focusOwnerProperty().subscribe(this::keepIn);
    }
  }

  void close() {
    guard.unsubscribe();
    guard = Subscription.EMPTY;
    dialog = null;
    setVisible(false);
    getChildren().clear();
    if (before != null) {
      before.requestFocus();
    }
  }

  private void keepIn(@Nullable Node owner, @Nullable Node next) {
    if (dialog != null && next != null && !isInside(next) && owner != null && isInside(owner)) {
      owner.requestFocus();
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == dialog) {
        return true;
      }
    }
    return false;
  }
}
