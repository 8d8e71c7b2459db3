package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** Rooms and people look as they did when somebody last looked at them, in light and in dark. */
class RoomScenesTest {
  private final Office office = EveryRoom.office();

  @Themes
  void theSidebar(Theme theme) {
    Scene scene = entered(theme, 1120, 860);
    Fx.run(() -> office.home().rooms().selectedProperty().set(room("Bruno Silva")));
    save(scene, "sidebar", theme);
  }

  @Themes
  void aNewRoom(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.run(
        () -> {
          Fx.find(scene, "#add-room", Button.class).fire();
          office.fx.settle();
          scene.getRoot().lookupAll(".tab-button").stream()
              .map(ToggleButton.class::cast)
              .filter(tab -> tab.getText().startsWith("Create"))
              .forEach(ToggleButton::fire);
          office.fx.settle();
          office.home().newRoom().nameProperty().set("budget 2026");
          office.home().newRoom().topicProperty().set("Numbers before they are public");
          office.home().newRoom().closedProperty().set(true);
          office.home().newRoom().invited().pick(office.home().newRoom().invited().found().get(1));
          office.home().newRoom().invited().queryProperty().set("e");
        });
    wait(Duration.ofMillis(200));
    save(scene, "create-room", theme);
  }

  @Themes
  void theDirectory(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.run(
        () -> {
          Fx.find(scene, "#add-room", Button.class).fire();
          office.fx.settle();
        });
    save(scene, "directory", theme);
  }

  @Themes
  void aNewConversation(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.settle(scene);
    Fx.run(
        () -> {
          Fx.find(scene, "#new-direct", Button.class).fire();
          office.fx.settle();
          office.home().company().search().pick(office.home().company().search().found().get(1));
          office.home().company().search().pick(office.home().company().search().found().get(1));
        });
    wait(Duration.ofMillis(200));
    save(scene, "new-direct", theme);
  }

  @Themes
  void theMembersAsTheirOwnerSeesThem(Theme theme) {
    Scene scene = entered(theme, 1280, 740);
    Fx.run(
        () -> {
          office.home().rooms().selectedProperty().set(room("leads"));
          Fx.find(scene, "#people-toggle", ToggleButton.class).fire();
        });
    save(scene, "members-owner", theme);
  }

  @Themes
  void whatTheRoomIsAsItsOwnerSeesIt(Theme theme) {
    Scene scene = entered(theme, 1280, 740);
    Fx.run(
        () -> {
          office.home().rooms().selectedProperty().set(room("leads"));
          office.fx.settle();
          Fx.find(scene, "#room-name", Button.class).fire();
        });
    save(scene, "about-owner", theme);
  }

  @Themes
  void whatTheRoomIsAsAMemberSeesItAndNobodyButModeratorsWrites(Theme theme) {
    Scene scene = entered(theme, 1280, 740);
    Fx.run(
        () -> {
          office.home().rooms().selectedProperty().set(room("announcements"));
          office.fx.settle();
          Fx.find(scene, "#room-name", Button.class).fire();
        });
    save(scene, "about-member", theme);
  }

  @Themes
  void anArchivedRoom(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.run(() -> office.home().rooms().selectedProperty().set(room("summer party")));
    save(scene, "archived", theme);
  }

  @Themes
  void aProfile(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.settle(scene);
    Fx.run(
        () -> {
          Node author =
              scene.getRoot().lookupAll(".author").stream()
                  .filter(node -> node.toString().contains("Chen Wei"))
                  .findFirst()
                  .orElseThrow();
          click(author);
        });
    save(scene, "profile", theme);
  }

  @Themes
  void howIAm(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, "#me", Button.class).fire());
    save(scene, "me-menu", theme);
  }

  @Themes
  void myStatus(Theme theme) {
    Scene scene = entered(theme, 1120, 740);
    Fx.run(
        () -> {
          Fx.find(scene, "#me", Button.class).fire();
          Fx.find(scene, ".me-menu .line-button", Button.class).fire();
        });
    save(scene, "my-status", theme);
  }

  @Themes
  void myAccount(Theme theme) {
    office.server.devices.add(
        new Device(
            new DeviceId("d1"),
            "Parley desktop 0.1.0",
            "192.168.1.20",
            1,
            1_772_610_000_000L,
            true));
    office.server.devices.add(
        new Device(
            new DeviceId("d2"), "Parley web 0.1.0", "192.168.1.31", 1, 1_772_510_000_000L, false));
    Scene scene = entered(theme, 1120, 740);
    Fx.run(
        () -> {
          Fx.find(scene, "#me", Button.class).fire();
          scene.getRoot().lookupAll(".me-menu .line-button").stream()
              .map(Button.class::cast)
              .reduce((_, last) -> last)
              .orElseThrow()
              .fire();
          office.fx.settle();
        });
    save(scene, "my-account", theme);
  }

  @Themes
  void aWindowOfItsOwn(Theme theme) {
    Scene main = entered(theme, 1120, 740);
    Scene own =
        Fx.call(
            () -> {
              office.home().windows().open(room("Chen Wei"));
              office.fx.settle();
              AppView view = (AppView) main.getRoot();
              Stage stage = Objects.requireNonNull(view.shown().windows().of(room("Chen Wei")));
              Scenery.still(stage.getScene());
              return stage.getScene();
            });
    assertThat(Fx.call(() -> ((Stage) own.getWindow()).getTitle())).isEqualTo("Chen Wei");
    save(own, "own-window", theme);
    Fx.run(() -> main.getWindow().hide());
  }

  private static void click(Node node) {
    node.getOnMouseClicked()
        .handle(
            new javafx.scene.input.MouseEvent(
                javafx.scene.input.MouseEvent.MOUSE_CLICKED,
                0,
                0,
                0,
                0,
                javafx.scene.input.MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null));
  }

  private RoomItem room(String name) {
    return office.home().rooms().items().stream()
        .filter(room -> room.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void wait(Duration time) {
    Fx.run(() -> office.fx.pass(time));
  }

  private Scene entered(Theme theme, double width, double height) {
    return Scenery.entered(office, theme, width, height);
  }

  private void save(Scene scene, String name, Theme theme) {
    Fx.run(office.fx::settle);
    Scenery.keep(scene, name, theme);
  }
}
