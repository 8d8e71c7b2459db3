package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;

/** Where the person is at this moment, seen from one server. FX thread. */
public interface Standpoint {
  Reader.View view(RoomId room);

  /**
   * Whether that thread is beside its room, in the window in front.
   *
   * @param root the seq of its first message
   */
  boolean looksAt(RoomId room, long root);

  Presence presence();

  boolean blocked(UserId user);

  /** Brings the window to the front, with that message in sight; a reply in its thread. */
  void open(Event.Message message);
}
