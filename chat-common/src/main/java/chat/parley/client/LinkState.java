package chat.parley.client;

/** Where the connection to the server is. */
public enum LinkState {
  /** Not started, or closed by the app. */
  IDLE,
  /** Opening a socket. */
  CONNECTING,
  /** The socket is open; hello was sent. */
  GREETING,
  /** Logged in; missed events are arriving. */
  CATCHING_UP,
  /** Everything that was missed has been applied. */
  LIVE,
  /** Cut off; the next try comes by itself. */
  WAITING,
  /** The server said no in a way that trying again does not mend; somebody must act. */
  REFUSED
}
