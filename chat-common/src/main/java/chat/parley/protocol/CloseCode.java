package chat.parley.protocol;

/** Why a connection was ended, and with it whether the client should come back. */
public enum CloseCode {
  NORMAL(1000, false),
  /** The reader took too little too slowly; resume. */
  SLOW_READER(4008, true),
  TOO_BIG(4009, true),
  /** The same device logged in on another connection. */
  REPLACED(4010, false),
  /** The device was logged out: its token is worth nothing any more. */
  LOGGED_OUT(4011, false),
  /** The server is stopping; resume. */
  GOING_AWAY(4012, true),
  TOO_MANY(4029, true),
  BAD_MESSAGE(4400, false),
  NOT_LOGGED_IN(4401, false),
  /** The person was sent out, or banned; their token is good again when that is over. */
  FORBIDDEN(4403, false),
  TOO_SLOW_TO_LOG_IN(4408, true);

  private final int code;
  private final boolean comeBack;

  CloseCode(int code, boolean comeBack) {
    this.code = code;
    this.comeBack = comeBack;
  }

  /** The number in the WebSocket close frame (RFC 6455 section 7.4.2, private range). */
  public int code() {
    return code;
  }

  /**
   * Whether a client that was closed with this number should connect again by itself. Numbers that
   * are not in the list, such as 1006 for a cut line, say yes.
   */
  public static boolean comeBack(int code) {
    for (CloseCode known : values()) {
      if (known.code == code) {
        return known.comeBack;
      }
    }
    return true;
  }
}
