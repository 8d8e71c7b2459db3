package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Face;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Pill;
import chat.parley.desktop.view.look.RoomIcon;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.model.User;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A room in the sidebar: what it is, its name, and whether anything waits in it. */
final class RoomLine {
  private final Label name = Controls.label("", "room-name");
  private final Label letter = Controls.label("", "room-letter");
  private final FontIcon kind = Icons.of(Feather.HASH);
  private final Face face = new Face("tiny");
  private final Label size = Controls.label("", "group-size");
  private final StackPane sign = new StackPane();
  private final FontIcon warning = Controls.folding(Icons.of(Feather.ALERT_TRIANGLE, "danger"));
  private final FontIcon draft = Controls.folding(Icons.of(Feather.EDIT_2));
  private final FontIcon muted = Controls.folding(Icons.of(Feather.BELL_OFF));
  private final Region dot = Controls.folding(new Region());
  private final Pill pill = new Pill();
  private final HBox wide = new HBox();
  private final StackPane narrow = new StackPane();
  private final PeopleBook book;

  RoomLine(PeopleBook book) {
    this.book = book;
    dot.getStyleClass().add("unread-dot");
    sign.getStyleClass().add("room-sign");
    wide.getStyleClass().add("room-row");
    narrow.getStyleClass().add("room-tile");
    HBox.setHgrow(name, Priority.ALWAYS);
  }

  void show(RoomItem room) {
    long count = room.count();
    boolean failed = room.failedProperty().get();
    name.setText(room.name());
    letter.setText(Avatar.firstLetter(room.name()));
    sign.getChildren().setAll(signOf(room));
    pill.show(count);
    dot.setVisible(count == 0 && room.calls());
    muted.setVisible(room.mutedProperty().get());
    warning.setVisible(failed);
    draft.setVisible(!failed && !room.draftProperty().get().isBlank());
  }

  /** In the rail there is room for a letter, and for the dot or the count at its corner. */
  Node arrange(boolean rail) {
    if (rail) {
      wide.getChildren().clear();
      narrow.getChildren().setAll(letter, dot, pill);
      return narrow;
    }
    narrow.getChildren().clear();
    wide.getChildren().setAll(sign, name, warning, draft, muted, dot, pill);
    return wide;
  }

  private Node signOf(RoomItem room) {
    if (room.with().size() == 1) {
      User other = room.with().getFirst();
      face.show(other.id(), other.name(), book.presence(other.id()));
      return face;
    }
    if (room.with().size() > 1) {
      size.setText(Integer.toString(room.with().size()));
      return size;
    }
    kind.setIconCode(RoomIcon.of(room));
    return kind;
  }
}
