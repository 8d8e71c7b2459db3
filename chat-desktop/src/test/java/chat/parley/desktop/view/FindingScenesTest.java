package chat.parley.desktop.view;

import static chat.parley.desktop.testing.FakeFinder.seen;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.scene;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.testing.FakeFinder;
import chat.parley.desktop.testing.FakeHost;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.outside.Finder.Answer;
import chat.parley.desktop.viewmodel.outside.Finder.Checkup;
import chat.parley.desktop.viewmodel.outside.Finder.Knock;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** How the first screen shows the servers that are on the network, and why there are none. */
class FindingScenesTest {
  private final FakeFinder network = new FakeFinder();

  @Themes
  void serversOnTheNetwork(Theme theme) {
    Scene scene = looking(theme);
    Fx.run(this::seeThree);
    Fx.settle(scene);
    Fx.run(() -> row(scene, 1).fire());
    keep(scene, "login-found", theme);
  }

  @Themes
  void whoHasANameIsOnePressAwayFromTheOnlyServer(Theme theme) {
    Office office = new Office();
    office.met = false;
    Scene scene = looking(office, theme);
    Fx.settle(scene);
    Fx.run(() -> ((TextField) scene.lookup("#login-name")).requestFocus());
    Fx.run(() -> ((TextField) scene.lookup("#login-name")).selectAll());
    Fx.run(() -> network.see(seen("Floor 2 office", 1, 12, Acquaintance.NEW, "192.168.1.5")));
    Fx.settle(scene);
    assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isEqualTo("login-join");
    keep(scene, "login-found-one", theme);
  }

  @Themes
  void whereNobodyAnswersOneCanBeStarted(Theme theme) {
    Office office = new Office();
    Scene scene = looking(office, theme);
    office.app.hosting().host(new FakeHost());
    Fx.run(() -> office.app.login().addressProperty().set(""));
    Fx.run(() -> office.fx.pass(Duration.ofSeconds(4)));
    keep(scene, "login-none", theme);
    double room = Fx.call(() -> Fx.find(scene, "#host-name", TextField.class).getWidth());
    assertThat(room).as("for a longer name too").isGreaterThan(300);
  }

  @Themes
  void whoStopsAServerWithOthersOnItIsAskedFirst(Theme theme) throws Exception {
    Office office = new Office();
    FakeHost computer = new FakeHost();
    computer.own = Invitation.parse("parley://127.0.0.1:7070/#pin=" + "1".repeat(64));
    computer.start("Floor 2 office", _ -> {}, _ -> {});
    Fx.run(() -> office.app.hosting().host(computer));
    Scene scene = looking(office, theme);
    Fx.run(() -> network.see(seen("Floor 2 office", 1, 12, Acquaintance.KNOWN, "192.168.1.5")));
    Fx.settle(scene);
    Fx.run(() -> office.app.hosting().stop());
    Fx.settle(scene);
    assertThat(Fx.<Node>call(() -> scene.lookup("#host-stop-do"))).isNotNull();
    keep(scene, "host-stop", theme);
  }

  @Test
  void theFirstScreenHasTheKeyboardInAField() {
    Scene scene = looking(new Office(), Theme.LIGHT);
    Fx.settle(scene);
    assertThat(Fx.call(() -> scene.getFocusOwner().getId())).isIn("login-name", "login-address");
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void whatIsOfferedForWantOfAServerStepsBackOnceThereIsOne() {
    Office office = new Office();
    Scene scene = looking(office, Theme.LIGHT);
    office.app.hosting().host(new FakeHost());
    Fx.run(() -> office.fx.pass(Duration.ofSeconds(4)));
    Fx.settle(scene);
    assertThat(placeOfHostLine(scene)).isLessThan(placeOf(scene, "#login-name"));
    Fx.run(this::seeThree);
    Fx.settle(scene);
    assertThat(placeOfHostLine(scene)).isGreaterThan(placeOf(scene, "#login-join"));
    Fx.run(() -> scene.getWindow().hide());
  }

  private static double placeOfHostLine(Scene scene) {
    return placeOf(scene, "#host-start");
  }

  private static double placeOf(Scene scene, String selector) {
    return Fx.call(
        () -> {
          Node node = scene.lookup(selector);
          return node.localToScene(node.getBoundsInLocal()).getMinY();
        });
  }

  @Themes
  void nothingIsFoundYet(Theme theme) {
    keep(looking(theme), "login-looking", theme);
  }

  @Themes
  void nothingFoundAndWhy(Theme theme) {
    Scene scene = looking(theme);
    network.checkup =
        new Checkup(
            List.of("192.168.1.20"),
            List.of("172.17.0.1"),
            List.of(new Knock(new ServerAddress("office-pc", 7070), Answer.SHUT, true)),
            false);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, "#found-why", Button.class).fire());
    keep(scene, "login-why", theme);
  }

  @Test
  void chosenServerStandsInTheFormAndTheKeyboardKeepsItsPlaceInTheList() {
    Office office = new Office();
    Scene scene = looking(office, Theme.LIGHT);
    Fx.run(this::seeThree);
    Fx.settle(scene);
    Fx.run(
        () -> {
          row(scene, 0).fire();
          assertThat(office.app.login().addressProperty().get()).isEqualTo("192.168.1.5:7070");
          Button lab = row(scene, 2);
          lab.requestFocus();
          network.see(
              seen("Floor 2 office", 1, 13, Acquaintance.KNOWN, "192.168.1.5"),
              seen("Workshop", 2, 1, Acquaintance.NEW, "192.168.1.77"),
              seen("Lab", 0, 4, Acquaintance.OPEN, "192.168.1.130"));
          assertThat(scene.getFocusOwner()).isSameAs(lab).isSameAs(row(scene, 2));
          assertThat(lab.getAccessibleText()).contains("4 people online");
          assertThat(row(scene, 2).getAccessibleText()).contains("Lab", "Not encrypted");
          scene.getWindow().hide();
        });
  }

  @Test
  void appThatDoesNotLookShowsNoList() {
    Office office = new Office();
    Scene scene = scene(office, Theme.LIGHT, Scenery.WIDTH, 800);
    Fx.run(office::open);
    Fx.settle(scene);
    assertThat(Fx.<Node>call(() -> scene.lookup(".found")).isVisible()).isFalse();
    Fx.run(() -> scene.getWindow().hide());
  }

  private void seeThree() {
    network.see(
        seen("Floor 2 office", 1, 12, Acquaintance.KNOWN, "192.168.1.5"),
        seen("Workshop", 2, 1, Acquaintance.NEW, "192.168.1.77"),
        seen("Lab", 0, 0, Acquaintance.OPEN, "192.168.1.130"));
  }

  private Scene looking(Theme theme) {
    return looking(new Office(), theme);
  }

  private Scene looking(Office office, Theme theme) {
    office.app.finding().finder(network);
    Scene scene = scene(office, theme, Scenery.WIDTH, 860);
    Fx.run(office::open);
    return scene;
  }

  private static Button row(Scene scene, int index) {
    return (Button) scene.getRoot().lookupAll(".found-row").toArray()[index];
  }
}
