package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line across the pane with a word in its middle. */
final class MarkRow extends Row<TimelineItem> {
  private final Label word = new Label();
  private final Function<TimelineItem, String> words;

  /**
   * @param styleClass {@code day-mark} or {@code unread-mark}
   */
  MarkRow(String styleClass, Function<TimelineItem, String> words) {
    this.words = words;
    getStyleClass().addAll("mark-row", styleClass);
    HBox line = new HBox(rule(), word, rule());
    line.getStyleClass().add("mark-line");
    word.getStyleClass().add("mark-word");
    getChildren().add(line);
  }

  @Override
  protected void show(TimelineItem item) {
    word.setText(words.apply(item));
    setAccessibleText(word.getText());
  }

  private static Region rule() {
    Region rule = Controls.spacer();
    rule.getStyleClass().add("mark-rule");
    HBox.setHgrow(rule, Priority.ALWAYS);
    return rule;
  }
}
