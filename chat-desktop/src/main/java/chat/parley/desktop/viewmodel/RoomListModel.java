package chat.parley.desktop.viewmodel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rooms I am a member of, and the one that is shown. */
public final class RoomListModel {
  private final ObservableList<RoomItem> items = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable RoomItem> selected =
      new SimpleObjectProperty<>(this, "selected");

  RoomListModel() {}

  /** By name, the lobby first. */
  public ObservableList<RoomItem> items() {
    return items;
  }

  /** The room that is shown; null when there is none. */
  public ObjectProperty<@Nullable RoomItem> selectedProperty() {
    return selected;
  }

  /** Selects the room of that name, joining it first when needed. A problem becomes a toast. */
  public void openByName(String name, boolean create) {}

  /** Ends the membership; a toast offers to come back. */
  public void leave(RoomItem room) {}

  /** Selects the next room, going round at the end. */
  public void selectNext(boolean unreadOnly) {}

  public void selectPrevious(boolean unreadOnly) {}
}
