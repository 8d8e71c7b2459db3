package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ControlsTest {
  @Test
  void aButtonThatIsNamedAnewSaysItsNewNameInTheTipThatAllShare() throws Exception {
    Button button = Fx.call(() -> Controls.iconButton(Feather.INBOX, "1 unread", () -> {}));
    Button other = Fx.call(() -> Controls.iconButton(Feather.X, "Close", () -> {}));
    Fx.run(() -> Controls.name(button, "2 unread"));
    assertThat(button.getTooltip()).isNull();
    assertThat(Tip.words(button)).isEqualTo("2 unread");
    assertThat(button.getAccessibleText()).isEqualTo("2 unread");
    assertThat(Fx.call(() -> Tip.at(button))).isSameAs(Fx.call(() -> Tip.at(other)));
  }
}
