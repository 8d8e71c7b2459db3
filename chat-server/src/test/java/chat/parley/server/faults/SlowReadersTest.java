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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty people in the room whose computers went to sleep with the connection open. The others must
 * not feel it: they are compared with themselves beside fifty who do read.
 */
@Tag("fault")
class SlowReadersTest {
  private static final int DEAF = 50;
  private static final int PER_SECOND = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration PHASE = Duration.ofSeconds(12);
  private static final long HEAP_GROWTH = 64L * 1024 * 1024;

  @TempDir Path data;

  @Test
  void fiftyWhoNeverReadCostLittleAndSlowNobody() throws Exception {
    var healthy = new ArrayList<Chatter>();
    var listening = new ArrayList<DeafReader>();
    var deaf = new ArrayList<DeafReader>();
    try (ServerProcess server = ServerProcess.start(data, "--no-rate-limits")) {
      RoomId room = null;
      for (int i = 0; i < 10; i++) {
        var chatter = new Chatter(server.port(), "Chatter " + i);
        healthy.add(chatter);
        room = chatter.join("kitchen");
      }
      for (int i = 0; i < DEAF; i++) {
        listening.add(new DeafReader(server.port(), "Reader " + i, "kitchen").listening());
      }
      awaitPresent(healthy.getFirst(), room, "Reader ", DEAF);
      flood(healthy, room, WARM_UP);
      double baseline = flood(healthy, room, PHASE);
      for (DeafReader reader : listening) {
        reader.close();
      }
      long heapBefore = liveHeap(server);
      for (int i = 0; i < DEAF; i++) {
        deaf.add(new DeafReader(server.port(), "Deaf " + i, "kitchen"));
      }
      awaitPresent(healthy.getFirst(), room, "Deaf ", DEAF);
      double withDeaf = flood(healthy, room, PHASE);
      long heapAfter = liveHeap(server);
      awaitPresent(healthy.getFirst(), room, "Deaf ", 0);
      System.out.printf(
          "50 who never read: p99 %.2f ms beside 50 who read, %.2f ms beside them; heap %+d KiB%n",
          baseline, withDeaf, (heapAfter - heapBefore) / 1024);
      assertThat(heapAfter - heapBefore).isLessThan(HEAP_GROWTH);
      // Half a millisecond of slack: at this size the scheduler is louder than the server.
      assertThat(withDeaf).isLessThan(1.5 * baseline + 0.5);
      assertThat(healthy).flatExtracting(Chatter::problems).isEmpty();
    } finally {
      healthy.forEach(Chatter::close);
      for (DeafReader reader : deaf) {
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

  /** Says so much a second into the room; the 99th percentile from saying to hearing, in ms. */
  private static double flood(List<Chatter> chatters, RoomId room, Duration howLong) {
    Chatter ear = chatters.getLast();
    int heardBefore = ear.messagesHeard(room);
    long start = System.nanoTime();
    int total = (int) (PER_SECOND * howLong.toSeconds());
    for (int i = 0; i < total; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
      LockSupport.parkNanos(due - System.nanoTime());
      chatters.get(i % (chatters.size() - 1)).say(room, i + " at " + System.nanoTime() + " " + PAD);
    }
    return percentile99(ear, room, heardBefore, total);
  }

  private static final String PAD = "x".repeat(4_000);

  private static double percentile99(Chatter ear, RoomId room, int heardBefore, int total) {
    Eventually.holds(
        Duration.ofSeconds(20),
        () -> ear.messagesHeard(room) >= heardBefore + total,
        () -> "heard " + ear.messagesHeard(room));
    long[] delays = ear.delays(room, heardBefore);
    Arrays.sort(delays);
    return delays[delays.length * 99 / 100] / 1e6;
  }

  private static long liveHeap(ServerProcess server) throws IOException, InterruptedException {
    String pid = String.valueOf(server.process().pid());
    run("jcmd", pid, "GC.run");
    String heap = run("jcmd", pid, "GC.heap_info");
    var used = Pattern.compile("used (\\d+)K").matcher(heap);
    assertThat(used.find()).as(heap).isTrue();
    return Long.parseLong(used.group(1)) * 1024;
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
