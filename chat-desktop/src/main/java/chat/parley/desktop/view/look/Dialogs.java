package chat.parley.desktop.view.look;

import javafx.scene.layout.Region;

/** Where dialogs are shown, one at a time, over the rest of the window. */
public interface Dialogs {
  /**
   * @param ready runs when the dialog is on the screen; gives the keyboard to its first control
   */
  void open(Region content, Runnable ready);

  void close();
}
