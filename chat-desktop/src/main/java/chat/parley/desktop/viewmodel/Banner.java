package chat.parley.desktop.viewmodel;

import org.jspecify.annotations.Nullable;

/**
 * What stands between the header and the messages about the connection.
 *
 * @param actionLabel what the button says, which does {@link LinkModel#act()}; null for none
 */
public record Banner(Kind kind, String text, @Nullable String actionLabel) {
  /** How it looks. */
  public enum Kind {
    WARNING,
    DANGER,
    SUCCESS
  }
}
