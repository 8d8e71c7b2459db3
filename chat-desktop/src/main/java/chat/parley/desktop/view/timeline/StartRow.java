package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands where a room's log begins. */
final class StartRow extends Row<TimelineItem> implements Opens {
  private final Label title = Controls.label("", "title");
  private final Label sentence = Controls.label("", "muted");
  private final FontIcon icon = Icons.of(Feather.HASH);
  private final Button invite;
  private final HBox below = Controls.folding(new HBox());
  private final Supplier<RoomStart> start;
  private final RowActions actions;

  StartRow(Supplier<RoomStart> start, RowActions actions) {
    this.start = start;
    this.actions = actions;
    invite = Controls.button(Texts.of("view.start.invite"), actions::invite);
    invite.setGraphic(Icons.of(Feather.USER_PLUS));
    invite.setFocusTraversable(false);
    below.getStyleClass().add("start-actions");
    below.getChildren().add(invite);
    getStyleClass().add("start-row");
    StackPane badge = new StackPane(icon);
    badge.getStyleClass().add("start-badge");
    RightToLeft.fold(sentence);
    RightToLeft.fold(title);
    VBox column = new VBox(badge, title, sentence, below);
    column.getStyleClass().add("start-column");
    getChildren().add(column);
  }

  @Override
  protected void show(TimelineItem item) {
    RoomStart now = start.get();
    icon.setIconCode(now.icon());
    title.setText(now.title());
    sentence.setText(now.sentence());
    below.setVisible(now.invites());
    String spoken = title.getText();
    setAccessibleText(now.invites() ? spoken + ", " + invite.getText() : spoken);
  }

  @Override
  public void open() {
    if (below.isVisible()) {
      actions.invite();
    }
  }

  @Override
  protected void currentChanged(boolean here) {
    invite.setFocusTraversable(here);
  }
}
