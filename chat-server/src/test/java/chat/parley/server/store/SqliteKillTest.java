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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes, at any moment, and looks for what it had been promised. */
class SqliteKillTest {
  /** What an edit puts behind a message's text, and the word that says so before its mark. */
  private static final String EDITED = ",edited";

  private static final int CYCLES = Integer.getInteger("parley.kill.cycles", 3);

  @TempDir Path folder;

  @Test
  void everyAckedMessageAndEditSurvivesKillNineExactlyOnce() throws Exception {
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

  /** The mark of a message, whatever became of it. */
  private static String mark(String body) {
    return body.replace(EDITED, "");
  }

  private void check(Map<String, Long> acked) {
    try (SqliteStore store =
        SqliteStore.open(folder, _ -> {}, Desk.RULES, InstantSource.system())) {
      var desk = new Desk(store);
      Guest reader = Desk.stranger("reader");
      Map<String, List<Long>> found = new HashMap<>();
      Set<String> edited = new HashSet<>();
      for (var listing : store.directory(reader.id())) {
        List<Event.RoomEvent> log = desk.log(listing.room().id(), reader);
        Desk.assertWithoutHoles(log);
        for (Event.RoomEvent event : log) {
          if (event instanceof Event.Message message) {
            found.computeIfAbsent(mark(message.body()), _ -> new ArrayList<>()).add(message.seq());
            if (message.changes().editedAt() > 0) {
              assertThat(message.body()).endsWith(EDITED);
              edited.add(mark(message.body()) + EDITED);
            }
          }
        }
      }
      acked.forEach(
          (mark, seq) -> {
            if (mark.endsWith(EDITED)) {
              assertThat(edited).contains(mark);
            }
            assertThat(found.get(mark(mark))).containsExactly(seq);
          });
      assertThat(found.values()).allSatisfy(seqs -> assertThat(seqs).hasSize(1));
    }
  }

  /** Appends for ever, many at a time, and prints every ack. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      var store = SqliteStore.open(Path.of(args[0]), _ -> {}, Desk.RULES, InstantSource.system());
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
              print(mark, message.seq());
              if (message.seq() % 3 == 0) {
                edit(store, guest, message, inFlight);
              } else {
                inFlight.release();
              }
            });
      }
    }

    private static void edit(Store store, Guest guest, Event.Message message, Semaphore inFlight) {
      String body = message.body() + EDITED;
      store.submit(
          new Write.Edit(message.room(), guest.user(), message.seq(), body, List.of()),
          result -> {
            assertThat(Desk.value(result).changed()).isTrue();
            print(body, message.seq());
            inFlight.release();
          });
    }

    private static void print(String mark, long seq) {
      System.out.print(mark + " " + seq + ";\n");
      System.out.flush();
    }
  }
}
