package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ControlsTest {
  @Test
  void aButtonThatIsNamedAnewKeepsTheWindowOfItsTooltip() throws Exception {
    Button button = Fx.call(() -> Controls.iconButton(Feather.INBOX, "1 unread", () -> {}));
    Tooltip before = button.getTooltip();
    Fx.run(() -> Controls.name(button, "2 unread"));
    assertThat(button.getTooltip()).isSameAs(before);
    assertThat(before.getText()).isEqualTo("2 unread");
    assertThat(button.getAccessibleText()).isEqualTo("2 unread");
  }
}
