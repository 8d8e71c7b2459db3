package chat.parley.desktop.app;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** An app in a process of its own, closed into its tray and then ended from there. */
public final class QuittingApp extends Application {
  static final String IN_TRAY = "in the tray";
  static final String STOPPED = "stopped";

  private AppWindow window;

  /** The one argument is the folder of the profile. */
  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    var computer = new FakeComputer();
    Path profile = Path.of(getParameters().getRaw().getFirst());
    window = new AppWindow(Profile.open(profile), computer.facilities());
    window.show(stage, CommandLine.parse(java.util.List.of()));
    var settings = window.system().systemSettings();
    settings.closesToTrayProperty().set(true);
    settings
        .trayProperty()
        .subscribe(
            there -> {
              if (there) {
                stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                System.out.println(stage.isShowing() ? "still there" : IN_TRAY);
                computer.choose("Quit");
              }
            });
  }

  @Override
  public void stop() throws IOException {
    window.close();
    System.out.println(STOPPED);
  }
}
