package chat.parley.desktop.viewmodel.outside;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What to say to a person about something that failed. */
public final class Sentences {
  private Sentences() {}

  /** The message of the first cause that is not a future's wrapping. */
  public static String of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? "Something went wrong; the log of this app says what." : message;
  }
}
