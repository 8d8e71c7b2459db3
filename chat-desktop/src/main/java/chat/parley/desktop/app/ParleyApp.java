package chat.parley.desktop.app;

import chat.parley.desktop.view.AppView;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the app together, opens its window, and takes it apart again. */
public final class ParleyApp extends Application {
  private static final Logger log = LoggerFactory.getLogger(ParleyApp.class);

  private final JavaFxThread fx = new JavaFxThread();
  private final DiskThread disk = new DiskThread(fx);
  private @Nullable Profile profile;
  private @Nullable AppModel model;

  @Override
  public void start(Stage stage) {
    CommandLine said = CommandLine.parse(getParameters().getRaw());
    Path folder = said.profile() == null ? Profile.usualFolder() : said.profile();
    Profile opened;
    try {
      opened = Profile.open(folder);
    } catch (CacheException e) {
      giveUp(e);
      return;
    }
    profile = opened;
    Settings settings = Settings.read(opened.settings(), disk, System.getProperty("user.name", ""));
    var around = new Surroundings(fx, disk, Clock.systemUTC(), ZoneId.systemDefault());
    AppModel app = new AppModel(new ClientSessions(opened, agent()), settings, around);
    model = app;
    show(stage, app, settings);
    // The first frame is on the screen before the disk or the network is touched for it.
    fx.beforeFrame(() -> fx.run(() -> app.start(said.server(), said.name())));
  }

  private static String agent() {
    String version = ParleyApp.class.getPackage().getImplementationVersion();
    return "Parley desktop " + (version == null ? "unpackaged" : version);
  }

  private void show(Stage stage, AppModel app, Settings settings) {
    WindowPlace place = settings.window();
    stage.setScene(AppView.scene(app, Clock.systemDefaultZone(), place.width(), place.height()));
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

  private static void giveUp(CacheException e) {
    log.error("{}", e.getMessage());
    var alert = new Alert(Alert.AlertType.INFORMATION, e.getMessage(), ButtonType.OK);
    alert.setTitle(Texts.of("app.title"));
    alert.setHeaderText(null);
    alert.setOnHidden(_ -> Platform.exit());
    alert.show();
  }

  @Override
  public void stop() throws IOException {
    if (model != null) {
      model.close();
    }
    disk.close();
    fx.close();
    if (profile != null) {
      profile.close();
    }
  }
}
