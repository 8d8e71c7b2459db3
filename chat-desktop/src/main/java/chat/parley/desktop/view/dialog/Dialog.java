package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The parts every form that opens over a window has. */
public final class Dialog {
  private Dialog() {}

  /** The line at the top, with the way out. */
  public static HBox head(String title, Runnable close) {
    HBox head =
        new HBox(
            Controls.label(title, "title"),
            Controls.spacer(),
            Controls.iconButton(Feather.X, Texts.of("view.close"), close));
    head.getStyleClass().add("dialog-head");
    return head;
  }

  /** The line at the bottom: what is done with the form. */
  public static HBox foot(Node... buttons) {
    HBox foot = new HBox(Controls.spacer());
    foot.getChildren().addAll(buttons);
    foot.getStyleClass().add("dialog-foot");
    return foot;
  }

  /** What is wrong, as long as something is. */
  public static Label problem(ObservableValue<String> text) {
    Label label = Controls.folding(Controls.label("", "problem"));
    RightToLeft.fold(label);
    label.textProperty().bind(text);
    label.visibleProperty().bind(text.map(words -> !words.isEmpty()));
    return label;
  }

  /** A control under its name. */
  public static VBox field(String name, Node control, Node... below) {
    Label label = Controls.label(name, "field-label");
    label.setLabelFor(control);
    control.setAccessibleText(name);
    VBox field = new VBox(label, control);
    field.getChildren().addAll(below);
    field.getStyleClass().add("field");
    return field;
  }
}
