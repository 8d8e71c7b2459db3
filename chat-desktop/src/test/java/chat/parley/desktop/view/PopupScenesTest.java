package chat.parley.desktop.view;

import static chat.parley.desktop.view.Scenery.entered;
import static chat.parley.desktop.view.Scenery.keepWithPopups;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.Theme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;

/**
 * Menus and tips are windows of their own, which on many systems cannot be seen through: these
 * pictures are of such a system, where they have neither corners nor shadows to be white around.
 */
class PopupScenesTest {
  private final Office office = ScenesTest.office();

  @BeforeAll
  static void onSuchASystem() {
    boolean clear = Fx.call(() -> Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
    assertThat(clear).as("windows that can be seen through").isFalse();
  }

  @Themes
  void theMenuOfAMessage(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.run(() -> Fx.find(scene, ".virtual-list", Node.class).requestFocus());
    for (int i = 0; i < 10; i++) {
      Fx.run(() -> Fx.press(scene, KeyCode.UP));
      Fx.settle(scene);
    }
    Fx.run(() -> Fx.press(scene, KeyCode.CONTEXT_MENU));
    keepWithPopups(scene, "message-menu", theme);
  }

  @Themes
  void theTipOfAButton(Theme theme) {
    Scene scene = entered(office, theme);
    Fx.settle(scene);
    Fx.run(
        () -> {
          Button files = Fx.find(scene, "#open-settings", Button.class);
          Bounds at = files.localToScreen(files.getLayoutBounds());
          Tip.at(files).show(files, at.getMinX(), at.getMinY() - at.getHeight());
        });
    keepWithPopups(scene, "tooltip", theme);
  }
}
