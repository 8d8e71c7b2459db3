package chat.parley.desktop.view.look;

import javafx.scene.Node;

/** Where the keyboard is. */
public final class Keyboard {
  private Keyboard() {}

  /**
   * Whether it is in that part of a window. The part itself does not know: a list says so as long
   * as one of its cells would have the keyboard.
   */
  public static boolean isIn(Node part) {
    Node at = part.getScene() == null ? null : part.getScene().getFocusOwner();
    while (at != null && at != part) {
      at = at.getParent();
    }
    return at != null;
  }
}
