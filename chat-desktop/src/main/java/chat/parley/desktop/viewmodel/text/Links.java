package chat.parley.desktop.viewmodel.text;

import chat.parley.desktop.viewmodel.MessageLink;
import java.util.List;
import java.util.Locale;

/** Which addresses may be opened from a message, and how long ones are shown. */
public final class Links {
  private static final List<String> SAFE = List.of("http://", "https://", "mailto:");

  /** A longer address is cut in its middle where it is its own words. */
  private static final int MOST_SHOWN = 100;

  private static final int BEGINNING = 76;
  private static final int END = 20;

  private Links() {}

  /** Whether it leads somewhere in this app, which opens it itself. */
  static boolean isOurs(String address) {
    return MessageLink.parse(address).isPresent();
  }

  /** Whether a click may hand it to the computer: pages and mail, nothing that runs or reads. */
  public static boolean isSafe(String address) {
    String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
    return SAFE.stream().anyMatch(start::startsWith)
        && address.chars().noneMatch(c -> Character.isISOControl(c) || c == ' ');
  }

  /** The address in a length that can be shown. */
  static String shown(String address) {
    if (address.length() <= MOST_SHOWN) {
      return address;
    }
    int end = address.length() - END;
    return address.substring(0, BEGINNING) + "…" + address.substring(end);
  }
}
