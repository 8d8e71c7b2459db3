package chat.parley.server.identity;

import org.jspecify.annotations.Nullable;

/** A key or a certificate cannot be used. The message is one sentence for the operator. */
public final class BadIdentity extends Exception {
  private static final long serialVersionUID = 1L;

  BadIdentity(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
