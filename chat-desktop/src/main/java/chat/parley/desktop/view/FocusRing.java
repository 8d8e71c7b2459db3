package chat.parley.desktop.view;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Shows which control has the keyboard as long as the person goes about by keys, whether a key or
 * the app itself moved it there; a click hides the ring again. Text fields show theirs always.
 */
final class FocusRing {
  private static final PseudoClass KEYS = PseudoClass.getPseudoClass("keys");

  private final Parent root;

  private FocusRing(Parent root) {
    this.root = root;
  }

  /** From now on {@code root} has the pseudo-class {@code keys} while keys lead. */
  static void watch(Parent root) {
    FocusRing ring = new FocusRing(root);
    root.addEventFilter(KeyEvent.KEY_PRESSED, ring::pressed);
    root.addEventFilter(
        MouseEvent.MOUSE_PRESSED, event -> root.pseudoClassStateChanged(KEYS, false));
  }

  private void pressed(KeyEvent event) {
    Node owner = root.getScene().getFocusOwner();
    boolean leads =
        switch (event.getCode()) {
          case TAB, F6, ESCAPE -> true;
          default -> event.getCode().isNavigationKey() && !(owner instanceof TextInputControl);
        };
    if (leads) {
      root.pseudoClassStateChanged(KEYS, true);
    }
  }
}
