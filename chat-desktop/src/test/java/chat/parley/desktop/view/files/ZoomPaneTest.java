package chat.parley.desktop.view.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.parley.desktop.view.Fx;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place of 400 by 300, and a picture of 800 by 400: it fits at half its size. */
class ZoomPaneTest {
  private final AtomicInteger asked = new AtomicInteger();
  private ZoomPane pane;

  @BeforeEach
  void show() {
    pane =
        Fx.call(
            () -> {
              var made = new ZoomPane(asked::incrementAndGet);
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

  @Test
  void whoLooksNearerThanThePictureIsSharpGetsASharperOneAskedForOnce() {
    Fx.run(() -> pane.show(new WritableImage(400, 200), 800, 400));
    seen();
    assertThat(asked).hasValue(0);
    assertThat(Fx.<Boolean>call(pane::isSharp)).isTrue();
    step(1);
    step(1);
    assertThat(seen().getWidth()).isCloseTo(625, within(0.5));
    assertThat(asked).hasValue(1);
    assertThat(Fx.<Boolean>call(pane::isSharp)).isFalse();
  }

  @Test
  void aPictureThatIsAllThereIsAskedForNoMore() {
    for (int i = 0; i < 20; i++) {
      step(1);
    }
    seen();
    assertThat(asked).hasValue(0);
  }

  @Test
  void sharpTilesComeInOneByOneWhereTheyAreInSight() {
    Scene scene = Fx.call(() -> new Scene(pane, 400, 300));
    Fx.run(() -> pane.show(new WritableImage(400, 200), 800, 400));
    for (int i = 0; i < 5; i++) {
      step(1);
    }
    seen();
    List<Tile> tiles = Tile.of(new WritableImage(800, 400), 64);
    Fx.run(() -> pane.sharpen(tiles));
    seen();
    Fx.await(pane::isSharp);
    NearView near = Fx.find(scene, ".near", NearView.class);
    int drawn = Fx.call(() -> near.getChildren().size());
    assertThat(drawn).isGreaterThan(10).isLessThan(tiles.size());
    assertThat(Fx.call(() -> near.getBoundsInParent()).contains(0, 0, 400, 300)).isTrue();
    Fx.run(pane::fit);
    seen();
    assertThat(near.isVisible()).isFalse();
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
