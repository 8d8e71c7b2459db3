package chat.parley.server;

/** The server could not start. The message is one sentence that the operator can act on. */
public final class StartFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
