package chat.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private static final ServerAddress LIVE = new ServerAddress("192.168.1.250", 7070);

  /** The computers whose power went are silent until the test ends. */
  private final CountDownLatch silence = new CountDownLatch(1);

  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger knocks = new AtomicInteger();
  private final BlockingQueue<ServerAddress> heard = new LinkedBlockingQueue<>();
  private final Doors doors = new Doors(this::knock, (_, at, _) -> heard.add(at));

  @AfterEach
  void endSilence() {
    silence.countDown();
  }

  @Test
  void liveServerIsThereWithinASecondAndStaysHoweverManyNeverAnswer() throws Exception {
    Map<ServerAddress, Advert> announced = dead(8);
    announced.put(LIVE, advert("live"));
    for (int round = 0; round < 5; round++) {
      doors.knock(announced);
      assertThat(heard.poll(1, TimeUnit.SECONDS)).as("round %d", round).isEqualTo(LIVE);
    }
  }

  @Test
  void knocksAtEachOnceAtATimeAndAtABoundedNumberOfThem() throws Exception {
    for (int round = 0; round < 3; round++) {
      doors.knock(dead(2 * Doors.MAX_AT_ONCE));
    }
    silence.countDown();
    doors.knock(Map.of(LIVE, advert("live")));
    while (!LIVE.equals(heard.poll(5, TimeUnit.SECONDS))) {
      doors.knock(Map.of(LIVE, advert("live")));
    }
    assertThat(mostAtOnce.get()).isLessThanOrEqualTo(Doors.MAX_AT_ONCE);
    assertThat(knocks.get()).isLessThanOrEqualTo(Doors.MAX_AT_ONCE + 1);
  }

  @Test
  void knocksAgainWhereItWentWrongInAWayThatIsNoneOfTheNetwork() throws Exception {
    var stumbling = new Doors(this::stumbleOnce, (_, at, _) -> heard.add(at));
    ServerAddress open = null;
    for (int round = 0; round < 100 && open == null; round++) {
      stumbling.knock(Map.of(LIVE, advert("live")));
      open = heard.poll(50, TimeUnit.MILLISECONDS);
    }
    assertThat(open).isEqualTo(LIVE);
  }

  private void stumbleOnce(ServerAddress at) {
    if (knocks.incrementAndGet() == 1) {
      throw new IllegalArgumentException(at.toString());
    }
  }

  private void knock(ServerAddress at) throws IOException {
    knocks.incrementAndGet();
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      if (!at.equals(LIVE)) {
        silence.await();
        throw new IOException("nobody");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private static Map<ServerAddress, Advert> dead(int count) {
    var all = new LinkedHashMap<ServerAddress, Advert>();
    for (int i = 0; i < count; i++) {
      all.put(new ServerAddress("192.168.1." + (i + 1), 7070), advert("dead" + i));
    }
    return all;
  }

  private static Advert advert(String id) {
    return new Advert(id, "Office", 7070, null, 1, "0.1.0");
  }
}
