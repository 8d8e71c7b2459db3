package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  /** Any number may be the origin of the clock, negative ones too. */
  private static final long START = -5 * SECOND;

  @Test
  void aBurstGoesAtOnceAndTheRestAtTheRate() {
    var pace = new Pace(3, 5, START);
    for (int i = 0; i < 3; i++) {
      assertThat(pace.waitNanos(START)).isZero();
      pace.take(START);
    }
    assertThat(pace.waitNanos(START)).isEqualTo(SECOND / 5);
    long later = START + SECOND / 5;
    assertThat(pace.waitNanos(later)).isZero();
    pace.take(later);
    assertThat(pace.waitNanos(later)).isEqualTo(SECOND / 5);
  }

  @Test
  void restFillsTheBucketButNotBeyondTheBurst() {
    var pace = new Pace(2, 5, START);
    pace.take(START);
    long muchLater = START + 100 * SECOND;
    pace.take(muchLater);
    pace.take(muchLater);
    assertThat(pace.waitNanos(muchLater)).isPositive();
  }

  @Test
  void noRateIsNoLimit() {
    var pace = new Pace(0, 0, START);
    for (int i = 0; i < 1_000; i++) {
      pace.take(START);
    }
    assertThat(pace.waitNanos(START)).isZero();
  }
}
