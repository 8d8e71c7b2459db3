package chat.parley.desktop.view.overview;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Pill;
import chat.parley.desktop.view.look.RoomIcon;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.overview.OverviewRow;
import chat.parley.desktop.viewmodel.overview.OverviewRow.RoomHeading;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A room over its unread messages, and what can be done about all of them. */
final class RoomHeadingRow extends Row<OverviewRow> {
  private final FontIcon kind = Icons.of(Feather.HASH);
  private final Button name;
  private final Label count = Controls.label("", "caption");
  private final Pill forMe = new Pill();
  private final Button read;
  private final Button open;
  private @Nullable RoomHeading heading;

  RoomHeadingRow(RowParts parts) {
    getStyleClass().add("overview-heading");
    name = Controls.button("", () -> open(parts), "header-name", "overview-room");
    name.setFocusTraversable(false); // Enter on the row does the same.
    read =
        Controls.button(Texts.of("view.room.markRead"), () -> markRead(parts), "compact", "quiet");
    open = Controls.button(Texts.of("view.overview.open"), () -> open(parts), "compact", "quiet");
    count.setMinWidth(Region.USE_PREF_SIZE);
    read.setMinWidth(Region.USE_PREF_SIZE);
    open.setMinWidth(Region.USE_PREF_SIZE);
    read.setFocusTraversable(false);
    open.setFocusTraversable(false);
    HBox line = new HBox(kind, name, count, forMe, Controls.spacer(), read, open);
    line.getStyleClass().add("overview-heading-line");
    getChildren().add(line);
  }

  @Override
  protected void show(OverviewRow row) {
    if (row instanceof RoomHeading shown) {
      heading = shown;
      kind.setIconCode(RoomIcon.of(shown.room()));
      name.setText(shown.room().name());
      count.setText(Texts.of("view.overview.count", shown.unread()));
      forMe.show(shown.forMe());
      read.setAccessibleText(Texts.of("view.overview.read.spoken", shown.name()));
      open.setAccessibleText(Texts.of("view.overview.open.spoken", shown.name()));
      setAccessibleText(shown.name() + ", " + count.getText());
    }
  }

  @Override
  protected void currentChanged(boolean here) {
    read.setFocusTraversable(here);
    open.setFocusTraversable(here);
  }

  private void open(RowParts parts) {
    if (heading != null) {
      parts.open().accept(heading);
    }
  }

  private void markRead(RowParts parts) {
    if (heading != null) {
      parts.markRead().accept(heading.room());
    }
  }
}
