package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomTitle;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Hint;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.RoomRow;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A line of the sidebar: a heading, a room, or what to do where there is none. */
final class SidebarCell extends ListCell<SidebarRow> {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
  private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
  private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final HeadingLine heading;
  private final RoomLine line;
  private final Label hint = Controls.label("", "sidebar-hint");
  private final Label hintAction = Controls.folding(Controls.label("", "sidebar-hint-action"));
  private final VBox hints = new VBox(hint, hintAction);
  private final PeopleBook book;
  private final ObservableBooleanValue rail;
  private Subscription bound = Subscription.EMPTY;

  SidebarCell(PeopleBook book, Doors doors, ObservableBooleanValue rail) {
    this.book = book;
    this.rail = rail;
    heading = new HeadingLine(doors);
    line = new RoomLine(book);
    getStyleClass().add("room-cell");
    hint.setWrapText(true);
    hints.getStyleClass().add("sidebar-hints");
    setPrefWidth(0); // As wide as the list, however long a name is.
    rail.subscribe(() -> showRow(getItem()));
    Tip.of(this, this::whole);
  }

  @Override
  protected void updateItem(SidebarRow row, boolean empty) {
    super.updateItem(row, empty);
    bound.unsubscribe();
    bound = Subscription.EMPTY;
    SidebarRow shown = empty ? null : row;
    if (shown instanceof RoomRow of) {
      RoomItem room = of.room();
      bound =
          Subscription.combine(
              room.nameProperty().subscribe(() -> show(room)),
              room.roomProperty().subscribe(() -> show(room)),
              room.unreadProperty().subscribe(() -> show(room)),
              room.mentionsProperty().subscribe(() -> show(room)),
              room.mutedProperty().subscribe(() -> show(room)),
              room.failedProperty().subscribe(() -> show(room)),
              room.draftProperty().subscribe(() -> show(room)),
              book.listen(
                  user -> {
                    if (room.with().stream().anyMatch(other -> other.id().equals(user))) {
                      show(room);
                    }
                  }));
    }
    showRow(shown);
  }

  private void showRow(@Nullable SidebarRow row) {
    pseudoClassStateChanged(RAIL, rail.get());
    pseudoClassStateChanged(HEADING, row instanceof Heading);
    switch (row) {
      case null -> showNothing();
      case Heading shown -> {
        showNothing();
        heading.show(shown);
        setGraphic(rail.get() ? null : heading);
        setAccessibleText(HeadingLine.spoken(shown));
      }
      case RoomRow shown -> {
        setGraphic(line.arrange(rail.get()));
        show(shown.room());
      }
      case Hint shown -> {
        showNothing();
        hint.setText(shown.words());
        hintAction.setText(shown.action());
        hintAction.setVisible(!shown.action().isEmpty());
        setGraphic(rail.get() ? null : hints);
        setAccessibleText(shown.spoken());
      }
    }
  }

  private void showNothing() {
    setGraphic(null);
    setAccessibleText(null);
    pseudoClassStateChanged(UNREAD, false);
    pseudoClassStateChanged(MUTED, false);
  }

  private void show(RoomItem room) {
    line.show(room);
    pseudoClassStateChanged(UNREAD, room.calls());
    pseudoClassStateChanged(MUTED, room.mutedProperty().get());
    setAccessibleText(spoken(room));
  }

  /** The whole name of a room, where the line may show a part of it. */
  private String whole() {
    return getItem() instanceof RoomRow(RoomItem room, _) && (rail.get() || room.with().size() > 1)
        ? room.isDirect() ? RoomTitle.whole(room.with()) : room.label()
        : "";
  }

  private String spoken(RoomItem room) {
    StringBuilder words =
        new StringBuilder(
            Texts.of(
                "view.room.spoken",
                room.name(),
                room.unreadProperty().get(),
                room.mentionsProperty().get()));
    if (room.with().size() == 1) {
      words.append(", ").append(PresenceWords.of(book.presence(room.with().getFirst().id())));
    }
    if (room.mutedProperty().get()) {
      words.append(", ").append(Texts.of("view.room.muted"));
    }
    if (room.failedProperty().get()) {
      words.append(", ").append(Texts.of("view.message.failed"));
    }
    return words.toString();
  }
}
