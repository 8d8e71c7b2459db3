package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.openSettings;

import chat.parley.desktop.viewmodel.Theme;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Each page of the settings, and the search over them. Notifications stand in AlertScenesTest. */
class SettingsScenesTest {
  private final Office office = ScenesTest.office();

  @Themes
  void whoIAm(Theme theme) {
    keep(page(theme, 0), "settings-profile", theme);
  }

  @Themes
  void howItLooks(Theme theme) {
    keep(page(theme, 1), "settings-appearance", theme);
  }

  @Test
  void howItLooksInHighContrast() {
    keep(page(Theme.CONTRAST, 1), "settings-appearance", Theme.CONTRAST);
  }

  @Themes
  void howMessagesAreWritten(Theme theme) {
    keep(page(theme, 2), "settings-messages", theme);
  }

  @Themes
  void whichLanguageItSpeaks(Theme theme) {
    keep(page(theme, 4), "settings-language", theme);
  }

  @Themes
  void theServers(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(office::enterLab);
    openSettings(scene, 5);
    keep(scene, "settings-servers", theme);
  }

  @Themes
  void theKeys(Theme theme) {
    keep(page(theme, 6), "settings-keys", theme);
  }

  @Themes
  void whatItIs(Theme theme) {
    keep(page(theme, 7), "settings-about", theme);
  }

  @Themes
  void aSearchOverAll(Theme theme) {
    Scene scene = page(theme, 1);
    Fx.run(
        () -> {
          TextField field = Fx.find(scene, "#settings-search", TextField.class);
          field.requestFocus();
          field.setText("text");
        });
    keep(scene, "settings-search", theme);
  }

  private Scene page(Theme theme, int index) {
    Scene scene = entered(office, theme);
    openSettings(scene, index);
    return scene;
  }
}
