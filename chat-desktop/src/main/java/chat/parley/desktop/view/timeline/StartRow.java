package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Stands where a room's log begins. */
final class StartRow extends Row<TimelineItem> {
  private final Label title = Controls.label("", "title");
  private final Supplier<String> roomName;

  StartRow(Supplier<String> roomName) {
    this.roomName = roomName;
    getStyleClass().add("start-row");
    StackPane badge = new StackPane(Icons.of(Feather.HASH));
    badge.getStyleClass().add("start-badge");
    Label sentence = Controls.label(Texts.of("view.start.sentence"), "muted");
    RightToLeft.fold(sentence);
    RightToLeft.fold(title);
    VBox column = new VBox(badge, title, sentence);
    column.getStyleClass().add("start-column");
    getChildren().add(column);
  }

  @Override
  protected void show(TimelineItem item) {
    title.setText(Texts.of("view.start.title", roomName.get()));
    setAccessibleText(title.getText());
  }
}
