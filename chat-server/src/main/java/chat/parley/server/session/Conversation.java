package chat.parley.server.session;

/**
 * What a connection does with what arrives. Called by the front door on the connection's own
 * virtual thread, one call at a time; it may block that thread and nobody else.
 */
public interface Conversation {
  /** A whole text message, at most {@code Limits.frameBytes} long. */
  void onText(String text);

  /** The connection is gone, however it ended. Called exactly once, last. */
  void onGone();

  /** Starts the conversation on a connection whose WebSocket handshake is done. */
  interface Opener {
    Conversation open(Wire wire);
  }
}
