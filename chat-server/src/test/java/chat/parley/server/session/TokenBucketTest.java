package chat.parley.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aFullBucketGivesItsBurstAndNoMore() {
    TokenBucket bucket = TokenBucket.full(3, 1, 0);
    for (int i = 0; i < 3; i++) {
      assertThat(bucket.hasOne()).isTrue();
      bucket = bucket.takeOne();
    }
    assertThat(bucket.hasOne()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // tokens left, per second, expected wait in ms
    "0.0, 5, 200",
    "0.5, 5, 100",
    "0.75, 10, 25",
    "1.0, 5, 0",
    "7.0, 5, 0",
    "0.0, 0.5, 2000"
  })
  void theWaitIsUntilOneHasFlowedIn(double tokens, double perSecond, long millis) {
    assertThat(new TokenBucket(10, perSecond, tokens, 0).waitMillis()).isEqualTo(millis);
  }

  @Test
  void whatFlowsInNeverExceedsTheBurst() {
    TokenBucket empty = new TokenBucket(10, 5, 0, 0);
    assertThat(empty.at(SECOND).tokens()).isEqualTo(5);
    assertThat(empty.at(60 * SECOND).tokens()).isEqualTo(10);
  }

  @Test
  void aClockThatStandsStillGivesNothing() {
    TokenBucket empty = new TokenBucket(10, 5, 0, SECOND);
    assertThat(empty.at(SECOND).tokens()).isZero();
    assertThat(empty.at(SECOND - 5).tokens()).isZero();
  }
}
