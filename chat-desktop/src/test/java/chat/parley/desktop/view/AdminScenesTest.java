package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Rank;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages for who runs a server, in light and in dark. */
class AdminScenesTest {
  private final Office office = new Office();

  @Themes
  void everybodyWhoEverCameIn(Theme theme) {
    keep(opened(theme, 0), "admin-people", theme);
  }

  @Themes
  void rooms(Theme theme) {
    keep(opened(theme, 1), "admin-rooms", theme);
  }

  @Themes
  void whatIsSaidToEverybody(Theme theme) {
    keep(opened(theme, 6), "admin-announce", theme);
  }

  @Themes
  void invitations(Theme theme) {
    keep(opened(theme, 2), "admin-invites", theme);
  }

  @Themes
  void reports(Theme theme) {
    keep(opened(theme, 3), "admin-reports", theme);
  }

  @Themes
  void nobodyIsBanned(Theme theme) {
    keep(opened(theme, 4), "admin-bans-none", theme);
  }

  @Themes
  void settings(Theme theme) {
    keep(opened(theme, 5), "admin-settings", theme);
  }

  @Themes
  void theLimitsOfMessagesStandAtTheEndOfTheSettingsAndSaveWithThem(Theme theme) {
    Scene scene = opened(theme, 5);
    Fx.run(() -> Fx.find(scene, ".settings-page .quiet-scroll", ScrollPane.class).setVvalue(1));
    Fx.run(() -> choose(scene, "500 characters"));
    keep(scene, "admin-settings-limits", theme);
  }

  @Themes
  void health(Theme theme) {
    keep(opened(theme, 7), "admin-health", theme);
  }

  @Themes
  void theLogOfWhatWasDone(Theme theme) {
    keep(opened(theme, 8), "admin-audit", theme);
  }

  @Themes
  void aPageThatTheServerDoesNotAnswer(Theme theme) {
    office.server.up = false;
    keep(opened(theme, 8), "admin-failed", theme);
  }

  @Themes
  void aCodeThatIsToldOnce(Theme theme) {
    Scene scene = opened(theme, 2);
    Fx.run(() -> Fx.find(scene, "#invite-create", Button.class).fire());
    keep(scene, "admin-code", theme);
  }

  @Themes
  void forHowLongAndWhySomebodyIsKeptOut(Theme theme) {
    Scene scene = opened(theme, 0);
    Fx.run(() -> AdminOffice.ban(scene, "Bruno Silva"));
    keep(scene, "admin-ban", theme);
  }

  @Themes
  void somethingIsAnnouncedToEverybodyAndIAmMuted(Theme theme) {
    office.said(0, "9:02 Bruno Silva: Morning all\n9:40 Chen Wei: Floor plan is updated");
    Scene scene = Scenery.entered(office, theme);
    Fx.run(
        () -> {
          office.listener.onAnnounced(
              new Event.Announced(
                  "The server is restarted at six. Whatever you write until then is kept.",
                  "Greta Lund",
                  office.at(0, "10:00"),
                  office.at(0, "18:00")));
          office.listener.onRoom(
              new RoomState(
                  Office.GENERAL, 2, 2, 0, 0, Rank.MEMBER, List.of(), office.at(0, "11:15"), 0));
        });
    keep(scene, "announced-and-muted", theme);
  }

  @Test
  void saveIsInSightWhereverTheSettingsAreScrolledTo() {
    Scene scene = opened(Theme.LIGHT, 5);
    ScrollPane page =
        Fx.call(() -> Fx.find(scene, ".settings-page .quiet-scroll", ScrollPane.class));
    Button save = Fx.call(() -> Fx.find(scene, "#server-save", Button.class));
    for (int end = 0; end <= 1; end++) {
      double at = end;
      Fx.run(() -> page.setVvalue(at));
      Fx.settle(scene);
      assertThat(Fx.call(() -> save.localToScene(save.getBoundsInLocal()).getMaxY()))
          .isLessThanOrEqualTo(Scenery.HEIGHT);
    }
    Fx.run(() -> scene.getWindow().hide());
  }

  private static void choose(Scene scene, String words) {
    scene.getRoot().lookupAll(".toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(button -> words.equals(button.getText()))
        .forEach(ToggleButton::fire);
  }

  private Scene opened(Theme theme, int page) {
    AdminOffice.fill(office);
    Scene scene = Scenery.entered(office, theme);
    Fx.run(() -> AdminOffice.open(office, scene, page));
    Fx.settle(scene);
    return scene;
  }

  private void keep(Scene scene, String name, Theme theme) {
    Fx.run(office.fx::settle);
    Scenery.keep(scene, name, theme);
  }

  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"LIGHT", "DARK"})
  @interface Themes {}
}
