package chat.parley.server.room;

import chat.parley.model.DeviceId;
import chat.parley.model.User;
import chat.parley.protocol.CloseCode;

/** Takes frames for one connection. Implemented by a session. */
public interface Recipient {
  /**
   * Queues a frame and returns at once; a reader that is too slow is cut by whoever implements it.
   */
  void offer(Frame frame);

  /** By which device it came in. */
  DeviceId device();

  /** Its person has another name or role. */
  void become(User now);

  /** Ends the connection. */
  void hangUp(CloseCode code, String reason);
}
