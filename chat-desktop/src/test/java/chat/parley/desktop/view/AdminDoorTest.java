package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Role;
import chat.parley.model.User;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
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
