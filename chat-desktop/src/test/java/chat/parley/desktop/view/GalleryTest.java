package chat.parley.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.desktop.view.Gallery.Purpose;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
  private static final int GREY = 0xFF808080;
  private static final int BLUE = 0xFF2060C0;

  @TempDir Path good;
  @TempDir Path drawn;

  private Gallery gallery;

  @BeforeEach
  void acceptAWindowWithAButton() {
    new Gallery(good, drawn, Purpose.ACCEPT).take("window", windowWithAButton(20));
    gallery = new Gallery(good, drawn, Purpose.COMPARE);
  }

  @Test
  void takesTheSamePicture() {
    gallery.take("window", windowWithAButton(20));
    assertThat(drawn.resolve("window.png")).exists();
    assertThat(drawn.resolve("window-diff.png")).doesNotExist();
  }

  @Test
  void takesLettersWhoseEdgesAreDrawnInAnotherWay() {
    new Gallery(good, drawn, Purpose.ACCEPT).take("text", text(0));
    gallery.take("text", text(20));
    Picture picture = text(0);
    picture.pixels()[1_000] = 0xFF000000;
    gallery.take("text", picture);
  }

  @Test
  void refusesASurfaceOfAnotherShadeThatNoPixelOfItShows() {
    Picture picture = windowWithAButton(20);
    for (int y = 100; y < 140; y++) {
      for (int x = 100; x < 200; x++) {
        picture.pixels()[y * 200 + x] += 0x00060006;
      }
    }
    assertThatThrownBy(() -> gallery.take("window", picture))
        .hasMessageContaining("window has a surface that is 6 of 255 lighter or darker");
    Picture marks = Picture.read(drawn.resolve("window-diff.png"));
    assertThat(marks.at(150, 120)).isEqualTo(0xFFFF00FF).isNotEqualTo(marks.at(50, 120));
  }

  @Test
  void takesAShadeThatTwoWaysOfRoundingMake() {
    Picture picture = windowWithAButton(20);
    for (int i = 0; i < picture.pixels().length; i++) {
      picture.pixels()[i] += 0x00020102;
    }
    gallery.take("window", picture);
  }

  @Test
  void refusesAButtonThatMovedAndShowsWhere() {
    assertThatThrownBy(() -> gallery.take("window", windowWithAButton(24)))
        .hasMessageContaining("window differs from its picture in 0.32 % of it")
        .hasMessageContaining("-Dparley.screens=accept");
    Picture marks = Picture.read(drawn.resolve("window-diff.png"));
    assertThat(marks.at(21, 35)).isEqualTo(marks.at(51, 35)).isNotEqualTo(marks.at(30, 35));
    assertThat(marks.at(30, 35)).isNotEqualTo(BLUE);
  }

  @Test
  void forgetsWhereItDifferedOnceItNoLongerDoes() {
    assertThatThrownBy(() -> gallery.take("window", windowWithAButton(60)))
        .isInstanceOf(AssertionError.class);
    gallery.take("window", windowWithAButton(20));
    assertThat(drawn.resolve("window-diff.png")).doesNotExist();
  }

  @Test
  void refusesAnotherSize() {
    Picture larger = new Picture(200, 251, new int[200 * 251]);
    assertThatThrownBy(() -> gallery.take("window", larger))
        .hasMessageContaining("200 x 251")
        .hasMessageContaining("200 x 250");
  }

  @Test
  void refusesASceneThatNobodyHasLookedAt() {
    assertThatThrownBy(() -> gallery.take("other", windowWithAButton(20)))
        .hasMessageContaining("other has no picture yet");
    assertThat(drawn.resolve("other.png")).exists();
  }

  /** A panel of stems of one pixel, whose edges have that much noise: up to so much of 255. */
  private static Picture text(int noise) {
    var random = new Random(7);
    int[] pixels = new int[200 * 250];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 200;
      int y = i / 200;
      boolean stem = x % 5 == 0 && y % 20 < 12;
      boolean edge = x % 5 == 1 && y % 20 < 12;
      int light = stem ? 40 : edge ? 140 : 230;
      int now = edge || stem ? light + random.nextInt(2 * noise + 1) - noise : light;
      pixels[i] = 0xFF000000 | now << 16 | now << 8 | now;
    }
    return new Picture(200, 250, pixels);
  }

  /** 200 by 250 pixels, and in it a button of 30 by 20. */
  private static Picture windowWithAButton(int left) {
    int[] pixels = new int[200 * 250];
    Arrays.fill(pixels, GREY);
    for (int y = 30; y < 50; y++) {
      Arrays.fill(pixels, y * 200 + left, y * 200 + left + 30, BLUE);
    }
    return new Picture(200, 250, pixels);
  }
}
