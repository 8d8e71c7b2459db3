package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.User;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The whole window. The parts live as long as it does, whatever server it is on. */
public final class AppModel {
  private final ReadOnlyObjectWrapper<Screen> screen =
      new ReadOnlyObjectWrapper<>(this, "screen", Screen.STARTING);
  private final ReadOnlyObjectWrapper<@Nullable TimelineModel> timeline =
      new ReadOnlyObjectWrapper<>(this, "timeline");
  private final ReadOnlyObjectWrapper<@Nullable User> me = new ReadOnlyObjectWrapper<>(this, "me");
  private final ReadOnlyStringWrapper serverName =
      new ReadOnlyStringWrapper(this, "serverName", "");
  private final ObjectProperty<Theme> theme =
      new SimpleObjectProperty<>(this, "theme", Theme.SYSTEM);
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final LoginModel login = new LoginModel();
  private final RoomListModel rooms = new RoomListModel();
  private final ComposerModel composer = new ComposerModel();
  private final PeopleModel people = new PeopleModel();
  private final DirectoryModel directory = new DirectoryModel();
  private final LinkModel link = new LinkModel();

  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  public LoginModel login() {
    return login;
  }

  public RoomListModel rooms() {
    return rooms;
  }

  /** The messages of the selected room; another model for each selection, null when none is. */
  public ReadOnlyObjectProperty<@Nullable TimelineModel> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  public ComposerModel composer() {
    return composer;
  }

  public PeopleModel people() {
    return people;
  }

  public DirectoryModel directory() {
    return directory;
  }

  public LinkModel link() {
    return link;
  }

  /** The server as it calls itself, or its address while that is not known. */
  public ReadOnlyStringProperty serverNameProperty() {
    return serverName.getReadOnlyProperty();
  }

  /** Null while nobody is logged in. */
  public ReadOnlyObjectProperty<@Nullable User> meProperty() {
    return me.getReadOnlyProperty();
  }

  /** What happened, the oldest first; the view shows one at a time and takes it out. */
  public ObservableList<Toast> toasts() {
    return toasts;
  }

  /** Kept over restarts. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Goes back to the first screen. What is on this computer stays, and unsent messages with it. */
  public void changeServer() {}
}
