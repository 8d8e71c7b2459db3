package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Backoff BACKOFF =
      new Backoff(Timings.DEFAULT.backoff(), Timings.DEFAULT.backoffMax());

  @ParameterizedTest
  @CsvSource({
    "0, 500",
    "1, 1000",
    "2, 2000",
    "5, 16000",
    "6, 30000",
    "7, 30000",
    "1000, 30000",
    "2147483647, 30000"
  })
  void theCeilingDoublesUpToHalfAMinute(int failures, long millis) {
    assertThat(BACKOFF.ceiling(failures)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void theDelayIsSpreadOverAllBelowTheCeiling() {
    var random = new Random(7);
    var delays =
        IntStream.range(0, 2_000).mapToLong(_ -> BACKOFF.delay(3, random).toMillis()).sorted();
    long[] sorted = delays.toArray();
    assertThat(sorted[0]).isBetween(0L, 100L);
    assertThat(sorted[sorted.length - 1]).isBetween(3_900L, 4_000L);
    assertThat(sorted[1_000]).isBetween(1_800L, 2_200L);
  }
}
