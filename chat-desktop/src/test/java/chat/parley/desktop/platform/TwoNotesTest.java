package chat.parley.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TwoNotesTest {
  private final double[] samples = TwoNotes.samples();

  @Test
  void itIsShortAndNeitherTooSoftNorCut() {
    double peak = Arrays.stream(samples).map(Math::abs).max().orElse(0);
    assertThat(samples.length / TwoNotes.RATE).isBetween(0.3f, 0.8f);
    assertThat(peak).isBetween(0.2, 0.6);
  }

  @Test
  void itBeginsAndEndsWithoutAClick() {
    assertThat(samples[0]).isZero();
    assertThat(samples[samples.length - 1]).isBetween(-0.001, 0.001);
    for (int i = 1; i < samples.length; i++) {
      assertThat(Math.abs(samples[i] - samples[i - 1])).as("step at %d", i).isLessThan(0.12);
    }
  }

  @Test
  void theSecondNoteIsAFifthAboveTheFirst() {
    assertThat(pitch(0.03, 0.10)).isBetween(570.0, 605.0);
    assertThat(strength(880, 0.2, 0.4)).isGreaterThan(3 * strength(700, 0.2, 0.4));
  }

  /** By counting how often the wave goes up through zero. */
  private double pitch(double from, double to) {
    int crossings = 0;
    for (int i = at(from) + 1; i < at(to); i++) {
      crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
    }
    return crossings / (to - from);
  }

  /** How much of a pitch there is: one term of a Fourier transform. */
  private double strength(double pitch, double from, double to) {
    double real = 0;
    double imaginary = 0;
    for (int i = at(from); i < at(to); i++) {
      double angle = 2 * Math.PI * pitch * i / TwoNotes.RATE;
      real += samples[i] * Math.cos(angle);
      imaginary += samples[i] * Math.sin(angle);
    }
    return Math.hypot(real, imaginary);
  }

  private static int at(double seconds) {
    return (int) (seconds * TwoNotes.RATE);
  }
}
