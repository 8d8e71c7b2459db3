package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keep;
import static chat.parley.desktop.view.Scenery.scene;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.client.Secrecy;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Fingerprint;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** How the app shows whether others can read along, and what it does about another key. */
class EncryptionScenesTest {
  private static final Fingerprint KNOWN = new Fingerprint("0123456789abcdef".repeat(4));
  private static final Fingerprint SHOWN = new Fingerprint("fedcba9876543210".repeat(4));
  private static final Secrecy.KeyChanged CHANGED = new Secrecy.KeyChanged(KNOWN, SHOWN);

  @Themes
  void anotherKeyTakesThePlaceOfEverything(Theme theme) {
    Office office = new Office();
    Scene scene = entered(office, theme, Scenery.WIDTH, 800);
    changeKey(office);
    Fx.settle(scene);
    keep(scene, "key-changed", theme);
  }

  @Themes
  void aServerWithoutEncryptionSaysSo(Theme theme) {
    Office office = new Office();
    Scene scene = entered(office, theme, Scenery.WIDTH, Scenery.HEIGHT);
    tell(office, new Secrecy.Open());
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, "#not-encrypted", Button.class).fire());
    keep(scene, "not-encrypted", theme);
  }

  @Themes
  void aServerThatIsNoLongerEncryptedIsToldNothing(Theme theme) {
    Office office = new Office();
    Scene scene = entered(office, theme, Scenery.WIDTH, Scenery.HEIGHT);
    tell(office, new Secrecy.Withheld(KNOWN));
    Fx.run(() -> office.link(LinkState.WAITING));
    Fx.run(() -> office.fx.pass(Duration.ofSeconds(6)));
    keep(scene, "no-longer-encrypted", theme);
  }

  @Themes
  void anEncryptedServerShowsItsKeyToWhoeverAsks(Theme theme) {
    Office office = new Office();
    Scene scene = entered(office, theme, Scenery.WIDTH, Scenery.HEIGHT);
    tell(office, new Secrecy.Encrypted(KNOWN));
    Fx.settle(scene);
    assertThat(Fx.<Boolean>call(() -> scene.lookup("#not-encrypted").isVisible())).isFalse();
    Fx.run(
        () ->
            Fx.find(scene, "#server-menu", MenuButton.class).getItems().stream()
                .filter(item -> "Encryption…".equals(item.getText()))
                .forEach(item -> item.fire()));
    Fx.settle(scene);
    Fx.run(
        () -> {
          assertThat(office.home().secrecy().invitation())
              .isEqualTo("parley://office-pc:7070/#pin=" + KNOWN);
          assertThat(scene.lookup("#copy-invitation").isVisible()).isTrue();
        });
    keep(scene, "encrypted", theme);
  }

  @Test
  void theNewKeyIsAcceptedByTypingAWordAndByNothingLess() {
    Office office = new Office();
    Scene scene = entered(office, Theme.LIGHT, Scenery.WIDTH, 800);
    changeKey(office);
    Fx.settle(scene);
    Fx.run(
        () -> {
          Button trust = Fx.find(scene, "#key-trust", Button.class);
          assertThat(trust.isDisabled()).isTrue();
          assertThat(scene.getFocusOwner().getId()).isEqualTo("key-stay");
          Fx.find(scene, "#key-typed", TextField.class).setText("yes");
          assertThat(trust.isDisabled()).isTrue();
          Fx.find(scene, "#key-typed", TextField.class).setText(" Trust ");
          assertThat(trust.isDisabled()).isFalse();
          assertThat(office.server.asked).noneMatch(asked -> asked.startsWith("trust"));
          trust.fire();
        });
    assertThat(office.server.asked).contains("trust " + SHOWN.words());
    Fx.settle(scene);
    assertThat(Fx.<Node>call(() -> scene.lookup("#key-trust"))).isNull();
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void whoStaysAwayReadsOnAndFindsTheQuestionInTheBanner() {
    Office office = new Office();
    Scene scene = entered(office, Theme.LIGHT, Scenery.WIDTH, 800);
    changeKey(office);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, "#key-stay", Button.class).fire());
    Fx.settle(scene);
    Fx.run(
        () -> {
          assertThat(scene.lookup("#composer")).isNotNull();
          assertThat(office.home().link().bannerProperty().get().text())
              .startsWith("Floor 2 office has another key than before");
          office.home().link().act();
        });
    Fx.settle(scene);
    assertThat(Fx.<Node>call(() -> scene.lookup("#key-trust"))).isNotNull();
    Fx.run(() -> scene.getWindow().hide());
  }

  @Test
  void anotherKeyOnTheWayInIsAskedAboutToo() {
    Office office = new Office();
    Scene scene = scene(office, Theme.LIGHT, Scenery.WIDTH, 800);
    Fx.run(
        () -> {
          office.open();
          office.app.login().submit();
          office.fx.settle();
        });
    changeKey(office);
    Fx.settle(scene);
    Fx.run(() -> Fx.find(scene, "#key-stay", Button.class).fire());
    Fx.settle(scene);
    Fx.run(
        () -> {
          assertThat(office.app.login().busyProperty().get()).isFalse();
          assertThat(office.app.login().problemProperty().get()).startsWith("Nothing was sent to");
          scene.getWindow().hide();
        });
  }

  private static void changeKey(Office office) {
    tell(office, CHANGED);
    Fx.run(() -> office.link(LinkState.REFUSED));
  }

  private static void tell(Office office, Secrecy secrecy) {
    Fx.run(() -> office.tell(secrecy));
  }
}
