package chat.parley.desktop.view;

import chat.parley.desktop.view.room.RoomView;
import chat.parley.desktop.view.sidebar.SidebarView;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The rooms at the left, and the selected one. */
final class MainView extends HBox {
  /** In a window narrower than this the sidebar shrinks to a rail. */
  private static final double RAIL_BELOW = 860;

  /** In a window at least this wide the list of people has a place of its own. */
  private static final double ROOMY_FROM = 1180;

  private final SidebarView sidebar;
  private final RoomView room;

  MainView(AppModel app, Times times, Runnable addRoom) {
    getStyleClass().add("main");
    room = new RoomView(app, times);
    sidebar = new SidebarView(app, addRoom, this::toComposer);
    HBox.setHgrow(room, Priority.ALWAYS);
    getChildren().addAll(sidebar, room);
    sidebar.railProperty().bind(widthProperty().lessThan(RAIL_BELOW));
    room.roomyProperty().bind(widthProperty().greaterThanOrEqualTo(ROOMY_FROM));
    app.timelineProperty().subscribe(this::roomShown);
  }

  RoomView room() {
    return room;
  }

  void toComposer() {
    room.composerTarget().requestFocus();
  }

  /** The first room on the screen takes the keyboard; going from room to room leaves it. */
  private void roomShown(@Nullable TimelineModel before, @Nullable TimelineModel now) {
    if (before == null && now != null) {
      toComposer();
    }
  }

  /** Where F6 leads, in its order. */
  List<Node> regions() {
    return List.of(
        sidebar.keyboardTarget(),
        room.headerTarget(),
        room.messagesTarget(),
        room.composerTarget());
  }
}
