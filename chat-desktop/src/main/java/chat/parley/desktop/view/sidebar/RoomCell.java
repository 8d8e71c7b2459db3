package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A room in the list: its name, and whether anything waits in it. */
final class RoomCell extends ListCell<RoomItem> {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");
  private static final long MOST_COUNTED = 99;

  private final Label name = Controls.label("", "room-name");
  private final Label letter = Controls.label("", "room-letter");
  private final FontIcon hash = Icons.of(Feather.HASH);
  private final FontIcon warning = Controls.folding(Icons.of(Feather.ALERT_TRIANGLE, "danger"));
  private final FontIcon draft = Controls.folding(Icons.of(Feather.EDIT_2));
  private final Region dot = Controls.folding(new Region());
  private final Label pill = Controls.folding(Controls.label("", "pill"));
  private final Tooltip tooltip = new Tooltip();
  private final ObservableBooleanValue rail;
  private final HBox wide;
  private final StackPane narrow;
  private Subscription bound = Subscription.EMPTY;

  RoomCell(RoomListModel rooms, ObservableBooleanValue rail) {
    this.rail = rail;
    getStyleClass().add("room-cell");
    dot.getStyleClass().add("unread-dot");
    HBox.setHgrow(name, Priority.ALWAYS);
    wide = new HBox(hash, name, warning, draft, dot, pill);
    wide.getStyleClass().add("room-row");
    narrow = new StackPane(letter);
    narrow.getStyleClass().add("room-tile");
    MenuItem leave = new MenuItem(Texts.of("view.room.leave"));
    leave.setOnAction(event -> rooms.leave(getItem()));
    ContextMenu menu = new ContextMenu(leave);
    emptyProperty().subscribe(empty -> setContextMenu(empty ? null : menu));
    rail.subscribe(this::arrange);
  }

  @Override
  protected void updateItem(RoomItem room, boolean empty) {
    super.updateItem(room, empty);
    bound.unsubscribe();
    bound = Subscription.EMPTY;
    if (empty || room == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(UNREAD, false);
      return;
    }
    bound =
        Subscription.combine(
            room.nameProperty().subscribe(() -> show(room)),
            room.unreadProperty().subscribe(() -> show(room)),
            room.mentionsProperty().subscribe(() -> show(room)),
            room.failedProperty().subscribe(() -> show(room)),
            room.draftProperty().subscribe(() -> show(room)));
    show(room);
    arrange();
  }

  private void show(RoomItem room) {
    long unread = room.unreadProperty().get();
    long mentions = room.mentionsProperty().get();
    boolean failed = room.failedProperty().get();
    name.setText(room.name());
    letter.setText(Avatar.firstLetter(room.name()));
    tooltip.setText("#" + room.name());
    pill.setText(mentions > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(mentions));
    pill.setVisible(mentions > 0);
    dot.setVisible(unread > 0 && mentions == 0);
    warning.setVisible(failed);
    draft.setVisible(!failed && !room.draftProperty().get().isBlank());
    pseudoClassStateChanged(UNREAD, unread > 0 || mentions > 0);
    setAccessibleText(
        Texts.of("view.room.spoken", room.name(), unread, mentions)
            + (failed ? ", " + Texts.of("view.message.failed") : ""));
  }

  /** In the rail there is room for a letter, and for the dot or the count at its corner. */
  private void arrange() {
    if (isEmpty()) {
      return;
    }
    pseudoClassStateChanged(RAIL, rail.get());
    if (rail.get()) {
      wide.getChildren().removeAll(dot, pill);
      narrow.getChildren().setAll(letter, dot, pill);
      setGraphic(narrow);
    } else {
      narrow.getChildren().removeAll(dot, pill);
      wide.getChildren().setAll(hash, name, warning, draft, dot, pill);
      setGraphic(wide);
    }
    setTooltip(rail.get() ? tooltip : null);
  }
}
