package chat.parley.desktop.platform;

import java.util.Locale;

/** The systems that Parley knows how to speak to. */
public enum Os {
  LINUX,
  WINDOWS,
  MAC;

  /**
   * @param name as the system property {@code os.name} has it; an unknown one is taken for Linux,
   *     whose programs and folders other free systems share
   */
  static Os of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("mac")) {
      return MAC;
    }
    return lower.contains("win") ? WINDOWS : LINUX;
  }

  public static Os current() {
    return of(System.getProperty("os.name", ""));
  }
}
