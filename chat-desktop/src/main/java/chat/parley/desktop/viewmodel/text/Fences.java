package chat.parley.desktop.viewmodel.text;

/** Where in a text that is being written code is. */
public final class Fences {
  private static final String FENCE = "```";

  private Fences() {}

  /** Whether the place is in a block of code that was opened and not closed before it. */
  public static boolean isOpenAt(String text, int place) {
    boolean open = false;
    int line = 0;
    while (line < place) {
      int end = text.indexOf('\n', line);
      int to = end < 0 || end > place ? place : end;
      if (text.substring(line, to).stripLeading().startsWith(FENCE)) {
        open = !open;
      }
      line = to + 1;
    }
    return open;
  }

  /** Whether the place is in code of either kind, a block or within a sentence. */
  public static boolean isCodeAt(String text, int place) {
    if (isOpenAt(text, place)) {
      return true;
    }
    int line = text.lastIndexOf('\n', place - 1) + 1;
    return text.substring(line, place).chars().filter(c -> c == '`').count() % 2 == 1;
  }
}
