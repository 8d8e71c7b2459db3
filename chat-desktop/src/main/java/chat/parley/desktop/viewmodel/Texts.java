package chat.parley.desktop.viewmodel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every sentence the app says, by key. Keys that start with {@code view.} are in the bundle {@code
 * chat.parley.desktop.view}, all others in {@code chat.parley.desktop.texts}. For any thread.
 */
public final class Texts {
  private static final String VIEW = "view.";

  private Texts() {}

  /**
   * The sentence with {@code {0}}, {@code {1}} ... filled in as {@link MessageFormat} does it, so
   * that {@code {0,choice,...}} can count.
   *
   * @throws java.util.MissingResourceException when there is no such key, which is a fault of ours
   */
  public static String of(String key, Object... args) {
    String bundle = key.startsWith(VIEW) ? "chat.parley.desktop.view" : "chat.parley.desktop.texts";
    String pattern = ResourceBundle.getBundle(bundle).getString(key);
    return new MessageFormat(pattern, Locale.getDefault()).format(args);
  }
}
