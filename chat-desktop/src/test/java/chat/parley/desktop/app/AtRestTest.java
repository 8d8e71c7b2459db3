package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Journal;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.view.Fx;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole app costs while nobody does anything: memory and processor time. */
@Tag("fault")
class AtRestTest {
  private static final int ROOMS = 20;
  private static final int MESSAGES_EACH = 5_000;
  private static final long HEAP_BYTES = 150L << 20;
  private static final double CPU_PERCENT = 1.0;

  /** Until the caret no longer blinks and what was done before is compiled. */
  private static final int SETTLE_SECONDS = 15;

  private static final int WATCH_SECONDS = 10;
  private static final User ANN = new User(new UserId("ann"), "Ann", Role.GUEST);
  private static final String NOWHERE = "127.0.0.1:1";

  @TempDir Path folder;

  @Test
  void twentyRoomsWithAHundredThousandMessagesTakeLittleMemoryAndNoTime() throws Exception {
    fillCache();
    try (Desk ann = Desk.open(folder, "--server", NOWHERE, "--name", ANN.name())) {
      Fx.await(() -> ann.server() != null && ann.server().rooms().items().size() == ROOMS);
      for (int i = 0; i < ROOMS; i++) {
        int room = i;
        Fx.run(
            () ->
                ann.server()
                    .rooms()
                    .selectedProperty()
                    .set(ann.server().rooms().items().get(room)));
        Fx.await(() -> ann.sees("Message " + MESSAGES_EACH + " "));
      }
      long heap = Heap.afterCollection();
      double cpu = cpuPercent();
      System.out.printf(
          "20 rooms, 100,000 messages kept, each room seen once: heap %.0f MB, %.2f %% of a"
              + " processor at rest%n",
          heap / 1e6, cpu);
      assertThat(heap).isLessThan(HEAP_BYTES);
      assertThat(cpu).isLessThan(CPU_PERCENT);
    }
  }

  /**
   * Of one processor, of all threads of this process, over ten seconds in which nothing is done.
   */
  private static double cpuPercent() throws InterruptedException {
    var never = new CountDownLatch(1); // The time itself is what is waited for.
    cpuNanos(); // The first look loads what looks.
    boolean over = never.await(SETTLE_SECONDS, TimeUnit.SECONDS);
    long start = cpuNanos();
    over |= never.await(WATCH_SECONDS, TimeUnit.SECONDS);
    long spent = cpuNanos() - start;
    assertThat(over).isFalse();
    return spent / (WATCH_SECONDS * 1e7);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void fillCache() throws Exception {
    try (Profile profile = Profile.open(folder);
        Cache cache = Cache.open(profile.cache(ServerAddress.parse(NOWHERE), ANN.name()))) {
      cache.loggedIn(new Journal.Login("epoch", "token", ANN));
      var rooms = new ArrayList<RoomState>();
      for (int i = 0; i < ROOMS; i++) {
        var id = new RoomId("room" + i);
        rooms.add(
            new RoomState(
                new Room(id, "room " + i, RoomKind.PUBLIC, ""),
                MESSAGES_EACH,
                MESSAGES_EACH,
                0,
                0));
      }
      cache.rooms(rooms);
      for (RoomState room : rooms) {
        cache.append(room.room().id(), messages(room.room().id()));
      }
    }
  }

  private static List<Event.RoomEvent> messages(RoomId room) {
    var events = new ArrayList<Event.RoomEvent>();
    for (int i = 1; i <= MESSAGES_EACH; i++) {
      int who = i / 3 % 9;
      events.add(
          new Event.Message(
              room,
              i,
              new UserId("u" + who),
              "Person " + who,
              1_760_000_000_000L + i * 30_000L,
              "Message " + i + " " + "with some words in it ".repeat(1 + i % 7),
              List.of(),
              null));
    }
    return events;
  }
}
