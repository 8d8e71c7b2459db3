package chat.parley.desktop.app;

import chat.parley.desktop.platform.Facilities;
import chat.parley.desktop.platform.ServerProgram;
import chat.parley.desktop.view.AppView;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.desktop.viewmodel.settings.Language;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.discovery.Ways;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One person's app in one window: put together here, shown, and taken apart again. */
final class AppWindow implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AppWindow.class);

  /** Of files of servers that were looked at. */
  private static final long MOST_FILE_BYTES = 200L * 1024 * 1024;

  private final JavaFxThread fx = new JavaFxThread();
  private final DiskThread disk = new DiskThread(fx);
  private final Profile profile;
  private final Settings settings;
  private final ClientSessions sessions;
  private final AppModel model;
  private @Nullable HandOver handOver;
  private final SystemSide system;
  private volatile Predicate<Path> opener = _ -> false;

  /**
   * @param profile closed with this window, as {@code facilities} are
   */
  AppWindow(Profile profile, Facilities facilities) {
    this(profile, facilities, UnaryOperator.identity());
  }

  /**
   * @param time may put another time in the place of the computer's
   */
  AppWindow(Profile profile, Facilities facilities, UnaryOperator<Surroundings> time) {
    this.profile = profile;
    settings = Settings.read(profile.settings(), disk, System.getProperty("user.name", ""));
    // Before the first sentence is said, and then as long as the app is open.
    Language language = new SettingsModel(settings).languageProperty().get();
    Locale.setDefault(language.locale(Locale.getDefault()));
    var around = time.apply(new Surroundings(fx, disk, Clock.systemUTC(), ZoneId.systemDefault()));
    sessions =
        new ClientSessions(
            profile, agent(), facilities.secrets(), files(facilities), this::nextPicture);
    model = new AppModel(sessions, settings, around);
    system = new SystemSide(model, settings, facilities, around);
  }

  private ClientTransfers.Computer files(Facilities facilities) {
    var files = new LocalFiles(profile.outgoing(), InstantSource.system());
    return new ClientTransfers.Computer(
        files,
        new FileFolder(profile.files(), MOST_FILE_BYTES),
        new ComputerSounds(facilities.audio(), files),
        file -> opener.test(file));
  }

  /**
   * Complete when what is asked for before stands in the window: to build it and to talk with a
   * server at the same time takes a processor longer than one after the other.
   */
  private CompletionStage<?> nextPicture() {
    var shown = new CompletableFuture<Void>();
    fx.run(() -> fx.beforeFrame(() -> fx.run(() -> shown.complete(null))));
    return shown;
  }

  /** What opens a file of this computer with the program it belongs to; false when none does. */
  void setOpener(Predicate<Path> opens) {
    opener = opens;
  }

  AppModel model() {
    return model;
  }

  /** On the FX thread. */
  void show(Stage stage, CommandLine said) {
    Ways ways = said.ways();
    if (ways != null) {
      model.finding().finder(new NetworkFinder(ways, sessions.known().keys(), fx));
      sessions.known().lookBy(ways);
    }
    if (ServerProgram.canRun()) {
      model
          .hosting()
          .host(
              new OwnServer(
                  profile.server(),
                  Path.of(System.getProperty("user.home")),
                  announcing(ways),
                  version(),
                  fx));
    }
    WindowPlace place = settings.window();
    stage.setScene(AppView.scene(model, Clock.systemDefaultZone(), place.width(), place.height()));
    system.attach(stage);
    disk.execute(profile::keepIcon);
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
    stage.setOnHidden(_ -> model.closeRoomWindows());
    stage.show();
    takeOver(stage);
    // The first frame is on the screen before the disk or the network is touched for it.
    fx.beforeFrame(
        () ->
            fx.run(
                () -> {
                  model.start(said.server(), said.name());
                  if (said.invitation() != null) {
                    model.invited(said.invitation());
                  }
                }));
  }

  /** Without it a link that is opened later says that the app is open already. */
  private void takeOver(Stage stage) {
    try {
      handOver = HandOver.open(profile.handOver(), text -> fx.run(() -> taken(stage, text)));
    } catch (IOException e) {
      log.warn("Links that are opened while the app runs will not come here.", e);
    }
  }

  private void taken(Stage stage, String text) {
    WindowFront.toFront(stage);
    if (!text.isEmpty()) {
      model.invited(text);
    }
  }

  /** What is outside of the window: its settings, and how it tells of messages. */
  SystemSide system() {
    return system;
  }

  @Override
  public void close() throws IOException {
    if (handOver != null) {
      handOver.close();
    }
    system.close();
    model.close();
    disk.close();
    sessions.known().close();
    fx.close();
    profile.close();
  }

  /** The server that this app runs is found by the ways in which the app looks for others. */
  private static List<String> announcing(@Nullable Ways ways) {
    if (ways == null) {
      return List.of("--no-discovery");
    }
    String port = String.valueOf(ways.port());
    return ways.here()
        ? List.of("--bind", "127.0.0.1", "--discovery-port", port)
        : List.of("--discovery-port", port);
  }

  private static String agent() {
    return "Parley desktop " + version();
  }

  private static String version() {
    String version = AppWindow.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
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
