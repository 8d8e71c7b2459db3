package chat.parley.desktop.view;

import chat.parley.desktop.view.look.Look;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.model.RoomId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Shows a window for each room of a server that shall have one, at the place where it was the last
 * time.
 */
final class OwnWindows {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 640;
  private static final double MIN_WIDTH = 420;
  private static final double MIN_HEIGHT = 360;

  private record Open(RoomId room, Stage stage, Subscription look) {}

  private final AppModel app;
  private final ServerModel server;
  private final Clock clock;
  private final WindowActions main;
  private final Map<RoomScreen, Open> stages = new HashMap<>();
  private final Map<RoomId, Rectangle2D> places = new HashMap<>();

  /**
   * @param main the window beside which they are
   */
  OwnWindows(AppModel app, ServerModel server, Clock clock, WindowActions main) {
    this.main = main;
    this.app = app;
    this.server = server;
    this.clock = clock;
    server.windows().open().subscribe(this::changed);
  }

  /** The window of a room; null when it has none. */
  @Nullable Stage of(RoomItem room) {
    return stages.values().stream()
        .filter(open -> open.room.equals(room.id()))
        .map(Open::stage)
        .findFirst()
        .orElse(null);
  }

  /** Opens the window of a room, or brings in front the one it has. */
  void openInFront(RoomItem room) {
    server.windows().open(room);
    Stage stage = of(room);
    if (stage != null) {
      stage.toFront();
      stage.requestFocus();
    }
  }

  private void changed() {
    List<RoomScreen> wanted = server.windows().open();
    for (RoomScreen screen : List.copyOf(stages.keySet())) {
      if (!wanted.contains(screen)) {
        close(screen);
      }
    }
    for (RoomScreen screen : List.copyOf(wanted)) {
      RoomItem room = screen.roomProperty().get();
      if (room != null && !stages.containsKey(screen)) {
        open(screen, room);
      }
    }
  }

  private void open(RoomScreen screen, RoomItem room) {
    Stage stage = new Stage();
    RoomWindowView view = new RoomWindowView(app, server, screen, clock, main, stage::close);
    Rectangle2D place = places.get(room.id());
    Scene scene =
        new Scene(
            view,
            place == null ? WIDTH : place.getWidth(),
            place == null ? HEIGHT : place.getHeight());
    stage.setScene(scene);
    stage.titleProperty().bind(room.nameProperty().map(name -> room.label()));
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    if (place != null) {
      stage.setX(place.getMinX());
      stage.setY(place.getMinY());
    }
    stages.put(screen, new Open(room.id(), stage, Look.follow(scene, app.settings())));
    stage.setOnHidden(event -> server.windows().close(screen));
    stage.show();
    view.toComposer();
  }

  private void close(RoomScreen screen) {
    Open open = stages.remove(screen);
    if (open != null) {
      Scene scene = open.stage.getScene();
      places.put(
          open.room,
          new Rectangle2D(
              open.stage.getX(), open.stage.getY(), scene.getWidth(), scene.getHeight()));
      open.look.unsubscribe();
      open.stage.titleProperty().unbind();
      open.stage.close();
      scene.setRoot(new Region()); // So that nothing that lives on still tells the old one.
    }
  }
}
