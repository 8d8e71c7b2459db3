package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> through = Collections.synchronizedList(new ArrayList<>());
  private final Turnstile turnstile =
      new Turnstile(new Pace(TimeUnit.MILLISECONDS.toNanos(5), System::nanoTime), System::nanoTime);

  @Test
  void somebodyFromAnotherAddressDoesNotWaitForACrowdFromOne() throws Exception {
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      crowd.add(comes("10.0.0.1"));
    }
    Eventually.within(PATIENCE, "the crowd comes in", () -> through.size() >= 17);
    int before = through.size();
    comes("10.0.0.2").join(PATIENCE);
    // The one who was called, the one of the crowd whose turn came before, and some who came in
    // while this test was not running.
    assertThat(through.indexOf("10.0.0.2") - before).isLessThan(20);
    for (Thread one : crowd) {
      assertThat(one.join(PATIENCE)).isTrue();
    }
    assertThat(through).hasSize(121);
  }

  @Test
  void aFewGoThroughAtOnce() throws Exception {
    for (int i = 0; i < 16; i++) {
      assertThat(comes("10.0.0." + i).join(PATIENCE)).isTrue();
    }
    assertThat(through).hasSize(16);
  }

  private Thread comes(String address) throws Exception {
    InetAddress from = InetAddress.getByName(address);
    return Thread.ofVirtual()
        .start(
            () -> {
              turnstile.pass(from);
              through.add(address);
            });
  }
}
