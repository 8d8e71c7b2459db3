package chat.parley.server.room;

/** Takes frames for one connection. Implemented by a session. */
public interface Recipient {
  /**
   * Queues a frame and returns at once; a reader that is too slow is cut by whoever implements it.
   */
  void offer(Frame frame);
}
