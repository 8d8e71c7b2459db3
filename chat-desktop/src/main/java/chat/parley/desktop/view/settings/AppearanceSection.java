package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.settings.SettingsRow.Place;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.settings.Density;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** How everything looks. */
final class AppearanceSection {
  private AppearanceSection() {}

  static SettingsSection of(SettingsModel settings) {
    return new SettingsSection(
        Texts.of("view.settings.appearance"),
        Feather.SLIDERS,
        List.of(theme(settings), density(settings), textSize(settings), motion(settings)));
  }

  private static SettingsRow theme(SettingsModel settings) {
    return new SettingsRow(
        Texts.of("view.settings.theme"),
        Texts.of("view.settings.theme.hint"),
        new Segments<>(
            Texts.of("view.settings.theme"),
            List.of(Theme.SYSTEM, Theme.LIGHT, Theme.DARK, Theme.CONTRAST),
            theme ->
                Texts.of(
                    switch (theme) {
                      case SYSTEM -> "view.settings.theme.system";
                      case LIGHT -> "view.settings.theme.light";
                      case DARK -> "view.settings.theme.dark";
                      case CONTRAST -> "view.settings.theme.contrast";
                    }),
            settings.themeProperty()),
        Place.BELOW);
  }

  private static SettingsRow density(SettingsModel settings) {
    return new SettingsRow(
        Texts.of("view.settings.density"),
        Texts.of("view.settings.density.hint"),
        new Segments<>(
            Texts.of("view.settings.density"),
            List.of(Density.values()),
            density ->
                Texts.of(
                    switch (density) {
                      case COMFORTABLE -> "view.settings.density.comfortable";
                      case COZY -> "view.settings.density.cozy";
                      case COMPACT -> "view.settings.density.compact";
                    }),
            settings.densityProperty()),
        Place.BELOW);
  }

  private static SettingsRow textSize(SettingsModel settings) {
    return new SettingsRow(
        Texts.of("view.settings.text.size"),
        Texts.of("view.settings.text.size.hint"),
        new Segments<>(
            Texts.of("view.settings.text.size"),
            SettingsModel.TEXT_SIZES,
            percent -> Texts.of("view.settings.text.percent", percent),
            settings.textSizeProperty()),
        Place.BELOW);
  }

  private static SettingsRow motion(SettingsModel settings) {
    return new SettingsRow(
        Texts.of("view.settings.motion"),
        Texts.of("view.settings.motion.hint"),
        Switches.of(Texts.of("view.settings.motion"), settings.reducedMotionProperty()),
        Place.BESIDE);
  }
}
