package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class AppIconTest {
  @Test
  void itComesInTheSizesThatSystemsAskForAndInTheAccentColour() throws IOException {
    List<Image> images = Fx.call(() -> AppIcon.images(0));
    assertThat(images)
        .extracting(image -> (int) image.getWidth())
        .containsExactly(16, 24, 32, 48, 64, 128, 256);
    int accent = token("-parley-accent");
    for (Image image : images) {
      int side = (int) image.getWidth();
      assertThat(argb(image, side / 2, side / 12)).isEqualTo(accent);
      assertThat(argb(image, 0, 0) >>> 24).as("a corner of %d", side).isLessThan(128);
    }
  }

  @Test
  void aCountIsDrawnAtItsCornerAndNowhereElse() throws IOException {
    int red = token("-parley-danger-fill");
    for (int count : new int[] {1, 3, 99, 100}) {
      List<Image> plain = Fx.call(() -> AppIcon.images(0));
      List<Image> badged = Fx.call(() -> AppIcon.images(count));
      for (int i = 0; i < plain.size(); i++) {
        Image image = badged.get(i);
        int side = (int) image.getWidth();
        assertThat(image.getHeight()).isEqualTo(side);
        assertThat(share(image, red)).as("red of %d on %d", count, side).isBetween(0.05, 0.45);
        for (int x = 0; x < side; x++) {
          int y = side * 3 / 4;
          assertThat(argb(image, x, y)).isEqualTo(argb(plain.get(i), x, y));
        }
      }
    }
  }

  @Test
  void differentCountsLookDifferent() {
    Image three = Fx.call(() -> AppIcon.image(64, 3));
    Image eight = Fx.call(() -> AppIcon.image(64, 8));
    int different = 0;
    for (int i = 0; i < 64 * 64; i++) {
      different += argb(three, i % 64, i / 64) == argb(eight, i % 64, i / 64) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(10);
  }

  @Test
  void moreThanNinetyNineIsNotSpeltOut() {
    assertThat(AppIcon.words(0)).isEmpty();
    assertThat(AppIcon.words(99)).isEqualTo("99");
    assertThat(AppIcon.words(100)).isEqualTo("99+");
  }

  private static double share(Image image, int colour) {
    int side = (int) image.getWidth();
    int found = 0;
    for (int i = 0; i < side * side; i++) {
      found += argb(image, i % side, i / side) == colour ? 1 : 0;
    }
    return found / (double) (side * side);
  }

  private static int argb(Image image, int x, int y) {
    return image.getPixelReader().getArgb(x, y);
  }

  private static int token(String name) throws IOException {
    try (InputStream sheet =
        AppIconTest.class.getResourceAsStream("/chat/parley/desktop/view/tokens-light.css")) {
      var css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      Matcher hex = Pattern.compile(name + ": #(\\w{6})").matcher(css);
      assertThat(hex.find()).isTrue();
      return 0xFF000000 | Integer.parseInt(hex.group(1), 16);
    }
  }
}
