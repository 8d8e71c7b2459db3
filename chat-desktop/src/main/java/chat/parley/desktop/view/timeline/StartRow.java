package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands where a room's log begins. */
final class StartRow extends Row<TimelineItem> {
  private final Label title = Controls.label("", "title");
  private final Label sentence = Controls.label("", "muted");
  private final FontIcon icon = Icons.of(Feather.HASH);
  private final Supplier<RoomStart> start;

  StartRow(Supplier<RoomStart> start) {
    this.start = start;
    getStyleClass().add("start-row");
    StackPane badge = new StackPane(icon);
    badge.getStyleClass().add("start-badge");
    RightToLeft.fold(sentence);
    RightToLeft.fold(title);
    VBox column = new VBox(badge, title, sentence);
    column.getStyleClass().add("start-column");
    getChildren().add(column);
  }

  @Override
  protected void show(TimelineItem item) {
    RoomStart now = start.get();
    icon.setIconCode(now.icon());
    title.setText(now.title());
    sentence.setText(now.sentence());
    setAccessibleText(title.getText());
  }
}
