package chat.parley.desktop.view;

import static chat.parley.desktop.testing.FakeFinder.seen;
import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.openSettings;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.desktop.testing.FakeFinder;
import chat.parley.desktop.testing.FakeHost;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.Screen;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.outside.Host;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** Each page of the settings, and the search over them. Notifications stand in AlertScenesTest. */
class SettingsScenesTest {
  private final Office office = ScenesTest.office();
  private final FakeFinder network = new FakeFinder();
  private final FakeHost host = new FakeHost();

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
  void theServerOfThisComputerAndThoseOnTheNetwork(Theme theme) {
    Scene scene = onANetwork(theme);
    Fx.run(
        () -> {
          host.starts = Host.Start.WITH_COMPUTER;
          office.app.hosting().host(host);
          network.see(
              seen("Floor 2 office", 1, 12, Acquaintance.KNOWN, "192.168.1.5"),
              seen("Workshop", 2, 1, Acquaintance.NEW, "192.168.1.77"));
        });
    keep(scene, "settings-servers-here", theme);
  }

  @Themes
  void whyAServerIsNotFound(Theme theme) {
    Scene scene = onANetwork(theme);
    Fx.run(() -> Fx.find(scene, "#found-why", Button.class).fire());
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, ".settings-page .quiet-scroll", ScrollPane.class).setVvalue(1));
    keep(scene, "settings-servers-why", theme);
  }

  @Test
  void theNetworkIsLookedAtWhileThePageIsOpenAndWhatIsChosenThereStandsInTheForm() {
    Scene scene = onANetwork(Theme.LIGHT);
    assertThat(network.searches()).isEqualTo(1);
    Fx.run(() -> network.see(seen("Workshop", 2, 1, Acquaintance.NEW, "192.168.1.77")));
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, ".found-row", Button.class).fire());
    Fx.settle(scene);
    assertThat(Fx.call(() -> office.app.screenProperty().get())).isEqualTo(Screen.LOGIN);
    assertThat(Fx.call(() -> office.app.login().addressProperty().get()))
        .isEqualTo("192.168.1.77:7070");
    assertThat(network.searches()).isEqualTo(1);
    Fx.run(() -> office.app.login().cancel());
    assertThat(network.searches()).isZero();
    openSettings(scene, 5);
    assertThat(network.searches()).isEqualTo(1);
    Fx.run(() -> Fx.find(scene, "#settings-close", Button.class).fire());
    assertThat(network.searches()).isZero();
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void whyCanBeAskedAndGoneBackFrom() {
    Scene scene = onANetwork(Theme.LIGHT);
    Fx.run(() -> Fx.find(scene, "#found-why", Button.class).fire());
    assertThat(network.checked).hasSize(1);
    Fx.run(() -> Fx.find(scene, "#why-again", Button.class).fire());
    assertThat(network.checked).hasSize(2);
    Fx.run(() -> Fx.find(scene, "#why-back", Button.class).fire());
    Fx.settle(scene);
    assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isEqualTo("found-why");
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void theServerOfThisComputerIsStartedAndStoppedFromItsPage() {
    Scene scene = onANetwork(Theme.LIGHT);
    office.server.up = true;
    Fx.run(() -> office.app.hosting().host(host));
    Fx.settle(scene);
    assertThat(state(scene)).isEqualTo("No server runs on this computer.");
    Fx.run(() -> Fx.find(scene, "#host-name", TextField.class).setText("Ana's desk"));
    Fx.run(() -> Fx.find(scene, "#host-start", Button.class).fire());
    Fx.settle(scene);
    assertThat(host.called).containsExactly("Ana's desk");
    assertThat(Fx.call(() -> office.app.login().addressProperty().get()))
        .isEqualTo("127.0.0.1:7071");
    Fx.run(() -> office.app.login().cancel());
    Fx.run(() -> office.app.login().cancel());
    openSettings(scene, 5);
    assertThat(state(scene)).isEqualTo("Your server runs. Others reach it at 192.168.1.5:7071.");
    Fx.run(() -> Fx.find(scene, "#host-stop", Button.class).fire());
    Fx.settle(scene);
    assertThat(state(scene)).isEqualTo("No server runs on this computer.");
    Fx.run(() -> scene.getWindow().hide());
  }

  private static String state(Scene scene) {
    return Fx.call(() -> Fx.find(scene, "#host-state", Label.class).getText());
  }

  private Scene onANetwork(Theme theme) {
    office.app.finding().finder(network);
    Scene scene = entered(office, theme, Scenery.WIDTH, 860);
    openSettings(scene, 5);
    Fx.settle(scene);
    return scene;
  }

  @Themes
  void theKeys(Theme theme) {
    keep(page(theme, 6), "settings-keys", theme);
  }

  @Themes
  void whatItIs(Theme theme) {
    keep(page(theme, 7), "settings-about", theme);
  }

  @Test
  void whatTheServerIsIsSaidWhileThereIsAConnection() {
    Scene scene = page(Theme.LIGHT, 7);
    Fx.settle(scene);
    assertThat(server(scene)).isEqualTo("0.1.0");
    Fx.run(() -> office.link(LinkState.WAITING));
    assertThat(server(scene)).isEqualTo("not connected");
    Fx.run(() -> scene.getWindow().hide());
  }

  private static String server(Scene scene) {
    return Fx.call(() -> Fx.find(scene, "#server-version", Label.class).getText());
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
