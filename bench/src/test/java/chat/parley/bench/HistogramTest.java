package chat.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 65, 127, 128, 1_000_000, 123_456_789_012L, Long.MAX_VALUE})
  void oneSampleIsFoundAgain(long nanos) {
    var histogram = new Histogram();
    histogram.add(nanos);
    assertThat(histogram.count()).isEqualTo(1);
    assertThat(histogram.millis(0.5)).isCloseTo(nanos / 1e6, within(nanos / 1e6 / 64 + 1e-9));
    assertThat(histogram.maxMillis()).isEqualTo(nanos / 1e6);
  }

  @Test
  void percentilesAreThoseOfTheSortedSamples() {
    var random = new Random(3);
    long[] samples = random.longs(50_000, 0, 80_000_000).toArray();
    var histogram = new Histogram();
    Arrays.stream(samples).forEach(histogram::add);
    Arrays.sort(samples);
    for (double part : new double[] {0.01, 0.5, 0.9, 0.99, 0.999, 1}) {
      double exact = samples[(int) Math.ceil(samples.length * part) - 1] / 1e6;
      assertThat(histogram.millis(part)).isCloseTo(exact, within(exact / 64 + 1e-6));
    }
  }

  @Test
  void withoutSamplesThereIsNothingToTell() {
    assertThat(new Histogram().millis(0.99)).isZero();
  }
}
