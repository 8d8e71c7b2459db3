package chat.parley.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import chat.parley.server.store.Desk.Guest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes, at any moment, and looks for what it had been promised. */
class SqliteKillTest {
  private static final int CYCLES = Integer.getInteger("parley.kill.cycles", 3);

  @TempDir Path folder;

  @Test
  void everyAckedMessageSurvivesKillNineExactlyOnce() throws Exception {
    var random = new Random(42);
    Map<String, Long> acked = new HashMap<>();
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      acked.putAll(killAfter(300 + random.nextInt(1_500), "cycle" + cycle));
      check(acked);
    }
    System.out.println("kill -9: " + CYCLES + " cycles, " + acked.size() + " acks, none lost");
  }

  /** What the writer said was acked: nonce and seq. */
  private Map<String, Long> killAfter(int acks, String name) throws Exception {
    Process writer = Jvm.start(Appender.class, folder.toString(), name);
    Map<String, Long> acked = new HashMap<>();
    try (BufferedReader lines = writer.inputReader()) {
      for (int i = 0; i < acks; i++) {
        note(acked, lines.readLine());
      }
      // By its handle: the process object would throw away what is still in the pipe.
      writer.toHandle().destroyForcibly();
      // What is still in the pipe was acked too; a line without its end was being written.
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.endsWith(";")) {
          note(acked, line);
        }
      }
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return acked;
  }

  private static void note(Map<String, Long> acked, String line) {
    String[] parts = line.replace(";", "").split(" ");
    acked.put(parts[0], Long.valueOf(parts[1]));
  }

  private void check(Map<String, Long> acked) {
    try (SqliteStore store = SqliteStore.open(folder, _ -> {}, InstantSource.system())) {
      var desk = new Desk(store);
      Guest reader = Desk.stranger("reader");
      Map<String, List<Long>> found = new HashMap<>();
      for (var listing : store.directory(reader.id())) {
        List<Event.RoomEvent> log = desk.log(listing.room().id(), reader);
        Desk.assertWithoutHoles(log);
        for (Event.RoomEvent event : log) {
          if (event instanceof Event.Message message) {
            found.computeIfAbsent(message.body(), _ -> new ArrayList<>()).add(message.seq());
          }
        }
      }
      acked.forEach((nonce, seq) -> assertThat(found.get(nonce)).containsExactly(seq));
      assertThat(found.values()).allSatisfy(seqs -> assertThat(seqs).hasSize(1));
    }
  }

  /** Appends for ever, many at a time, and prints every ack. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      var store = SqliteStore.open(Path.of(args[0]), _ -> {}, InstantSource.system());
      var desk = new Desk(store);
      Guest guest = desk.guest(args[1]);
      List<RoomId> rooms =
          List.of(
              desk.join(guest, "one").state().room().id(),
              desk.join(guest, "two").state().room().id());
      var inFlight = new Semaphore(64);
      for (int i = 0; true; i++) {
        inFlight.acquire();
        String mark = args[1] + "-" + i;
        store.submit(
            Desk.saying(guest, rooms.get(i % 2), new Nonce(mark), mark),
            result -> {
              Event.Message message = Desk.value(result).message();
              System.out.print(mark + " " + message.seq() + ";\n");
              System.out.flush();
              inFlight.release();
            });
      }
    }
  }
}
