package chat.parley.client;

import static chat.parley.client.Talk.KITCHEN;
import static chat.parley.client.Talk.LOBBY;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Whatever the network does, what was applied is the log, and what was sent is in it once. */
class NothingIsLostTest {

  // Real threads and sockets take part, so a smaller sample may not fail in the same way.
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void appliedIsTheLogAndEveryMessageIsInItOnce(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 25) int trouble,
      @ForAll @IntRange(min = 1, max = 60) int steps)
      throws Exception {
    var random = new Random(seed);
    var journal = new MemoryJournal();
    var heard = new Recorder();
    var sent = new ArrayList<String>();
    try (var server = new LittleServer(seed, LOBBY, KITCHEN)) {
      ParleyClient client = start(server, journal, heard);
      heard.awaitLink(LinkState.LIVE);
      server.speak(LOBBY, "first");
      server.speak(KITCHEN, "first");
      heard.awaitEvents(2);
      // From here on something is kept of both rooms, so that nothing may be skipped.
      server.trouble(trouble);
      for (int i = 0; i < steps; i++) {
        RoomId room = random.nextBoolean() ? LOBBY : KITCHEN;
        switch (random.nextInt(20)) {
          case 0 -> server.cut();
          case 1 -> {
            client.close();
            client = start(server, journal, heard);
          }
          case 2, 3, 4, 5, 6, 7 -> {
            String body = "mine " + i;
            client.send(room, body).join();
            sent.add(body);
          }
          default -> server.speak(room, "theirs " + i);
        }
      }
      server.calmDown();
      awaitLevel(server, journal, heard);
      client.close();
      check(server, journal, heard, sent);
    }
  }

  private static ParleyClient start(LittleServer server, Journal journal, Recorder heard) {
    return ParleyClient.start(Talk.config(server.address()), journal, heard);
  }

  private static void awaitLevel(LittleServer server, MemoryJournal journal, Recorder heard)
      throws InterruptedException {
    heard.await(
        "all that is in the log",
        _ ->
            journal.outbox().isEmpty()
                && journal
                    .cursors()
                    .equals(
                        Map.of(
                            LOBBY, (long) server.log(LOBBY).size(),
                            KITCHEN, (long) server.log(KITCHEN).size())));
  }

  private static void check(
      LittleServer server, MemoryJournal journal, Recorder heard, List<String> sent) {
    var mine = new ArrayList<String>();
    for (RoomId room : List.of(LOBBY, KITCHEN)) {
      List<Event.Message> log = server.log(room);
      List<Event.RoomEvent> kept = journal.events(room);
      int skipped = log.size() - kept.size();
      assertThat(kept).isEqualTo(log.subList(skipped, log.size()));
      assertThat(heard.events().stream().filter(event -> event.room().equals(room)))
          .isEqualTo(kept);
      log.stream()
          .filter(message -> message.from().equals(Talk.ANN.id()))
          .forEach(message -> mine.add(message.body()));
    }
    assertThat(mine).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(heard.outgoing(Outgoing.State.SENT)).hasSameSizeAs(sent);
    assertThat(heard.outgoing(Outgoing.State.FAILED)).isEmpty();
  }
}
