package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.model.Nonce;
import chat.parley.protocol.Event;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * My messages in one room that have no place in its log yet. A message that was acknowledged stays
 * here until its event arrives, so that its row is never gone in between.
 */
final class Unsent {
  private final SequencedMap<Nonce, Outgoing> messages = new LinkedHashMap<>();

  /** Thrown away here, while the news of an earlier state may still be on its way. */
  private final Set<Nonce> discarded = new HashSet<>();

  List<Outgoing> messages() {
    return List.copyOf(messages.values());
  }

  /** What the outbox has; what is known already is newer and stays. */
  void open(List<Outgoing> outbox) {
    outbox.forEach(message -> messages.putIfAbsent(message.nonce(), message));
  }

  /**
   * A message moved on.
   *
   * @param shownTo the newest seq whose event has arrived
   * @return whether it is one that was not known before
   */
  boolean move(Outgoing message, long shownTo) {
    boolean arrived =
        message.state() == Outgoing.State.SENT && message.seq() > 0 && message.seq() <= shownTo;
    if (arrived || discarded.contains(message.nonce())) {
      messages.remove(message.nonce());
      return false;
    }
    return messages.put(message.nonce(), message) == null;
  }

  /** These events have arrived; those of mine among them are no longer on their way. */
  void arrived(List<? extends Event.RoomEvent> events) {
    if (messages.isEmpty()) {
      return;
    }
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.Message message && message.nonce() != null) {
        messages.remove(message.nonce());
      }
    }
  }

  void discard(Nonce nonce) {
    discarded.add(nonce);
    messages.remove(nonce);
  }
}
