package chat.parley.desktop.viewmodel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Every sentence the app says, by key. Keys that start with {@code view.} are in the bundle {@code
 * chat.parley.desktop.view}, all others in {@code chat.parley.desktop.texts}. For any thread.
 */
public final class Texts {
  private static final String VIEW = "view.";

  /** Looking a sentence up and reading its pattern takes longer than filling it in. */
  private record Said(Locale locale, ConcurrentMap<String, MessageFormat> sentences) {
    static Said in(Locale locale) {
      return new Said(locale, new ConcurrentHashMap<>());
    }

    MessageFormat sentence(String key) {
      return sentences.computeIfAbsent(key, this::find);
    }

    private MessageFormat find(String key) {
      String bundle =
          key.startsWith(VIEW) ? "chat.parley.desktop.view" : "chat.parley.desktop.texts";
      return new MessageFormat(ResourceBundle.getBundle(bundle, locale).getString(key), locale);
    }
  }

  private static volatile Said said = Said.in(Locale.getDefault());

  private Texts() {}

  /**
   * The sentence with {@code {0}}, {@code {1}} ... filled in as {@link MessageFormat} does it, so
   * that {@code {0,choice,...}} can count.
   *
   * @throws java.util.MissingResourceException when there is no such key, which is a fault of ours
   */
  public static String of(String key, Object... args) {
    Said now = said;
    if (!now.locale().equals(Locale.getDefault())) {
      now = Said.in(Locale.getDefault());
      said = now;
    }
    MessageFormat sentence = now.sentence(key);
    synchronized (sentence) { // it fills in one at a time
      return sentence.format(args);
    }
  }
}
