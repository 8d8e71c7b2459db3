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

  /** What a status cannot be. */
  public enum Wrong {
    TOO_LONG("A status has at most " + TEXT_MAX + " characters."),
    CONTROL("A status is one line without control characters."),
    NO_EMOJI("The status's emoji is not one."),
    EMPTY("A status needs a text or an emoji.");

    private final String sentence;

    Wrong(String sentence) {
      this.sentence = sentence;
    }
  }

  /** A sentence about what is wrong with it, or empty when it may be used. */
  public Optional<String> problem() {
    return wrong().map(wrong -> wrong.sentence);
  }

  /** What is wrong with it, or empty when it may be used. */
  public Optional<Wrong> wrong() {
    if (text.length() > TEXT_MAX) {
      return Optional.of(Wrong.TOO_LONG);
    }
    if (text.chars().anyMatch(Status::isControl)) {
      return Optional.of(Wrong.CONTROL);
    }
    if (!emoji.isEmpty() && !Reaction.isEmoji(emoji)) {
      return Optional.of(Wrong.NO_EMOJI);
    }
    if (emoji.isEmpty() && !Names.shows(text)) {
      return Optional.of(Wrong.EMPTY);
    }
    return Optional.empty();
  }

  /** Also what turns the direction of all that follows. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
  }

  public boolean isOver(long now) {
    return until != 0 && until <= now;
  }
}
