package chat.parley.desktop.view.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.parley.desktop.view.Fx;
import javafx.geometry.Bounds;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place of 400 by 300, and a picture of 800 by 400: it fits at half its size. */
class ZoomPaneTest {
  private ZoomPane pane;

  @BeforeEach
  void show() {
    pane =
        Fx.call(
            () -> {
              var made = new ZoomPane();
              made.resize(400, 300);
              made.show(new WritableImage(800, 400), 800, 400);
              made.layout();
              return made;
            });
  }

  @Test
  void aPictureFitsAtFirstAndAgainWhenAsked() {
    assertThat(seen().getWidth()).isEqualTo(400);
    assertThat(seen().getHeight()).isEqualTo(200);
    assertThat(seen().getMinY()).isEqualTo(50);
    step(1);
    step(1);
    assertThat(seen().getWidth()).isCloseTo(625, within(0.5));
    Fx.run(pane::fit);
    assertThat(seen().getWidth()).isEqualTo(400);
  }

  @Test
  void aSmallPictureIsNotBlownUp() {
    Fx.run(() -> pane.show(new WritableImage(80, 40), 80, 40));
    assertThat(seen().getWidth()).isEqualTo(80);
    assertThat(seen().getMinX()).isEqualTo(160);
  }

  @Test
  void itComesNoNearerThanEightPixelsForOneAndNoFartherThanItFits() {
    for (int i = 0; i < 40; i++) {
      step(1);
    }
    assertThat(seen().getWidth()).isCloseTo(6_400, within(1.0));
    for (int i = 0; i < 40; i++) {
      step(-1);
    }
    assertThat(seen().getWidth()).isCloseTo(400, within(0.5));
  }

  @Test
  void whatIsUnderThePointerStaysThereWhenTheWheelTurns() {
    double before = (100 - seen().getMinX()) / seen().getWidth();
    Fx.run(
        () ->
            pane.getOnScroll()
                .handle(
                    new ScrollEvent(
                        ScrollEvent.SCROLL,
                        100,
                        150,
                        100,
                        150,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        40,
                        0,
                        40,
                        null,
                        0,
                        null,
                        0,
                        0,
                        null)));
    assertThat(pane.factor()).isGreaterThan(1);
    double after = (100 - seen().getMinX()) / seen().getWidth();
    assertThat(after).isCloseTo(before, within(0.005));
  }

  private void step(int direction) {
    Fx.run(() -> pane.step(direction));
  }

  private Bounds seen() {
    return Fx.call(
        () -> {
          pane.layout();
          return pane.getChildrenUnmodifiable().getFirst().getBoundsInParent();
        });
  }
}
