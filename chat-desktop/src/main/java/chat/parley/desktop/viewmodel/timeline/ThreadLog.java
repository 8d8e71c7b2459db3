package chat.parley.desktop.viewmodel.timeline;

import chat.parley.protocol.Event;
import chat.parley.protocol.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The first message of a thread and those of its replies that are known, in their order. */
final class ThreadLog {
  private final long root;
  private final TreeMap<Long, Event.Message> messages = new TreeMap<>();

  /** Messages up to there are gone because of their age. */
  private long expired;

  ThreadLog(long root) {
    this.root = root;
  }

  List<Event.RoomEvent> events() {
    return new ArrayList<>(messages.values());
  }

  Event.@Nullable Message message(long seq) {
    return messages.get(seq);
  }

  /** The newest seq that is known; 0 when nothing is. */
  long newest() {
    return messages.isEmpty() ? 0 : messages.lastKey();
  }

  /** The seq of the oldest reply that is known; 0 when none is. */
  long firstReply() {
    Long first = messages.higherKey(root);
    return first == null ? 0 : first;
  }

  /** Of what is known already, the state that more has happened to stays. */
  void take(List<Event.Message> found) {
    for (Event.Message message : found) {
      messages.merge(
          message.seq(),
          left(message),
          (old, now) -> now.changes().seq() >= old.changes().seq() ? now : old);
    }
  }

  /** Messages up to that seq are gone; also of what is taken later. */
  void expire(long seq) {
    expired = Math.max(expired, seq);
    messages.replaceAll((_, message) -> left(message));
  }

  private Event.Message left(Event.Message message) {
    return (Event.Message) Fold.expired(message, expired);
  }

  void onEvents(List<Event.RoomEvent> events) {
    for (Event.RoomEvent event : events) {
      messages.computeIfPresent(Fold.targetOf(event), (_, message) -> Fold.after(message, event));
      if (event instanceof Event.Renamed renamed) {
        messages.replaceAll((_, message) -> (Event.Message) Fold.renamed(message, renamed));
      }
      if (event instanceof Event.Message message && message.ties().thread() == root) {
        take(List.of(message));
      }
    }
  }
}
