package chat.parley.desktop.view.finding;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.finding.FoundItem;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A server in the list. Stays the same Node while people come and go, so that a click lands. */
final class FoundRow extends Button {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Label name = Controls.label("", "found-name");
  private final Label details = Controls.label("", "caption");
  private final Label key = Controls.label("", "found-key");
  private FoundItem item;

  FoundRow(FoundItem item, Consumer<FoundItem> choose) {
    this.item = item;
    VBox words = new VBox(name, details);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    key.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(words, key);
    line.getStyleClass().add("found-line");
    line.prefWidthProperty().bind(widthProperty());
    setGraphic(line);
    getStyleClass().add("found-row");
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(_ -> choose.accept(this.item));
    show(item);
  }

  FoundItem item() {
    return item;
  }

  void show(FoundItem now) {
    item = now;
    name.setText(now.name());
    details.setText(now.details());
    key.setText(now.key());
    key.setGraphic(Icons.of(icon(now)));
    setAccessibleText(Texts.of("view.found.spoken", now.name(), now.details(), now.key()));
  }

  void mark(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }

  private static Feather icon(FoundItem item) {
    return switch (item.acquaintance()) {
      case KNOWN -> Feather.CHECK_CIRCLE;
      case NEW -> Feather.LOCK;
      case CHANGED -> Feather.ALERT_TRIANGLE;
      case OPEN -> Feather.UNLOCK;
    };
  }
}
