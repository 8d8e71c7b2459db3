package chat.parley.desktop.viewmodel.text;

/**
 * A change to a text that is being written, and what is selected after it.
 *
 * @param start where it begins
 * @param end where what is replaced ends
 */
public record Edit(int start, int end, String text, int selectFrom, int selectTo) {
  /** The caret stands behind what is new. */
  public static Edit replace(int start, int end, String text) {
    int caret = start + text.length();
    return new Edit(start, end, text, caret, caret);
  }
}
