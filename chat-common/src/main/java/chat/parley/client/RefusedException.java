package chat.parley.client;

import chat.parley.protocol.ErrorCode;

/** The server did not do what was asked. The message is one sentence for a person. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /** In milliseconds; 0 when waiting does not help. */
  private final long retryMs;

  public RefusedException(ErrorCode code, String sentence) {
    this(code, sentence, 0);
  }

  RefusedException(ErrorCode code, String sentence, long retryMs) {
    super(sentence, null, false, false);
    this.code = code;
    this.retryMs = retryMs;
  }

  public ErrorCode code() {
    return code;
  }

  public long retryMs() {
    return retryMs;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
