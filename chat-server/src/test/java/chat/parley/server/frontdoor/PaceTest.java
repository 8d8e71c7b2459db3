package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong now = new AtomicLong(-5);
  private final Pace pace = new Pace(1_000, now::get);

  private long[] waits(int count) {
    return LongStream.generate(pace::next).limit(count).toArray();
  }

  @Test
  void fewComeInAtOnce() {
    assertThat(waits(16)).containsOnly(0);
  }

  @Test
  void aCrowdComesInOneAfterTheOther() {
    waits(16);
    long last = now.get();
    for (int i = 0; i < 500; i++) {
      now.addAndGet(pace.next());
      assertThat(now.get() - last).isEqualTo(1_000);
      last = now.get();
    }
  }

  @Test
  void afterTheCrowdFewComeInAtOnceAgain() {
    waits(200);
    now.addAndGet(1_000_000);
    assertThat(waits(16)).containsOnly(0);
    assertThat(pace.next()).isPositive();
  }
}
