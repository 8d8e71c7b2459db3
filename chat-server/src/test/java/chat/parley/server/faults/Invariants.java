package chat.parley.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.protocol.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must be true of a room's log after whatever happened to the server. */
final class Invariants {
  private Invariants() {}

  /** Every seq from 1 to the head is there, in order. */
  static void assertNoHoles(List<Event.RoomEvent> log) {
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).seq()).as("seq at place %d of the log", i).isEqualTo(i + 1L);
    }
  }

  /** Every acknowledged text stands in the log once; no text stands there twice. */
  static void assertAckedOnce(List<Event.RoomEvent> log, Collection<String> acked) {
    Map<String, Integer> counts = new HashMap<>();
    for (Event.RoomEvent event : log) {
      if (event instanceof Event.Message message) {
        counts.merge(message.body(), 1, Integer::sum);
      }
    }
    assertThat(counts.values()).as("how often each text stands in the log").containsOnly(1);
    assertThat(counts.keySet()).as("texts in the log").containsAll(acked);
  }

  /** What a reader was shown is a run of the log: nothing missing, nothing twice, same order. */
  static void assertShownAsLogged(List<Event.RoomEvent> log, List<Event.RoomEvent> shown) {
    assertThat(shown).isNotEmpty();
    int from = (int) shown.getFirst().seq() - 1;
    assertThat(shown.stream().map(Invariants::essence).toList())
        .isEqualTo(log.subList(from, log.size()).stream().map(Invariants::essence).toList());
  }

  /** Without the nonce, which only its sender sees. */
  private static String essence(Event.RoomEvent event) {
    return event.seq() + (event instanceof Event.Message message ? " " + message.body() : "");
  }
}
