package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.model.Presence;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way to the administration is there for those who run the server, and for nobody else. */
class AdminDoorTest {
  private final Office office = new Office();
  private Scene scene;

  @BeforeEach
  void enter() {
    AdminOffice.fill(office);
    scene = Scenery.entered(office, Theme.LIGHT);
    Fx.settle(scene);
  }

  @AfterEach
  void close() {
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void aMemberFindsItNeitherInTheMenuNorByItsName() {
    assertThat(Fx.call(this::menu)).doesNotContain("Administration");
    assertThat(found("administration")).noneMatch(text -> text.contains("Administration"));
  }

  @Test
  void anAdminFindsItInBothAndEscLeadsBackToTheRooms() {
    become(Role.ADMIN);
    assertThat(Fx.call(this::menu)).contains("Administration");
    assertThat(found("administration")).anyMatch(text -> text.contains("Administration"));
    Fx.run(() -> AdminOffice.open(office, scene, 4));
    Fx.settle(scene);
    Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
    Fx.settle(scene);
    assertThat(Fx.call(() -> scene.lookup("#admin-pages"))).isNull();
    assertThat(Fx.call(() -> scene.lookup("#composer"))).isNotNull();
  }

  @Test
  void itClosesWhenIRunTheServerNoLonger() {
    Fx.run(() -> AdminOffice.open(office, scene, 0));
    Fx.settle(scene);
    assertThat(Fx.call(() -> scene.lookup("#admin-pages"))).isNotNull();
    become(Role.MEMBER);
    assertThat(Fx.call(() -> scene.lookup("#admin-pages"))).isNull();
  }

  @Test
  void oneDeviceOfSeveralIsLoggedOutOrBanned() {
    Resident bruno =
        new Resident(
            Office.user("Bruno Silva"),
            true,
            Presence.ONLINE,
            1,
            2,
            false,
            0,
            List.of(device("d-laptop", "parley-desktop/1"), device("d-phone", "")));
    office.server.replies.put(
        Command.ListResidents.class, _ -> new Event.Roster(1, List.of(bruno), false));
    Fx.run(() -> AdminOffice.open(office, scene, 0));
    Fx.settle(scene);
    List<MenuItem> deeds = Fx.call(() -> AdminOffice.deeds(scene, "Bruno Silva"));
    assertThat(deeds)
        .extracting(MenuItem::getText)
        .contains("Device parley-desktop/1, 10.0.0.7", "Device d-phone, 10.0.0.7");
    Fx.run(
        () -> {
          item(deeds, "Device d-phone, 10.0.0.7", "Log this device out").fire();
          office.fx.settle();
          item(deeds, "Device parley-desktop/1, 10.0.0.7", "Ban this device…").fire();
          office.fx.settle();
        });
    Fx.settle(scene);
    Fx.run(
        () -> {
          Fx.find(scene, "#ban-reason", TextField.class).setText("Lost on the train");
          Fx.find(scene, "#ban-do", Button.class).fire();
          office.fx.settle();
        });
    assertThat(office.server.asked)
        .contains(
            new Command.EndDevices(1, bruno.user().id(), new DeviceId("d-phone")).toString(),
            new Command.Ban(
                    1,
                    bruno.user().id(),
                    new DeviceId("d-laptop"),
                    false,
                    86_400,
                    "Lost on the train")
                .toString());
  }

  private static Device device(String id, String agent) {
    return new Device(new DeviceId(id), agent, "10.0.0.7", 1, 2, false);
  }

  private static MenuItem item(List<MenuItem> menu, String device, String deed) {
    return menu.stream()
        .filter(one -> device.equals(one.getText()))
        .flatMap(one -> ((Menu) one).getItems().stream())
        .filter(one -> deed.equals(one.getText()))
        .findFirst()
        .orElseThrow();
  }

  private void become(Role role) {
    Fx.run(
        () -> {
          office.listener.onSelf(new User(Office.ANA.id(), Office.ANA.name(), role));
          office.fx.settle();
        });
    Fx.settle(scene);
  }

  private List<String> menu() {
    return Fx.find(scene, "#server-menu", MenuButton.class).getItems().stream()
        .filter(MenuItem::isVisible)
        .map(MenuItem::getText)
        .toList();
  }

  /** What the switcher offers for these letters. */
  private List<String> found(String letters) {
    Fx.run(() -> Fx.pressShortcut(scene, KeyCode.K));
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, ".switcher .text-field", TextField.class).setText(letters));
    Fx.settle(scene);
    ListView<?> choices = Fx.find(scene, ".switcher .list-view", ListView.class);
    List<String> all = Fx.call(() -> choices.getItems().stream().map(Object::toString).toList());
    Fx.run(() -> Fx.press(scene, KeyCode.ESCAPE));
    Fx.settle(scene);
    return all;
  }
}
