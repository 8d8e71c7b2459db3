package chat.parley.desktop.view.look;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The key that asks what can be done here. Not every system turns it into a menu event. */
public final class MenuKey {
  private MenuKey() {}

  public static boolean is(KeyEvent event) {
    return event.getCode() == KeyCode.CONTEXT_MENU
        || event.getCode() == KeyCode.F10 && event.isShiftDown();
  }
}
