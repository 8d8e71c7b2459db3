package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One thing that can be chosen: what it is, what it means, and the control. */
public final class SettingsRow {
  /** Where the control stands. */
  public enum Place {
    BESIDE,
    BELOW
  }

  private final String title;
  private final String hint;
  private final Node control;
  private final Place place;

  /**
   * @param hint empty when the title says it all
   */
  public SettingsRow(String title, String hint, Node control, Place place) {
    this.title = title;
    this.hint = hint;
    this.control = control;
    this.place = place;
  }

  /** Whether all these words are somewhere in it. */
  boolean fits(String words) {
    String text = (title + " " + hint).toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  public Node node() {
    VBox words = new VBox(folding(title, "settings-title"));
    words.getStyleClass().add("settings-words");
    if (!hint.isEmpty()) {
      words.getChildren().add(folding(hint, "settings-hint"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    return switch (place) {
      case BESIDE -> styled(new HBox(words, control));
      case BELOW -> {
        VBox box = new VBox(words, control);
        box.getStyleClass().addAll("settings-row", "below");
        yield box;
      }
    };
  }

  private static Label folding(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  private static HBox styled(HBox row) {
    row.getStyleClass().add("settings-row");
    return row;
  }
}
