package chat.parley.server.room;

import chat.parley.model.UserId;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room that somebody is connected to, and the connections that hear it. Who hears it is replaced
 * as a whole under the lock of {@link LiveRooms} and read without it.
 */
final class LiveRoom {
  /** Frames of one batch leave joined, up to this size, so that no outbox sees one huge frame. */
  private static final int JOIN_BYTES = 64 * 1024;

  /** A connection and whose it is. */
  record Listener(UserId user, Recipient recipient) {}

  private volatile Listener[] listeners = {};

  boolean isEmpty() {
    return listeners.length == 0;
  }

  void add(UserId user, Recipient recipient) {
    Listener[] now = listeners;
    for (Listener listener : now) {
      if (listener.recipient() == recipient) {
        return;
      }
    }
    Listener[] next = Arrays.copyOf(now, now.length + 1);
    next[now.length] = new Listener(user, recipient);
    listeners = next;
  }

  void remove(Recipient recipient) {
    Listener[] now = listeners;
    var next = new ArrayList<Listener>(now.length);
    for (Listener listener : now) {
      if (listener.recipient() != recipient) {
        next.add(listener);
      }
    }
    listeners = next.toArray(Listener[]::new);
  }

  void offer(Frame frame) {
    for (Listener listener : listeners) {
      listener.recipient().offer(frame);
    }
  }

  void offerExcept(UserId user, Frame frame) {
    for (Listener listener : listeners) {
      if (!listener.user().equals(user)) {
        listener.recipient().offer(frame);
      }
    }
  }

  /**
   * Passes on events of this room in order. Each is encoded once for everybody, and once more with
   * its nonce for the devices of who sent it.
   */
  void deliver(List<Event.RoomEvent> events) {
    Listener[] now = listeners;
    if (now.length == 0) {
      return;
    }
    var encoded = new ArrayList<Encoded>(events.size());
    for (Event.RoomEvent event : events) {
      encoded.add(Encoded.of(event));
    }
    List<Frame> forAll = joined(encoded, null);
    Map<UserId, List<Frame>> forSenders = new HashMap<>();
    for (Encoded event : encoded) {
      if (event.sender() != null) {
        forSenders.put(event.sender(), List.of());
      }
    }
    for (Listener listener : now) {
      List<Frame> frames = forAll;
      if (forSenders.containsKey(listener.user())) {
        frames =
            forSenders.compute(
                listener.user(),
                (user, known) -> known == null || known.isEmpty() ? joined(encoded, user) : known);
      }
      for (Frame frame : frames) {
        listener.recipient().offer(frame);
      }
    }
  }

  private static List<Frame> joined(List<Encoded> events, @Nullable UserId reader) {
    var frames = new ArrayList<Frame>();
    var waiting = new ArrayList<Frame>();
    int bytes = 0;
    for (Encoded event : events) {
      Frame frame = event.forReader(reader);
      if (!waiting.isEmpty() && bytes + frame.size() > JOIN_BYTES) {
        frames.add(Frame.join(waiting));
        waiting.clear();
        bytes = 0;
      }
      waiting.add(frame);
      bytes += frame.size();
    }
    frames.add(waiting.size() == 1 ? waiting.getFirst() : Frame.join(waiting));
    return frames;
  }

  /** An event as everybody gets it, and as its sender does. */
  private record Encoded(Frame shared, @Nullable Frame own, @Nullable UserId sender) {

    static Encoded of(Event.RoomEvent event) {
      if (event instanceof Event.Message m && m.nonce() != null) {
        return new Encoded(
            Frame.of(Codec.encode(m.withoutNonce())), Frame.of(Codec.encode(m)), m.from());
      }
      return new Encoded(Frame.of(Codec.encode(event)), null, null);
    }

    Frame forReader(@Nullable UserId reader) {
      return own != null && reader != null && reader.equals(sender) ? own : shared;
    }
  }
}
