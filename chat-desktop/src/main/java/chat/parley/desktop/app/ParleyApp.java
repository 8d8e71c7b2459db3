package chat.parley.desktop.app;

import chat.parley.desktop.platform.Facilities;
import chat.parley.desktop.platform.Os;
import chat.parley.desktop.viewmodel.Texts;
import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parley as JavaFX starts and stops it. */
public final class ParleyApp extends Application {
  private static final Logger log = LoggerFactory.getLogger(ParleyApp.class);

  private @Nullable AppWindow window;

  @Override
  public void start(Stage stage) {
    CommandLine said = CommandLine.parse(getParameters().getRaw());
    Path folder = said.profile() == null ? Profile.usualFolder() : said.profile();
    try {
      Profile profile = Profile.open(folder);
      window = new AppWindow(profile, Facilities.ofThisComputer(profile.icon()));
      window.model().setBrowser(this::openInBrowser);
      window.setOpener(file -> openInBrowser(file.toUri().toString()));
      window.show(stage, said);
      remember(folder);
    } catch (CacheException e) {
      String link = said.invitation() == null ? "" : said.invitation();
      if (HandOver.give(Profile.handOver(folder), link)) {
        Platform.exit(); // The app that has the profile comes to the front.
        return;
      }
      giveUp(e);
    }
  }

  /** Three dimensions are what JavaFX draws by graphics cards only. */
  private static void remember(Path folder) {
    if (Os.current() == Os.LINUX && System.getProperty(Launcher.ORDER) == null) {
      boolean refused = !Platform.isSupported(ConditionalFeature.SCENE3D);
      Thread.ofVirtual().start(() -> KnownGraphics.of(folder).remember(refused));
    }
  }

  private boolean openInBrowser(String address) {
    try {
      getHostServices().showDocument(address);
      return true;
    } catch (RuntimeException e) {
      log.warn("No program of this computer opened an address.", e);
      return false;
    }
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
    if (window != null) {
      window.close();
    }
  }
}
