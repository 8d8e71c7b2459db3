package chat.parley.desktop.app;

import chat.parley.desktop.platform.Os;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/**
 * The main class. It does not extend Application itself: Java would then look for JavaFX on the
 * module path before anything of ours runs.
 */
public final class Launcher {
  /** Kept here, since java.util.logging forgets the level of a logger that nobody holds. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  /** JavaFX's own: which ways of drawing it tries. */
  static final String ORDER = "prism.order";

  private Launcher() {}

  public static void main(String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.println(CommandLine.help());
      return;
    }
    Path folder;
    try {
      CommandLine said = CommandLine.parse(List.of(args));
      folder = said.profile() == null ? Profile.usualFolder() : said.profile();
      AppLog.into(Profile.logs(folder));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    // On one thread: what is told while logging begins on another one is lost when the app ends.
    LoggerFactory.getILoggerFactory();
    HeadStart.begin();
    // Its one warning is that JavaFX is on the class path, where it works and is tested.
    JAVAFX.setLevel(Level.SEVERE);
    // Out of JavaFX's cache of boxes some come with a line of their neighbour there.
    System.setProperty("prism.disableRegionCaching", "true");
    drawAsKnown(folder);
    try {
      Application.launch(ParleyApp.class, args);
    } catch (UnsupportedOperationException e) {
      LoggerFactory.getLogger(Launcher.class).info("No window can be opened", e);
      System.err.println(
          "There is no display to open a window on. ./parley server runs a server without one.");
      System.exit(1);
    }
  }

  private static void drawAsKnown(Path profile) {
    if (Os.current() == Os.LINUX
        && System.getProperty(ORDER) == null
        && KnownGraphics.of(profile).areRefused()) {
      System.setProperty(ORDER, "sw");
    }
  }
}
