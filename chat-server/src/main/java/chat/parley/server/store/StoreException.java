package chat.parley.server.store;

import org.jspecify.annotations.Nullable;

/** The database did not do what was asked. The message is one sentence for the operator. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause for the log; null when the sentence says it all
   */
  public StoreException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
