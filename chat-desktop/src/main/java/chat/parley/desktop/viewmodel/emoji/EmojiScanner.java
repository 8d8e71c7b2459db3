package chat.parley.desktop.viewmodel.emoji;

import java.util.function.Consumer;

/** Finds the emoji in a text. */
public final class EmojiScanner {
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;

  /** Below are letters and the punctuation of every day; no emoji stands there by itself. */
  private static final char FIRST_SIGN = 0x203C;

  /** From here on code points are drawn as emoji unless somebody asks for text. */
  private static final int PICTURES = 0x1F000;

  private final EmojiCatalog catalog;

  public EmojiScanner(EmojiCatalog catalog) {
    this.catalog = catalog;
  }

  /** Whether it is worth looking: false for nearly every text without an emoji. */
  public static boolean mayHaveEmoji(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_SIGN) {
        return true;
      }
    }
    return false;
  }

  /** Tells of everything in the text, in order; together the pieces are the text. */
  public void scan(String text, Consumer<String> words, Consumer<String> emoji) {
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      int end = endOfEmoji(text, at);
      if (end > at) {
        if (from < at) {
          words.accept(text.substring(from, at));
        }
        emoji.accept(text.substring(at, end));
        from = end;
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    if (from < text.length()) {
      words.accept(text.substring(from));
    }
  }

  /** Where the longest emoji ends that begins at that place; the place itself when none does. */
  private int endOfEmoji(String text, int start) {
    int first = text.codePointAt(start);
    if (!catalog.begins(first)) {
      return start;
    }
    StringBuilder bare = new StringBuilder();
    int end = start;
    int count = 0;
    boolean styled = false;
    for (int at = start; at < text.length() && count <= catalog.longest(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == EMOJI_STYLE) {
        // A mark behind the emoji belongs to it.
        end = end == at - 1 ? at : end;
        styled = styled || at - 1 == start + Character.charCount(first);
        continue;
      }
      bare.appendCodePoint(c);
      count++;
      if (catalog.image(bare.toString()) >= 0) {
        end = at;
      }
    }
    return end > start && isDrawn(text, first, start, end, styled) ? end : start;
  }

  /** Hearts, digits and arrows are text until a mark says otherwise; so is what asks for it. */
  private static boolean isDrawn(String text, int first, int start, int end, boolean styled) {
    if (end < text.length() && text.charAt(end) == TEXT_STYLE) {
      return false;
    }
    boolean single = end == start + Character.charCount(first);
    return first >= PICTURES || styled || !single || Character.isEmojiPresentation(first);
  }
}
