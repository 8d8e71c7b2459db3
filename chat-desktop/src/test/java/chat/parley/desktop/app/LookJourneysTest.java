package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.look.Motion;
import chat.parley.server.ServerProcess;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the window looks is found by search, chosen by hand, and kept: a real server. */
@Tag("fault")
class LookJourneysTest {
  private final Locale before = Fx.call(Locale::getDefault);

  @TempDir Path folder;

  @AfterEach
  void backToTheLanguageOfTheTests() {
    Locale.setDefault(before);
  }

  @Test
  void whatIsChosenInTheSettingsIsSeenAtOnceAndAfterTheNextStart() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("server"))) {
      double large;
      try (Desk ann = Desk.open(folder.resolve("ann"))) {
        ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
        ann.say("A first line");
        ann.row("A first line");
        choose(ann, "colours", "Theme", "Dark");
        Fx.await(() -> brightness(ann) < 0.3);
        choose(ann, "colours", "Theme", "High contrast");
        Fx.await(() -> brightness(ann) == 0);
        choose(ann, "colours", "Theme", "System");
        boolean dark =
            Fx.call(() -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        Fx.await(() -> brightness(ann) > 0 && brightness(ann) < 0.3 == dark);
        choose(ann, "colours", "Theme", "Light");
        Fx.await(() -> brightness(ann) > 0.7);

        choose(ann, "pictures", "Density", "Compact");
        Fx.await(() -> is(ann, "compact"));
        ann.row("A first line");
        choose(ann, "pictures", "Density", "Cozy");
        Fx.await(() -> is(ann, "cozy") && !is(ann, "compact"));
        choose(ann, "pictures", "Density", "Comfortable");
        Fx.await(() -> is(ann, "comfortable") && !is(ann, "cozy"));

        double usual = Fx.call(() -> header(ann).getHeight());
        choose(ann, "text size", "Text size", "110%");
        Fx.await(() -> header(ann).getHeight() > usual * 1.05);
        large = Fx.call(() -> header(ann).getHeight());

        ann.openSettings("motion");
        ann.click(".toggle-switch");
        Fx.await(() -> Motion.isReduced(ann.scene().getRoot()));
        ann.closeSettings();
        choose(ann, "language", "Language", "Deutsch");
        assertThat(Fx.call(() -> ann.sees("Rooms"))).as("from the next start on").isTrue();
      }
      try (Desk ann = Desk.open(folder.resolve("ann"))) {
        ann.awaitText("Räume");
        ann.row("A first line");
        Fx.await(() -> header(ann) != null && header(ann).getHeight() == large);
        assertThat(Fx.call(() -> Motion.isReduced(ann.scene().getRoot()))).isTrue();
        assertThat(Fx.call(() -> brightness(ann))).isGreaterThan(0.7);
        ann.openSettings("dichte");
        ann.awaitText("Gemütlich");
        ann.push(KeyCode.ESCAPE);
        ann.push(KeyCode.ESCAPE);
      }
    }
  }

  @Test
  void theColoursOfTheSystemAreFollowedWhileTheAppRuns() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("server"));
        Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
      systemIs(ColorScheme.LIGHT);
      choose(ann, "colours", "Theme", "System");
      Fx.await(() -> brightness(ann) > 0.7);
      systemIs(ColorScheme.DARK);
      Fx.await(() -> brightness(ann) < 0.3);
      systemIs(ColorScheme.LIGHT);
      Fx.await(() -> brightness(ann) > 0.7);
      choose(ann, "colours", "Theme", "Light");
      systemIs(ColorScheme.DARK);
      ann.say("Still bright here");
      ann.row("Still bright here");
      assertThat(Fx.call(() -> brightness(ann))).isGreaterThan(0.7);
    } finally {
      systemIs(null);
    }
  }

  /** As its desktop says it; null for what it really is. */
  private static void systemIs(ColorScheme scheme) {
    Fx.run(
        () -> {
          try {
            Object system = Platform.getPreferences();
            Field known = system.getClass().getDeclaredField("properties");
            known.setAccessible(true);
            Method set = known.getType().getDeclaredMethod("setColorScheme", ColorScheme.class);
            set.setAccessible(true);
            set.invoke(known.get(system), scheme);
          } catch (ReflectiveOperationException e) {
            throw new AssertionError("JavaFX keeps the colours of the system elsewhere now.", e);
          }
        });
  }

  private static void choose(Desk desk, String search, String setting, String choice) {
    desk.openSettings(search);
    desk.chooseSetting(setting, choice);
    desk.closeSettings();
  }

  /** Of the ground on which all stands; on the FX thread. */
  private static double brightness(Desk desk) {
    var root = (Region) desk.scene().getRoot();
    var fills = root.getBackground() == null ? null : root.getBackground().getFills();
    return fills == null || fills.isEmpty()
        ? Double.NaN
        : ((Color) fills.getLast().getFill()).getBrightness();
  }

  private static boolean is(Desk desk, String density) {
    return desk.scene()
        .getRoot()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass(density));
  }

  /** Null while there is none; on the FX thread. */
  private static Region header(Desk desk) {
    return (Region) desk.scene().getRoot().lookup(".header");
  }
}
