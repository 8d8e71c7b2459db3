package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.server.store.Desk.Guest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many messages a second are committed and synced, each submitter waiting for its ack. */
@Tag("fault")
class SqliteThroughputTest {
  private static final long NANOS = 4_000_000_000L;

  @TempDir Path folder;

  @Test
  void writersTogetherAreFasterThanOneAlone() throws Exception {
    try (var store = SqliteStore.open(folder, _ -> {}, Desk.RULES, InstantSource.system())) {
      var desk = new Desk(store);
      List<RoomId> rooms = new ArrayList<>();
      Guest[] guests =
          IntStream.range(0, 64).mapToObj(i -> desk.guest("Guest" + i)).toArray(Guest[]::new);
      for (int i = 0; i < 10; i++) {
        for (Guest guest : guests) {
          desk.join(guest, "room" + i);
        }
        rooms.add(desk.join(guests[0], "room" + i).state().room().id());
      }
      measure(desk, guests, rooms, 16);

      double alone = measure(desk, guests, rooms, 1);
      measure(desk, guests, rooms, 16);
      double many = measure(desk, guests, rooms, 64);

      assertThat(many).isGreaterThan(alone);
    }
  }

  private static double measure(Desk desk, Guest[] guests, List<RoomId> rooms, int writers)
      throws Exception {
    long start = System.nanoTime();
    var all = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Long>>> running = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        Guest guest = guests[w];
        running.add(threads.submit(() -> write(desk, guest, rooms, start + NANOS)));
      }
      for (var one : running) {
        all.addAll(one.get());
      }
    }
    double perSecond = all.size() / ((System.nanoTime() - start) / 1e9);
    long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%2d submitters: %,.0f messages/s, ack p50 %.2f ms, p99 %.2f ms%n",
        writers,
        perSecond,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
    assertThat(Arrays.stream(sorted).allMatch(nanos -> nanos > 0)).isTrue();
    return perSecond;
  }

  private static List<Long> write(Desk desk, Guest guest, List<RoomId> rooms, long end) {
    var times = new ArrayList<Long>();
    String body =
        "A message of about a hundred bytes, as people write them when they talk to each other.";
    for (int i = 0; System.nanoTime() - end < 0; i++) {
      long start = System.nanoTime();
      desk.say(guest, rooms.get(i % rooms.size()), body);
      times.add(System.nanoTime() - start);
    }
    return times;
  }
}
