package chat.parley.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.server.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty people in the room whose computers went to sleep with the connection open, all the time: as
 * one is cut, the next one falls asleep. The others must not feel it: they are compared with
 * themselves beside fifty who do read.
 */
@Tag("fault")
class SlowReadersTest {
  private static final int DEAF = 50;
  private static final int PER_SECOND = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration PHASE = Duration.ofSeconds(12);

  /** Beside the ones, beside the others, and again: the computer's own moods come to both. */
  private static final int TURNS = 3;

  /** Of what is in use beside the deaf, at any time. */
  private static final long HEAP_GROWTH = 12L * 1024 * 1024;

  /** Each look stops the server for a full collection. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final String PAD = "x".repeat(4_000);

  /** Queues without a cap would hold more than the bound of this, up to the deadline of writes. */
  private static final String LARGE_PAD = "x".repeat(8_000);

  @TempDir Path data;

  @Test
  void fiftyWhoNeverReadCostLittleAndSlowNobody() throws Exception {
    var healthy = new ArrayList<Chatter>();
    var besideReaders = new ArrayList<Long>();
    var besideDeaf = new ArrayList<Long>();
    int cut = 0;
    long growth = 0;
    try (ServerProcess server = ServerProcess.start(data, "--no-rate-limits")) {
      RoomId room = null;
      for (int i = 0; i < 10; i++) {
        var chatter = new Chatter(server.port(), "Chatter " + i);
        healthy.add(chatter);
        room = chatter.join("kitchen");
      }
      flood(healthy, room, WARM_UP, PAD);
      for (int turn = 1; turn <= TURNS; turn++) {
        besideReaders.addAll(floodBesideReaders(server, healthy, room, turn));
        long heapBefore = liveHeap(server);
        try (var deaf = new DeafCrowd(server.port(), "Deaf " + turn, "kitchen", DEAF)) {
          // They come, and the first of them go, while nobody's delays count.
          flood(healthy, room, deaf.gathering(), PAD);
          awaitPresent(healthy.getFirst(), room, "Deaf ", DEAF);
          besideDeaf.addAll(flood(healthy, room, PHASE, PAD));
          cut += deaf.replaced();
          if (turn == TURNS) {
            growth = mostHeapInAFlood(server, healthy, room) - heapBefore;
          }
        }
        awaitPresent(healthy.getFirst(), room, "Deaf ", 0);
      }
      double baseline = percentile99(besideReaders);
      double withDeaf = percentile99(besideDeaf);
      System.out.printf(
          "50 who never read: p99 %.2f ms beside 50 who read, %.2f ms beside them, by turns;"
              + " %d of them cut meanwhile; heap at most %+d KiB%n",
          baseline, withDeaf, cut, growth / 1024);
      assertThat(cut).isGreaterThanOrEqualTo(DEAF);
      assertThat(growth).isLessThan(HEAP_GROWTH);
      // Half a millisecond of slack: at this size the scheduler is louder than the server.
      assertThat(withDeaf).isLessThan(1.5 * baseline + 0.5);
      assertThat(healthy).flatExtracting(Chatter::problems).isEmpty();
    } finally {
      healthy.forEach(Chatter::close);
    }
  }

  private static List<Long> floodBesideReaders(
      ServerProcess server, List<Chatter> healthy, RoomId room, int turn) throws Exception {
    var listening = new ArrayList<DeafReader>();
    try {
      for (int i = 0; i < DEAF; i++) {
        listening.add(
            new DeafReader(server.port(), "Reader " + turn + " " + i, "kitchen").listening());
      }
      awaitPresent(healthy.getFirst(), room, "Reader ", DEAF);
      return flood(healthy, room, PHASE, PAD);
    } finally {
      for (DeafReader reader : listening) {
        reader.close();
      }
    }
  }

  private static void awaitPresent(Chatter asking, RoomId room, String like, int count) {
    Eventually.holds(
        Duration.ofSeconds(15),
        () -> asking.present(room).stream().filter(name -> name.startsWith(like)).count() == count,
        () -> "not " + count + " of " + like);
  }

  /**
   * Says so much a second into the room; the time from saying to hearing of each, in nanoseconds.
   */
  private static List<Long> flood(
      List<Chatter> chatters, RoomId room, Duration howLong, String pad) {
    Chatter ear = chatters.getLast();
    int heardBefore = ear.messagesHeard(room);
    long start = System.nanoTime();
    int total = (int) (PER_SECOND * howLong.toSeconds());
    for (int i = 0; i < total; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
      LockSupport.parkNanos(due - System.nanoTime());
      chatters.get(i % (chatters.size() - 1)).say(room, i + " at " + System.nanoTime() + " " + pad);
    }
    Eventually.holds(
        Duration.ofSeconds(60),
        () -> ear.messagesHeard(room) >= heardBefore + total,
        () -> "heard " + ear.messagesHeard(room));
    return Arrays.stream(ear.delays(room, heardBefore)).boxed().toList();
  }

  /** In milliseconds. */
  private static double percentile99(List<Long> delays) {
    return delays.stream().sorted().skip(delays.size() * 99L / 100).findFirst().orElseThrow() / 1e6;
  }

  /** Asked for again and again while the flood goes on; nobody's delays count in this one. */
  private static long mostHeapInAFlood(ServerProcess server, List<Chatter> chatters, RoomId room)
      throws IOException, InterruptedException {
    var flood =
        CompletableFuture.runAsync(
            () -> flood(chatters, room, PHASE, LARGE_PAD), task -> new Thread(task).start());
    long most = 0;
    while (!flood.isDone()) {
      most = Math.max(most, liveHeap(server));
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    flood.join();
    return most;
  }

  private static long liveHeap(ServerProcess server) throws IOException, InterruptedException {
    // Collects and counts in one stop, so that nothing is counted that was garbage a moment later.
    String heap = run("jcmd", String.valueOf(server.process().pid()), "GC.class_histogram");
    var total = Pattern.compile("(?m)^Total +\\d+ +(\\d+)").matcher(heap);
    assertThat(total.find()).as(heap).isTrue();
    return Long.parseLong(total.group(1));
  }

  private static String run(String tool, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
