package chat.parley.desktop.view.look;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** An icon, a title, one sentence, and at most one thing to do. */
public final class EmptyState {
  private EmptyState() {}

  public static Region of(Feather icon, String title, String sentence, Node... action) {
    VBox box = new VBox(Icons.of(icon, "empty-icon"), words(title, "title"));
    box.getStyleClass().add("empty-state");
    if (!sentence.isEmpty()) {
      box.getChildren().add(words(sentence, "muted"));
    }
    box.getChildren().addAll(action);
    return box;
  }

  private static Label words(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    RightToLeft.fold(label);
    label.setTextAlignment(TextAlignment.CENTER);
    return label;
  }
}
