package chat.parley.desktop.viewmodel.text;

import chat.parley.model.Names;
import java.util.function.Predicate;

/** Finds names in a text: a sign that does not stand inside a word, and a whole name after it. */
final class NameFinder {
  private final String signs;
  private final int longest;
  private final Predicate<String> isName;

  /**
   * @param signs each of them may stand before a name
   * @param longest how many UTF-16 units a name has at most
   */
  NameFinder(String signs, int longest, Predicate<String> isName) {
    this.signs = signs;
    this.longest = longest;
    this.isName = isName;
  }

  /** Where the next sign is; negative when there is none. */
  static int next(String signs, String text, int from) {
    int found = -1;
    for (int i = 0; i < signs.length(); i++) {
      int at = text.indexOf(signs.charAt(i), from);
      found = at >= 0 && (found < 0 || at < found) ? at : found;
    }
    return found;
  }

  int next(String text, int from) {
    return next(signs, text, from);
  }

  /** Where the longest name after the sign at that place ends; the place itself when none does. */
  int end(String text, int at) {
    return isInWord(text, at) ? at : Math.max(at, endOfName(text, at + 1));
  }

  /** Whether a word stands behind the sign at that place, a name or not. */
  static boolean isBeforeWord(String text, int at) {
    return !isInWord(text, at) && endOfWord(text, at + 1) > at + 1;
  }

  private static boolean isInWord(String text, int at) {
    return at > 0 && Character.isLetterOrDigit(text.codePointBefore(at));
  }

  /** The end of the longest name that stands there; one less than {@code from} when none does. */
  private int endOfName(String text, int from) {
    int found = from - 1;
    int end = from;
    for (int next = endOfWord(text, end);
        next > end && next - from <= longest;
        next = endOfWord(text, end)) {
      end = next;
      int bare = withoutPunctuation(text, from, end);
      found = isName(text, from, end) ? end : isName(text, from, bare) ? bare : found;
      if (end == text.length() || text.charAt(end) != ' ') {
        break;
      }
      end++;
    }
    return found;
  }

  private boolean isName(String text, int from, int end) {
    return end > from && isName.test(text.substring(from, end));
  }

  private static int withoutPunctuation(String text, int from, int end) {
    int bare = end;
    while (bare > from && ".-_'".indexOf(text.charAt(bare - 1)) >= 0) {
      bare--;
    }
    return bare;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Names.isOfWord(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
