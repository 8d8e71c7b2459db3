package chat.parley.server.store;

/** The database did not do what was asked. The message is one sentence for the operator. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
