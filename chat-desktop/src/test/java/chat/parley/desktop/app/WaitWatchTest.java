package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitWatchTest {
  @Test
  void aThreadThatWaitsForAnotherIsSeen() {
    var never = new CountDownLatch(1);
    WaitWatch seen;
    try (WaitWatch watch = WaitWatch.start()) {
      seen = watch;
      boolean over =
          Fx.call(
              () -> {
                try {
                  return never.await(300, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      assertThat(over).isFalse();
    }
    assertThat(seen.longest()).isBetween(50.0, 1_000.0);
    assertThat(seen.where()).contains("CountDownLatch");
  }
}
