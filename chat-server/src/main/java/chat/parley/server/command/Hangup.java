package chat.parley.server.command;

import chat.parley.protocol.CloseCode;

/** "No", and the connection ends. */
final class Hangup extends Exception {
  private static final long serialVersionUID = 1L;

  private final CloseCode code;

  Hangup(CloseCode code, String reason) {
    super(reason, null, false, false);
    this.code = code;
  }

  CloseCode code() {
    return code;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
