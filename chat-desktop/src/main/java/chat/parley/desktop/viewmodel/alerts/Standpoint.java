package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;

/** Where the person is at this moment, seen from one server. FX thread. */
public interface Standpoint {
  Reader.View view(RoomId room);

  Presence presence();

  boolean blocked(UserId user);

  /** Brings the window to the front, with that message in sight. */
  void open(RoomId room, long seq);
}
