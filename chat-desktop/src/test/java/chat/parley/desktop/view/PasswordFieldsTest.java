package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Role;
import chat.parley.model.User;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A password is not to be seen while it is typed, and a password manager can paste it. */
class PasswordFieldsTest {
  private static final String SECRET = "correct horse battery";

  private final Office office = new Office();
  private Scene scene;

  @AfterEach
  void close() {
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void onTheLogInPageItIsHiddenAndCanBePasted() {
    scene = Scenery.scene(office, Theme.LIGHT, Scenery.WIDTH, Scenery.HEIGHT);
    Fx.run(office::open);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, "#way-account", ToggleButton.class).fire());
    Fx.settle(scene);
    assertHiddenAndPasted("#login-password");
  }

  @Test
  void onTheAccountPageSoAreTheOldOneAndTheNewOne() {
    scene = Scenery.entered(office, Theme.LIGHT);
    become(Role.MEMBER);
    openAccount();
    assertHiddenAndPasted("#account-password");
    assertHiddenAndPasted("#account-fresh");
  }

  @Test
  void whoBecomesAMemberPastesAHiddenOneToo() {
    scene = Scenery.entered(office, Theme.LIGHT);
    become(Role.GUEST);
    openAccount();
    assertHiddenAndPasted("#account-fresh");
  }

  private void become(Role role) {
    Fx.run(
        () -> {
          office.listener.onSelf(new User(Office.ANA.id(), Office.ANA.name(), role));
          office.fx.settle();
        });
    Fx.settle(scene);
  }

  private void openAccount() {
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
    Fx.settle(scene);
  }

  private void assertHiddenAndPasted(String selector) {
    Fx.run(
        () -> {
          TextInputControl field = Fx.find(scene, selector, TextInputControl.class);
          assertThat(field).isInstanceOf(PasswordField.class);
          field.requestFocus();
          Copied.text(SECRET);
          field.paste();
        });
    Fx.settle(scene);
    Fx.run(
        () -> {
          PasswordField field = Fx.find(scene, selector, PasswordField.class);
          assertThat(field.getText()).isEqualTo(SECRET);
          Set<String> drawn =
              field.lookupAll(".text").stream()
                  .map(text -> ((Text) text).getText())
                  .collect(Collectors.toSet());
          assertThat(drawn).anyMatch(text -> text.length() == SECRET.length());
          for (String word : List.of("correct", "horse", "battery")) {
            assertThat(drawn).noneMatch(text -> text.contains(word));
          }
        });
  }
}
