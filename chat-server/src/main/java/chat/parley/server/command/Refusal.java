package chat.parley.server.command;

import chat.parley.protocol.ErrorCode;

/** "No", and the connection stays. Costs no stack trace: it is an everyday event. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final long retryMs;

  /**
   * @param sentence for the person who asked
   * @param retryMs when the same may succeed; 0 when waiting does not help
   */
  Refusal(ErrorCode code, String sentence, long retryMs) {
    super(sentence, null, false, false);
    this.code = code;
    this.retryMs = retryMs;
  }

  Refusal(ErrorCode code, String sentence) {
    this(code, sentence, 0);
  }

  static Refusal noSuchRoom() {
    return new Refusal(ErrorCode.NO_SUCH_ROOM, "There is no such room, or you are not in it.");
  }

  static Refusal tooFast(long waitMillis) {
    return new Refusal(
        ErrorCode.RATE_LIMITED, "That was too fast. Please wait a moment.", waitMillis);
  }

  ErrorCode code() {
    return code;
  }

  long retryMs() {
    return retryMs;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
