package chat.parley.desktop.viewmodel;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, shown for some seconds: 5, or 10 with an action.
 *
 * @param title stands above the text; empty when there is none
 * @param actionLabel what the action's button says; null when there is none
 * @param reach what does the action besides the button
 */
public record Toast(
    String title, String text, @Nullable String actionLabel, Runnable action, Reach reach) {
  /** Where a click acts. */
  public enum Reach {
    BUTTON,
    /** The whole toast is one thing to go to. */
    ALL
  }

  public Toast(String text, @Nullable String actionLabel, Runnable action) {
    this("", text, actionLabel, action, Reach.BUTTON);
  }

  public static Toast of(String text) {
    return new Toast(text, null, () -> {});
  }

  /** Something to go to, by a click anywhere on it. */
  public static Toast opening(String title, String text, Runnable open) {
    return new Toast(title, text, Texts.of("toast.open"), open, Reach.ALL);
  }

  /** All that is read of it. */
  public String spoken() {
    return title.isEmpty() ? text : title + ". " + text;
  }
}
