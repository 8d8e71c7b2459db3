package chat.parley.server.session;

import chat.parley.protocol.CloseCode;
import chat.parley.server.room.Frame;

/**
 * The way out of one WebSocket connection. Implemented by the front door. Every method but {@link
 * #awaitTaken} may be called from any thread, also under a lock, and returns at once.
 */
public interface Wire {
  /**
   * Queues a frame. Above the soft cap (256 KiB waiting) passing frames are dropped; above the hard
   * cap (1 MiB) or after ten seconds without progress the connection is cut with {@link
   * CloseCode#SLOW_READER}. Does nothing once closed.
   */
  void offer(Frame frame);

  /**
   * Ends the connection: what is queued still goes out, then a close frame, for at most two
   * seconds; then the socket is closed whatever the other side does. The first call decides the
   * code.
   */
  void close(CloseCode code, String reason);

  /**
   * Blocks the calling thread until less than the soft cap is waiting, or the connection is closed.
   * For the connection's own thread, before it offers something large: so a client that asks for
   * much and reads little slows down nobody but itself.
   */
  void awaitTaken();

  /** The address of the other side without port, for limits and logs. */
  String address();
}
