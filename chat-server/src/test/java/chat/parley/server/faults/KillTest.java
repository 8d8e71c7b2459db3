package chat.parley.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed in the middle of a burst again and again; nothing that was acknowledged may
 * be missing, double or out of place, neither on its disk nor on anybody's screen.
 */
class KillTest {
  private static final int CYCLES = Integer.getInteger("parley.kill.cycles", 3);
  private static final int CHATTERS = 6;

  @TempDir Path data;

  @Test
  void killedInABurstNothingAcknowledgedIsLostOrDoubled() throws Exception {
    var random = new Random(20_261_124);
    var chatters = new ArrayList<Chatter>();
    try (ServerProcess server = ServerProcess.start(data, "--no-rate-limits")) {
      List<RoomId> rooms = new ArrayList<>();
      for (int i = 0; i < CHATTERS; i++) {
        var chatter = new Chatter(server.port(), "Chatter " + i);
        chatters.add(chatter);
        rooms = List.of(chatter.join("kitchen"), chatter.join("office"));
      }
      for (Chatter chatter : chatters) {
        chatter.talk(rooms);
      }
      for (int cycle = 0; cycle < CYCLES; cycle++) {
        burst(chatters, 200 + random.nextInt(800));
        server.kill();
        server.restart();
      }
      burst(chatters, 500);
      for (Chatter chatter : chatters) {
        chatter.stopTalking();
      }
      Eventually.holds(
          Duration.ofSeconds(60),
          () -> chatters.stream().allMatch(Chatter::nothingWaits),
          chatters::toString);
      check(chatters, rooms);
    } finally {
      chatters.forEach(Chatter::close);
    }
  }

  /** Lets them talk until so many more messages were acknowledged. */
  private static void burst(List<Chatter> chatters, int messages) {
    int goal = acked(chatters).size() + messages;
    Eventually.holds(
        Duration.ofSeconds(60), () -> acked(chatters).size() >= goal, chatters::toString);
  }

  private static void check(List<Chatter> chatters, List<RoomId> rooms) throws Exception {
    assertThat(chatters).flatExtracting(Chatter::problems).isEmpty();
    var logged = new HashMap<String, Chatter.Acked>();
    for (RoomId room : rooms) {
      List<Event.RoomEvent> log = chatters.getFirst().log(room);
      Invariants.assertNoHoles(log);
      Invariants.assertAckedOnce(log, List.of());
      for (Event.RoomEvent event : log) {
        if (event instanceof Event.Message m) {
          assertThat(logged.put(m.body(), new Chatter.Acked(room, m.seq()))).isNull();
        }
      }
      for (Chatter chatter : chatters) {
        long head = log.getLast().seq();
        Eventually.holds(
            Duration.ofSeconds(20),
            () -> !chatter.shown(room).isEmpty() && chatter.shown(room).getLast().seq() == head,
            () -> chatter + " was shown up to " + chatter.shown(room).getLast().seq());
        Invariants.assertShownAsLogged(log, chatter.shown(room));
      }
    }
    Map<String, Chatter.Acked> acked = acked(chatters);
    assertThat(logged).containsAllEntriesOf(acked);
    System.out.printf(
        "kill -9: %d times, %d messages acknowledged, none lost, none doubled%n",
        CYCLES, acked.size());
  }

  private static Map<String, Chatter.Acked> acked(List<Chatter> chatters) {
    var all = new HashMap<String, Chatter.Acked>();
    chatters.forEach(chatter -> all.putAll(chatter.acked()));
    return all;
  }
}
