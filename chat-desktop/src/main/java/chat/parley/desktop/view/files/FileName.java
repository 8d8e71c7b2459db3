package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Tip;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;

/** The name of a file. Where it is too long its middle is left out: its end says what it is. */
final class FileName {
  private FileName() {}

  static Label of(String name) {
    Label label = Controls.label(name, "file-name");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    Tip.of(label, () -> name);
    return label;
  }
}
