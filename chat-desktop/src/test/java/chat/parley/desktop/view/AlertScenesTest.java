package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.WIDTH;
import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.shown;

import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.view.look.Look;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.alerts.AlertSettings;
import chat.parley.desktop.viewmodel.alerts.QuietHours;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;

/** How a person is told, and where that is chosen, looks as it did when last looked at. */
class AlertScenesTest {
  private static final AlertPreferences BUSY_NIGHTS =
      AlertPreferences.USUAL
          .withSound(true)
          .withKeywords(List.of("printer", "server room"))
          .withQuietHours(
              new QuietHours(
                  true,
                  LocalTime.of(20, 0),
                  LocalTime.of(7, 30),
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));

  @Themes
  void aMessageInAnotherRoom(Theme theme) {
    Office office = ScenesTest.office();
    Scene scene = entered(office, theme);
    Fx.run(
        () -> {
          office
              .app
              .toasts()
              .add(
                  Toast.opening(
                      "Dara Novak in #helpdesk",
                      "@Ana Okafor the label printer on floor 2 is stuck again, can you have a look"
                          + " before the 14:00 walkthrough?",
                      () -> {}));
        });
    keep(scene, "alert-toast", theme);
  }

  @Themes
  void theSettings(Theme theme) {
    Office office = new Office();
    Scene scene = entered(office, theme, WIDTH, 1_080);
    Fx.run(
        () -> {
          AlertSettings alerts = office.app.alerts();
          alerts.chosenProperty().set(BUSY_NIGHTS);
          alerts.showTest();
        });
    Scenery.openSettings(scene, 3);
    keep(scene, "notification-settings", theme);
  }

  @Themes
  void theIcons(Theme theme) {
    Scene scene =
        Fx.call(
            () -> {
              FlowPane icons = new FlowPane(16, 16);
              icons.setPadding(new Insets(24));
              for (int count : new int[] {0, 1, 12, 100}) {
                for (Image image : AppIcon.images(count)) {
                  icons.getChildren().add(new ImageView(image));
                }
              }
              Scene made = new Scene(icons, 740, 1_200);
              Look.follow(made, settings(theme));
              return shown(made);
            });
    keep(scene, "icons", theme);
  }

  private static SettingsModel settings(Theme theme) {
    var settings = new SettingsModel(new FakePreferences());
    settings.themeProperty().set(theme);
    return settings;
  }
}
