package chat.parley.client;

/**
 * There was no connection, or it was cut before the answer came: the command may or may not have
 * been done. The message is one sentence for a person.
 */
public final class NotConnectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotConnectedException(String sentence) {
    super(sentence, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
