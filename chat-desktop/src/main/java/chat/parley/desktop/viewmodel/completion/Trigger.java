package chat.parley.desktop.viewmodel.completion;

import chat.parley.desktop.viewmodel.text.Fences;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of something that can be completed.
 *
 * @param start where its sign stands
 * @param query what was typed after the sign
 */
record Trigger(Kind kind, int start, String query) {
  enum Kind {
    PERSON,
    ROOM,
    EMOJI
  }

  /** A name has no more characters. */
  private static final int LONGEST = 48;

  /** A colon is in too many texts to say something after each. */
  private static final int LEAST_OF_EMOJI = 2;

  /** The one the caret stands behind; null when it stands behind none. */
  static @Nullable Trigger before(String text, int caret) {
    for (int at = caret - 1; at >= Math.max(0, caret - LONGEST - 1); at--) {
      char c = text.charAt(at);
      if (c == '\n') {
        return null;
      }
      Kind kind = kindOf(c);
      if (kind != null && (at == 0 || canStandBefore(text.charAt(at - 1)))) {
        String query = text.substring(at + 1, caret);
        boolean wanted = isWanted(kind, query) && !Fences.isCodeAt(text, caret);
        return wanted ? new Trigger(kind, at, query) : null;
      }
    }
    return null;
  }

  private static @Nullable Kind kindOf(char c) {
    return switch (c) {
      case '@', '＠' -> Kind.PERSON;
      case '#', '＃' -> Kind.ROOM;
      case ':' -> Kind.EMOJI;
      default -> null;
    };
  }

  private static boolean canStandBefore(char c) {
    return Character.isWhitespace(c) || "([{\"'*_~>/".indexOf(c) >= 0;
  }

  private static boolean isWanted(Kind kind, String query) {
    return switch (kind) {
      case PERSON, ROOM -> query.isEmpty() || !Character.isWhitespace(query.charAt(0));
      case EMOJI ->
          query.length() >= LEAST_OF_EMOJI
              && query.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_+-".indexOf(c) >= 0);
    };
  }
}
