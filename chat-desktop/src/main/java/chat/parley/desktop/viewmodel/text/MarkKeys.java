package chat.parley.desktop.viewmodel.text;

/** Puts marks around what is selected, or takes them away again. */
public enum MarkKeys {
  BOLD("**"),
  ITALIC("_"),
  CODE("`");

  private static final String FENCE = "```\n";

  private final String mark;

  MarkKeys(String mark) {
    this.mark = mark;
  }

  /** With nothing selected the caret comes to stand between the marks. */
  public Edit toggle(String text, int from, int to) {
    String selected = text.substring(from, to);
    if (this == CODE && selected.indexOf('\n') >= 0) {
      return block(text, from, to);
    }
    int length = mark.length();
    if (isMarked(text, from, to)) {
      return new Edit(from - length, to + length, selected, from - length, to - length);
    }
    if (selected.length() >= 2 * length && selected.startsWith(mark) && selected.endsWith(mark)) {
      String bare = selected.substring(length, selected.length() - length);
      return new Edit(from, to, bare, from, from + bare.length());
    }
    return new Edit(from, to, mark + selected + mark, from + length, to + length);
  }

  private boolean isMarked(String text, int from, int to) {
    int length = mark.length();
    return from >= length && text.startsWith(mark, from - length) && text.startsWith(mark, to);
  }

  /** Lines of code get fences, each on a line of its own. */
  private static Edit block(String text, int from, int to) {
    boolean lineStarts = from == 0 || text.charAt(from - 1) == '\n';
    boolean lineEnds = to == text.length() || text.charAt(to) == '\n';
    String selected = text.substring(from, to);
    String before = (lineStarts ? "" : "\n") + FENCE;
    String after = (selected.endsWith("\n") ? "" : "\n") + "```" + (lineEnds ? "" : "\n");
    int start = from + before.length();
    return new Edit(from, to, before + selected + after, start, start + selected.length());
  }
}
