package chat.parley.desktop.view.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import chat.parley.desktop.viewmodel.Theme;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/**
 * Dresses a scene, and again whenever the theme changes. Pop-ups take over what their scene has.
 */
public final class Look {
  /** Applied in this order, after the colours; one for each view. */
  private static final List<String> SHEETS =
      List.of(
          "base",
          "controls",
          "list",
          "timeline",
          "sidebar",
          "room",
          "composer",
          "overlay",
          "login");

  private Look() {}

  /**
   * Keeps the scene in the colours of the theme until the answer is unsubscribed; {@code SYSTEM}
   * follows the computer's setting.
   */
  public static Subscription follow(Scene scene, ObservableValue<Theme> theme) {
    Fonts.load();
    ObservableValue<ColorScheme> system = Platform.getPreferences().colorSchemeProperty();
    return Subscription.combine(
        theme.subscribe(value -> dress(scene, isDark(value))),
        system.subscribe(() -> dress(scene, isDark(theme.getValue()))));
  }

  /** Whether the theme is dark at this moment. */
  public static boolean isDark(Theme theme) {
    return switch (theme) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private static void dress(Scene scene, boolean dark) {
    List<String> sheets = new ArrayList<>();
    sheets.add(url(dark ? "tokens-dark" : "tokens-light"));
    SHEETS.forEach(sheet -> sheets.add(url(sheet)));
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      sheets.add(url("square-popups"));
    }
    if (!sheets.equals(scene.getStylesheets())) {
      scene.setUserAgentStylesheet(
          (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
      scene.getStylesheets().setAll(sheets);
    }
  }

  private static String url(String sheet) {
    URL url = Look.class.getResource("/chat/parley/desktop/view/" + sheet + ".css");
    return Objects.requireNonNull(url, sheet).toExternalForm();
  }
}
