package chat.parley.desktop.view.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GlideTest {
  @Test
  void aStepOfTheWheelArrivesWithinAFifthOfASecondWhateverTheFrameRate() {
    assertThat(leftAfter(0.2, 60)).isLessThan(1);
    assertThat(leftAfter(0.2, 144)).isLessThan(1);
  }

  @Test
  void itNeverGoesTooFar() {
    assertThat(Glide.stepOf(40, 10)).isCloseTo(40, within(0.001));
    assertThat(Glide.stepOf(-40, 10)).isCloseTo(-40, within(0.001));
  }

  @Test
  void theLastPixelIsTakenAtOnceSoThatTheTimerCanStop() {
    assertThat(Glide.stepOf(0.9, 0.001)).isEqualTo(0.9);
  }

  private static double leftAfter(double seconds, int framesPerSecond) {
    double left = 60;
    for (int i = 0; i < seconds * framesPerSecond; i++) {
      left -= Glide.stepOf(left, 1.0 / framesPerSecond);
    }
    return left;
  }
}
