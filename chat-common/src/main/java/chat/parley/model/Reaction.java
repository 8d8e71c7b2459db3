package chat.parley.model;

import java.util.List;

/**
 * Who reacted to a message by one emoji, in the order they did.
 *
 * @param emoji the characters of one emoji, skin tone and all
 */
public record Reaction(String emoji, List<UserId> by) {
  /** The longest sequences (families, flags of regions) have up to 14 code points. */
  private static final int MOST_CODE_POINTS = 16;

  private static final int KEYCAP = 0x20e3;
  private static final int EMOJI_STYLE = 0xfe0f;
  private static final int JOINER = 0x200d;

  public Reaction {
    by = List.copyOf(by);
  }

  /** Whether a text is one emoji and nothing else, as far as Unicode's tables can tell. */
  public static boolean isEmoji(String text) {
    int length = text.codePointCount(0, text.length());
    if (length == 0 || length > MOST_CODE_POINTS) {
      return false;
    }
    boolean keycap = text.codePointBefore(text.length()) == KEYCAP;
    boolean pictured = text.codePoints().anyMatch(Reaction::isPicture);
    return (keycap || pictured) && text.codePoints().allMatch(c -> mayBePart(c, keycap));
  }

  private static boolean isPicture(int c) {
    return Character.isExtendedPictographic(c) || isRegional(c);
  }

  private static boolean mayBePart(int c, boolean keycap) {
    return isPicture(c)
        || Character.isEmojiModifier(c)
        || c == JOINER
        || c == EMOJI_STYLE
        || c >= 0xe0020 && c <= 0xe007f // the letters in flags of regions
        || keycap && (c == KEYCAP || c >= '0' && c <= '9' || c == '#' || c == '*');
  }

  private static boolean isRegional(int c) {
    return c >= 0x1f1e6 && c <= 0x1f1ff;
  }
}
