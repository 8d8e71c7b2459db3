package chat.parley.desktop.view.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  private final ObjectProperty<String> chosen = new SimpleObjectProperty<>("low");

  @Test
  void theArrowKeysGoFromOneToTheNextAndStayAtTheEnds() {
    Scene scene =
        Fx.call(
            () ->
                new Scene(
                    new Segments<>("Water", List.of("low", "mid", "high"), word -> word, chosen)));
    Fx.settle(scene);
    Fx.run(scene.getRoot().getChildrenUnmodifiable().getFirst()::requestFocus);
    assertThat(after(scene, KeyCode.LEFT)).isEqualTo("low");
    assertThat(after(scene, KeyCode.RIGHT)).isEqualTo("mid");
    assertThat(after(scene, KeyCode.RIGHT)).isEqualTo("high");
    assertThat(after(scene, KeyCode.RIGHT)).isEqualTo("high");
    assertThat(after(scene, KeyCode.LEFT)).isEqualTo("mid");
  }

  private String after(Scene scene, KeyCode key) {
    Fx.run(() -> Fx.press(scene, key));
    return Fx.call(chosen::get);
  }
}
