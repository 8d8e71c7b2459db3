package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatTest {
  private final Heartbeat heartbeat = new Heartbeat(20, 45, 0);

  @ParameterizedTest
  @CsvSource({
    "19, 0, 0, NOTHING",
    "20, 0, 15, PING",
    "20, 15, 0, PING",
    "20, 15, 15, NOTHING",
    "44, 40, 30, NOTHING",
    "44, 40, 0, PING",
    "45, 40, 0, DEAD",
    "45, 44, 1, PING"
  })
  void silenceOnEitherSideIsAsked(long now, long said, long heard, Heartbeat.Verdict verdict) {
    assertThat(heartbeat.check(now, said, heard)).isEqualTo(verdict);
  }

  @Test
  void aSilentServerIsNotAskedAgainAtOnce() {
    assertThat(heartbeat.check(20, 0, 0)).isEqualTo(Heartbeat.Verdict.PING);
    assertThat(heartbeat.check(21, 20, 0)).isEqualTo(Heartbeat.Verdict.NOTHING);
    assertThat(heartbeat.check(40, 39, 0)).isEqualTo(Heartbeat.Verdict.PING);
  }

  @Test
  void theNextCheckIsNeverLaterThanWhatItMustSee() {
    for (long now = 0; now < 45; now++) {
      long next = heartbeat.nextCheck(now, now, 0);
      assertThat(next).isPositive();
      assertThat(now + next).isLessThanOrEqualTo(Math.max(now + 1, 45));
    }
  }
}
