package chat.parley.desktop.app;

import org.jspecify.annotations.Nullable;

/** What is kept on this computer could not be read or written. The message is one sentence. */
public final class CacheException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CacheException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
