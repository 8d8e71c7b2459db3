package chat.parley.model;

import java.util.Optional;

/**
 * What somebody lets others know about themselves, such as "at lunch".
 *
 * @param emoji one emoji, or empty
 * @param text one line of at most {@value #TEXT_MAX} UTF-16 units, or empty
 * @param until epoch milliseconds when it ends by itself; 0 means never
 */
public record Status(String emoji, String text, long until) {
  public static final int TEXT_MAX = 100;

  /** A sentence about what is wrong with it, or empty when it may be used. */
  public Optional<String> problem() {
    if (text.length() > TEXT_MAX) {
      return Optional.of("A status has at most " + TEXT_MAX + " characters.");
    }
    if (text.chars().anyMatch(Status::isControl)) {
      return Optional.of("A status is one line without control characters.");
    }
    if (!emoji.isEmpty() && !Reaction.isEmoji(emoji)) {
      return Optional.of("The status's emoji is not one.");
    }
    if (emoji.isEmpty() && text.codePoints().noneMatch(Status::isSeen)) {
      return Optional.of("A status needs a text or an emoji.");
    }
    return Optional.empty();
  }

  /** Also what turns the direction of all that follows. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
  }

  private static boolean isSeen(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.FORMAT;
  }

  public boolean isOver(long now) {
    return until != 0 && until <= now;
  }
}
