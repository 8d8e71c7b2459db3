package chat.parley.desktop.app;

import chat.parley.desktop.view.AppView;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** One person's app in one window: put together here, shown, and taken apart again. */
final class AppWindow implements AutoCloseable {
  private final JavaFxThread fx = new JavaFxThread();
  private final DiskThread disk = new DiskThread(fx);
  private final Profile profile;
  private final Settings settings;
  private final AppModel model;

  /**
   * @param profile closed with this window
   */
  AppWindow(Profile profile) {
    this.profile = profile;
    settings = Settings.read(profile.settings(), disk, System.getProperty("user.name", ""));
    var around = new Surroundings(fx, disk, Clock.systemUTC(), ZoneId.systemDefault());
    model = new AppModel(new ClientSessions(profile, agent()), settings, around);
  }

  AppModel model() {
    return model;
  }

  /** On the FX thread. */
  void show(Stage stage, CommandLine said) {
    WindowPlace place = settings.window();
    stage.setScene(AppView.scene(model, Clock.systemDefaultZone(), place.width(), place.height()));
    stage.setTitle(Texts.of("app.title"));
    stage.setMinWidth(WindowPlace.MIN_WIDTH);
    stage.setMinHeight(WindowPlace.MIN_HEIGHT);
    if (onSomeScreen(place)) {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
    }
    stage.setMaximized(place.maximized());
    stage.setOnHiding(_ -> settings.window(placeOf(stage)));
    stage.show();
    // The first frame is on the screen before the disk or the network is touched for it.
    fx.beforeFrame(() -> fx.run(() -> model.start(said.server(), said.name())));
  }

  @Override
  public void close() throws IOException {
    model.close();
    disk.close();
    fx.close();
    profile.close();
  }

  private static String agent() {
    String version = AppWindow.class.getPackage().getImplementationVersion();
    return "Parley desktop " + (version == null ? "unpackaged" : version);
  }

  /** A screen that was there last time may be gone. */
  private static boolean onSomeScreen(WindowPlace place) {
    if (Double.isNaN(place.x()) || Double.isNaN(place.y())) {
      return false;
    }
    var window = new Rectangle2D(place.x(), place.y(), place.width(), place.height());
    return !Screen.getScreensForRectangle(window).isEmpty();
  }

  private static WindowPlace placeOf(Stage stage) {
    return new WindowPlace(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }
}
