package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.parley.desktop.view.Fx;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FontsTest {
  private static final String SAMPLE = "Hamburgefonstiv 0123456789";

  @ParameterizedTest
  @CsvSource({
    "Inter, normal, Inter Regular, 202.4",
    "Inter, bold, Inter Bold, 212.3",
    "Inter Medium, normal, Inter Medium, 205.7",
    "Inter Semi Bold, normal, Inter Semi Bold, 209.0",
    "JetBrains Mono, normal, JetBrains Mono Regular, 218.4"
  })
  void everyFaceComesUnderTheNameThatTheStylesheetsUse(
      String family, String weight, String face, double width) {
    Text text =
        Fx.call(
            () -> {
              Fonts.load();
              Text drawn = new Text(SAMPLE);
              drawn.setStyle(
                  "-fx-font-family: \"%s\"; -fx-font-weight: %s; -fx-font-size: 14px"
                      .formatted(family, weight));
              new Scene(new Group(drawn));
              drawn.applyCss();
              return drawn;
            });
    assertThat(text.getFont().getName()).isEqualTo(face);
    assertThat(text.getLayoutBounds().getWidth()).isCloseTo(width, within(0.2));
  }

  @Test
  void loadingTwiceChangesNothing() {
    Fx.run(Fonts::load);
    int families = Fx.call(() -> Font.getFamilies().size());
    Fx.run(Fonts::load);
    assertThat(Fx.call(() -> Font.getFamilies().size())).isEqualTo(families);
  }
}
