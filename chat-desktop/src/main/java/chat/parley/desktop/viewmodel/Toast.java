package chat.parley.desktop.viewmodel;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, shown for some seconds: 5, or 10 with an action.
 *
 * @param actionLabel what the action's button says; null when there is none
 */
public record Toast(String text, @Nullable String actionLabel, Runnable action) {
  public static Toast of(String text) {
    return new Toast(text, null, () -> {});
  }
}
