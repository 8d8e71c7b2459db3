package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The rows of which settings are made. */
final class Choices {
  private Choices() {}

  /** A yes or no, and under it what it means. */
  static VBox row(CheckBox box, String hint) {
    box.getStyleClass().add("yes-no");
    box.setWrapText(true);
    box.setAccessibleHelp(hint);
    VBox row = new VBox(box, hint(hint));
    row.getStyleClass().add("choice-row");
    return row;
  }

  /** Small words under a control. */
  static Label hint(String text) {
    Label hint = Controls.label(text, "choice-hint");
    RightToLeft.fold(hint);
    return hint;
  }

  /** A heading inside a part. */
  static Label heading(String text) {
    return Controls.label(text, "heading", "choice-heading");
  }
}
