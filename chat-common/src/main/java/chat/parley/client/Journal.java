package chat.parley.client;

import chat.parley.model.Kept;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client keeps between connections, for one person on one server. Every method is called on
 * the client's own thread only; when one returns, what it was given survives a crash (for journals
 * that promise that at all, see {@link MemoryJournal}).
 */
public interface Journal {
  /** What the last log-in left behind. */
  record Login(String epoch, String token, User user) {}

  /** Empty-handed on a first visit. */
  @Nullable Login login();

  /** A log-in succeeded. */
  void loggedIn(Login login);

  /**
   * The rooms as the server has them now; rooms that are not in the list are forgotten, and for the
   * others the same holds as for {@link #room}.
   */
  void rooms(List<RoomState> rooms);

  /**
   * One room came, or its numbers changed. What {@link RoomState#expired} says is gone, is gone
   * here too when this returns.
   */
  void room(RoomState room);

  void roomRemoved(RoomId room);

  /** The last seq applied in each room of which something is kept. */
  Map<RoomId, Long> cursors();

  /**
   * Appends events whose first seq is the room's cursor + 1, or any when nothing of the room is
   * kept, and moves the cursor in the same step. What changes a message that is kept is folded into
   * it (see {@link chat.parley.protocol.Fold}), so that reading it shows it as it is now.
   */
  void append(RoomId room, List<Event.RoomEvent> events);

  /**
   * Older events; the cursor stays. Kept only when they end just before the oldest one kept, else
   * ignored: the client does not know how far back the journal reaches.
   */
  void prepend(RoomId room, List<Event.RoomEvent> events);

  /** Forgets the events and the cursor of a room, not the outbox. */
  void reset(RoomId room);

  /** What this person keeps for all devices, as far as known here. */
  Keeps keeps();

  /**
   * Something was put or taken away. What is kept of that key before is replaced; one whose value
   * is null and whose version is not 0 may be forgotten.
   *
   * @param version the highest version heard of so far
   * @param kept with version 0 when the server has not heard of it yet
   */
  void keep(long version, Kept kept);

  /**
   * @param version the highest version of the server that is in here
   * @param entries one for each key; those of version 0 wait to be said
   */
  record Keeps(long version, List<Kept> entries) {
    public Keeps {
      entries = List.copyOf(entries);
    }
  }

  /** All messages that were not acknowledged, in the order written, failed ones included. */
  List<Outgoing> outbox();

  /** Adds a message to the outbox or changes its state. */
  void put(Outgoing message);

  /** Takes a message out of the outbox: it was acknowledged, or deleted by its writer. */
  void remove(Nonce nonce);
}
