package chat.parley.desktop.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NextFramesTest {
  private static final long LONG_NANOS = 5_000_000;

  private final List<Integer> done = new ArrayList<>();

  /** On the FX thread, as all of this. */
  private int frame;

  private AnimationTimer count;

  @BeforeEach
  void countFrames() {
    Fx.run(
        () -> {
          count =
              new AnimationTimer() {
                @Override
                public void handle(long now) {
                  frame++;
                }
              };
          count.start();
        });
    Fx.await(() -> frame > 0);
  }

  @AfterEach
  void stop() {
    Fx.run(count::stop);
  }

  @Test
  void eachLongStepHasAFrameOfItsOwn() {
    Fx.run(() -> NextFrames.each(this::longStep, this::longStep, this::longStep));
    Fx.await(() -> done.size() == 3);
    assertThat(Fx.call(() -> List.copyOf(done))).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void theFrameThatComesNextIsLeftToWhatWasDoneBefore() {
    int before =
        Fx.call(
            () -> {
              NextFrames.each(this::longStep);
              return frame;
            });
    Fx.await(() -> done.size() == 1);
    assertThat(Fx.call(done::getFirst)).isEqualTo(before + 2);
  }

  @Test
  void whatAStepBeginsGoesOnInTheFrameAfterIt() {
    Fx.run(
        () ->
            NextFrames.each(
                () -> {
                  longStep();
                  NextFrames.each(this::longStep);
                }));
    Fx.await(() -> done.size() == 2);
    assertThat(Fx.call(() -> done.getLast() - done.getFirst())).isEqualTo(1);
  }

  private void longStep() {
    done.add(frame);
    long end = System.nanoTime() + LONG_NANOS;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
