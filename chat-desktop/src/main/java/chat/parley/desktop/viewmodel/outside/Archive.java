package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.Outgoing;
import chat.parley.model.Kept;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.SearchWords;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this computer keeps of one person's rooms on one server, for reading. Methods wait for the
 * disk and may be called from any thread but the FX thread.
 */
public interface Archive {
  /** What is on the screen before any server has answered. {@code me} is null on a first visit. */
  record Snapshot(
      @Nullable User me,
      List<RoomState> rooms,
      List<Outgoing> outbox,
      List<Kept> kept,
      @Nullable String notice) {
    public Snapshot {
      rooms = List.copyOf(rooms);
      outbox = List.copyOf(outbox);
      kept = List.copyOf(kept);
    }
  }

  Snapshot snapshot();

  /** Up to {@code limit} kept events that end just before {@code seq}, oldest first. */
  List<Event.RoomEvent> before(RoomId room, long seq, int limit);

  /** Up to {@code limit} kept events that start just after {@code seq}, oldest first. */
  List<Event.RoomEvent> after(RoomId room, long seq, int limit);

  /**
   * A page of the kept messages that fit, the newest first; the same that {@link Command.Search}
   * finds on the server, as far as it is kept here.
   *
   * @param before 0 for the newest, else the last page's {@code next}
   */
  Event.Hits search(SearchWords words, Command.Narrow narrow, long before, int limit);

  /** Everybody who said something that is kept here, by the names of today. */
  Map<UserId, String> authors();

  /** Messages of a room that are still on their way, in the order written. */
  List<Outgoing> outbox(RoomId room);

  /** Whether the key of this device is in the system's store, not in a file. Returns at once. */
  default boolean keepsKeyInStore() {
    return false;
  }

  /**
   * The server does not know this person any more: the next log-in is a first one. Unsent messages
   * and drafts stay.
   */
  void forgetLogin();
}
