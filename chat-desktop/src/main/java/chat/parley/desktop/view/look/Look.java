package chat.parley.desktop.view.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.settings.Density;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * Dresses a scene, and again whenever what was chosen about it changes. Pop-ups take over what
 * their scene has.
 */
public final class Look {
  /** Applied in this order, after the colours; one for each view. */
  private static final List<String> SHEETS =
      List.of(
          "base",
          "controls",
          "list",
          "timeline",
          "body",
          "message",
          "sidebar",
          "overview",
          "room",
          "composer",
          "files",
          "search",
          "emoji",
          "overlay",
          "people",
          "switcher",
          "settings",
          "settings-parts",
          "admin",
          "login",
          "density");

  private Look() {}

  /** Keeps the scene as it was chosen until the answer is unsubscribed. */
  public static Subscription follow(Scene scene, SettingsModel settings) {
    Fonts.load();
    Platform.Preferences computer = Platform.getPreferences();
    ObservableValue<ColorScheme> system = computer.colorSchemeProperty();
    Runnable dress = () -> dress(scene, settings);
    Runnable still = () -> Motion.reduce(scene, settings.reducedMotionProperty().get());
    still.run();
    return Subscription.combine(
        settings.themeProperty().subscribe(_ -> dress.run()),
        settings.textSizeProperty().subscribe(dress),
        system.subscribe(dress),
        settings.densityProperty().subscribe(density -> space(scene, density)),
        settings.reducedMotionProperty().subscribe(still));
  }

  /** Whether the theme is dark at this moment. */
  public static boolean isDark(Theme theme) {
    return isDark(theme, Platform.getPreferences().getColorScheme());
  }

  static boolean isDark(Theme theme, ColorScheme system) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK, CONTRAST -> true;
      case SYSTEM -> system == ColorScheme.DARK;
    };
  }

  private static void dress(Scene scene, SettingsModel settings) {
    Theme theme = settings.themeProperty().get();
    int percent = settings.textSizeProperty().get();
    List<String> sheets = new ArrayList<>();
    sheets.add(Sheets.url(tokens(theme), percent));
    SHEETS.forEach(sheet -> sheets.add(Sheets.url(sheet, percent)));
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      sheets.add(Sheets.url("square-popups", percent));
    }
    if (!sheets.equals(scene.getStylesheets())) {
      scene.setUserAgentStylesheet(
          (isDark(theme) ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
      scene.getStylesheets().setAll(sheets);
    }
  }

  private static String tokens(Theme theme) {
    if (theme == Theme.CONTRAST) {
      return "tokens-contrast";
    }
    return isDark(theme) ? "tokens-dark" : "tokens-light";
  }

  /** The root has a pseudo-class of the density's name, by which the stylesheets go. */
  private static void space(Scene scene, Density now) {
    for (Density density : Density.values()) {
      scene
          .getRoot()
          .pseudoClassStateChanged(
              PseudoClass.getPseudoClass(density.name().toLowerCase(Locale.ROOT)), density == now);
    }
  }
}
