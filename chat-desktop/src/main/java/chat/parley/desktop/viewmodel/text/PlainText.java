package chat.parley.desktop.viewmodel.text;

import chat.parley.desktop.viewmodel.emoji.EmojiScanner;

/** Recognizes the many messages in which nothing is marked, without reading them as Markdown. */
public final class PlainText {
  /** As many as a marked text may have. */
  private static final int MOST_LINES = 60;

  private PlainText() {}

  /** Whether the text is one piece, to be shown as it is. Quick. */
  public static boolean isPlain(String text) {
    return isUnmarked(text)
        && !EmojiScanner.mayHaveEmoji(text)
        && endOfLines(text) == text.length()
        && Bearable.end(text) == text.length();
  }

  /** Whether Markdown would change nothing; may answer false where it would not either. */
  static boolean isUnmarked(String text) {
    boolean lineStarts = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isMark(text, i, c) || lineStarts && startsBlock(text, i, c)) {
        return false;
      }
      // Blocks may be indented.
      lineStarts = c == '\n' || lineStarts && (c == ' ' || c == '\t');
    }
    return true;
  }

  /** Where the lines end that are shown at once. */
  static int endOfLines(String text) {
    int at = -1;
    for (int lines = 0; lines < MOST_LINES; lines++) {
      at = text.indexOf('\n', at + 1);
      if (at < 0) {
        return text.length();
      }
    }
    return at;
  }

  private static boolean isMark(String text, int i, char c) {
    return switch (c) {
      case '*', '_', '~', '`', '[', '<', '\\' -> true;
      case ':' -> text.startsWith("//", i + 1);
      case '@' -> i > 0 && Character.isLetterOrDigit(text.charAt(i - 1));
      case 'w', 'W' -> text.regionMatches(true, i, "www.", 0, 4);
      default -> false;
    };
  }

  private static boolean startsBlock(String text, int i, char c) {
    return switch (c) {
      case '#', '>', '-', '+', '=' -> true;
      default -> c >= '0' && c <= '9' && isNumbered(text, i);
    };
  }

  private static boolean isNumbered(String text, int i) {
    int end = i;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ')');
  }
}
