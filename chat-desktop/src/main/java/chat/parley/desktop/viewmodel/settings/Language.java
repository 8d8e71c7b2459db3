package chat.parley.desktop.viewmodel.settings;

import java.util.Locale;

/** What the app speaks. */
public enum Language {
  /** What the computer speaks, if the app speaks it too. */
  SYSTEM,
  ENGLISH,
  GERMAN;

  /**
   * @param system what the computer speaks
   */
  public Locale locale(Locale system) {
    return switch (this) {
      case SYSTEM -> system;
      // The country says how dates and times are written.
      case ENGLISH -> speaks(system, Locale.ENGLISH) ? system : Locale.UK;
      case GERMAN -> speaks(system, Locale.GERMAN) ? system : Locale.GERMANY;
    };
  }

  private static boolean speaks(Locale locale, Locale language) {
    return locale.getLanguage().equals(language.getLanguage());
  }
}
