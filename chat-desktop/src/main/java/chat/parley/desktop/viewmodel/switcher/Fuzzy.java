package chat.parley.desktop.viewmodel.switcher;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How well a few letters fit a name. They fit when they are all in it, in their order; the better
 * the nearer they are to how somebody would begin to write it. Marks and capitals do not count.
 */
final class Fuzzy {
  private static final int WHOLE = 400;
  private static final int PREFIX = 300;
  private static final int WORD = 200;
  private static final int INSIDE = 100;
  private static final int SCATTERED = 0;

  /** A jump counts more than some letters more. */
  private static final int JUMP = 10;

  /** Of two names that fit alike, the shorter one is meant; never more than one step apart. */
  private static final int LONGEST_COUNTED = 90;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Fuzzy() {}

  /** The more, the better; empty when it does not fit. Everything fits no letters at all. */
  static OptionalInt score(String letters, String name) {
    String wanted = plain(letters);
    String text = plain(name);
    if (wanted.isEmpty()) {
      return OptionalInt.of(0);
    }
    int length = Math.min(text.length(), LONGEST_COUNTED);
    int inside = text.indexOf(wanted);
    if (inside >= 0) {
      return OptionalInt.of(kind(wanted, text, inside) - length);
    }
    int jumps = jumps(wanted, text);
    return jumps < 0 ? OptionalInt.empty() : OptionalInt.of(SCATTERED - length - jumps * JUMP);
  }

  private static int kind(String wanted, String text, int inside) {
    if (wanted.length() == text.length()) {
      return WHOLE;
    }
    if (inside == 0) {
      return PREFIX;
    }
    for (int at = inside; at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
        return WORD;
      }
    }
    return INSIDE;
  }

  /**
   * How often the letters leave off before they go on further right; a letter that begins a word is
   * no jump. -1 when they are not all there.
   */
  private static int jumps(String wanted, String text) {
    int jumps = 0;
    int last = -1;
    for (int i = 0; i < wanted.length(); i++) {
      int at = text.indexOf(wanted.charAt(i), last + 1);
      if (at < 0) {
        return -1;
      }
      boolean startsWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      jumps += at == last + 1 || startsWord ? 0 : 1;
      last = at;
    }
    return jumps;
  }

  private static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).strip();
  }
}
