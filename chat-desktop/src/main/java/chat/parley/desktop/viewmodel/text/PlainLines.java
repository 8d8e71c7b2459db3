package chat.parley.desktop.viewmodel.text;

import java.util.regex.Pattern;

/**
 * A plain line right after a quote or a list is outside of it, as whoever pressed Enter there means
 * it. CommonMark takes it in ("laziness", section 5.1 of its specification), so that an answer
 * would look like a part of what is quoted.
 */
final class PlainLines {
  private static final Pattern QUOTE = Pattern.compile(" {0,3}>.*");
  private static final Pattern ITEM = Pattern.compile(" *([-*+]|\\d{1,9}[.)])(\\s.*|$)");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");

  /** So far in at least is a line that goes on with an item. */
  private static final String INDENTED = "  ";

  private enum Within {
    NOTHING,
    QUOTE,
    LIST,
    CODE
  }

  private PlainLines() {}

  /** The same text with an empty line before each of them, which keeps them apart. */
  static String apart(String text) {
    var apart = new StringBuilder(text.length() + 16);
    Within within = Within.NOTHING;
    int from = 0;
    while (from <= text.length()) {
      int newline = text.indexOf('\n', from);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(from, end);
      Within next = after(within, line);
      boolean leaves = within == Within.QUOTE || within == Within.LIST;
      if (leaves && next == Within.NOTHING && !line.isBlank()) {
        apart.append('\n');
      }
      apart.append(line);
      if (newline >= 0) {
        apart.append('\n');
      }
      within = next;
      from = end + 1;
    }
    return apart.toString();
  }

  private static Within after(Within before, String line) {
    boolean fence = FENCE.matcher(line).matches();
    if (before == Within.CODE) {
      return fence ? Within.NOTHING : Within.CODE;
    }
    if (fence) {
      return Within.CODE;
    }
    if (QUOTE.matcher(line).matches()) {
      return Within.QUOTE;
    }
    if (ITEM.matcher(line).matches()) {
      return Within.LIST;
    }
    return before == Within.LIST && line.startsWith(INDENTED) ? Within.LIST : Within.NOTHING;
  }
}
