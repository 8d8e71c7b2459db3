package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages that others answer, however old they are. What is not here is looked for once. */
final class Quotes {
  private final MessageLookup lookup;
  private final Runnable changed;
  private final Map<Long, Event.Message> found = new HashMap<>();
  private final Set<Long> asked = new HashSet<>();
  private final Set<Long> missing = new HashSet<>();

  /**
   * @param changed runs when a message was found, or was not
   */
  Quotes(RoomId room, Seat seat, Runnable changed) {
    lookup = new MessageLookup(room, seat);
    this.changed = changed;
  }

  /**
   * @param shown the message, when it is on the screen anyway
   */
  Quote of(long seq, Event.@Nullable Message shown) {
    Event.Message message = shown == null ? found.get(seq) : shown;
    if (message != null) {
      return Quote.of(message);
    }
    if (missing.contains(seq)) {
      return Quote.unknown(seq);
    }
    if (asked.add(seq)) {
      lookup.find(seq, answer -> answered(seq, answer));
    }
    return Quote.loading(seq);
  }

  private void answered(long seq, Event.@Nullable Message message) {
    if (message == null) {
      missing.add(seq);
    } else {
      found.put(seq, message);
    }
    changed.run();
  }

  /** What became of messages that are quoted. */
  void onEvents(List<Event.RoomEvent> events) {
    for (Event.RoomEvent event : events) {
      found.computeIfPresent(Fold.targetOf(event), (seq, message) -> Fold.after(message, event));
      if (event instanceof Event.Renamed renamed) {
        found.replaceAll((_, message) -> (Event.Message) Fold.renamed(message, renamed));
      }
    }
  }

  /** Messages up to that seq are gone because of their age. */
  void expire(long seq) {
    found.replaceAll((_, message) -> (Event.Message) Fold.expired(message, seq));
  }

  /** There is a connection again: what could not be found may be now. */
  void tryAgain() {
    asked.removeAll(missing);
    missing.clear();
  }

  void reset() {
    found.clear();
    asked.clear();
    missing.clear();
  }
}
