package chat.parley.desktop.viewmodel;

import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.util.List;

/**
 * Hears what the window hears of a server, each time after the window did: for what is told outside
 * of it. FX thread.
 */
public interface Witness {
  Witness NOBODY = new Witness() {};

  /** Somebody is in. Said again with newer numbers when the server has greeted. */
  default void onSession(User me, List<RoomState> rooms) {}

  /** Whether what comes is of now; while it is not, what was missed may come. */
  default void onLive(boolean live) {}

  default void onRoom(RoomState room) {}

  default void onRoomRemoved(RoomId room) {}

  /** Told before {@link #onRoom} tells the numbers that these events lead to. */
  default void onEvents(RoomId room, List<Event.RoomEvent> events) {}

  /** The session is over. Harmless when there was none. */
  default void onEnd() {}
}
