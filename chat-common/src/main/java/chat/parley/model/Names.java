package chat.parley.model;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What a name of a person or a room may look like. Both ends use the same rule, so that a name is
 * refused while it is typed and again by the server. Uniqueness is the server's business.
 */
public final class Names {
  /** Longest name of a person, in code points. */
  public static final int USER_MAX = 32;

  /** Longest name of a room, in code points. */
  public static final int ROOM_MAX = 48;

  private Names() {}

  /** The form in which a name is kept: NFKC, one space between words, none around. */
  public static String clean(String raw) {
    // Only a prefix can matter: a longer name is refused whatever the rest says.
    String start = raw.length() > 1024 ? raw.substring(0, 1024) : raw;
    return Normalizer.normalize(start, Normalizer.Form.NFKC).strip().replaceAll(" {2,}", " ");
  }

  /** A sentence about what is wrong with a person's cleaned name, or empty when it may be used. */
  public static Optional<String> problemWithUser(String name) {
    return problem("name", name, USER_MAX);
  }

  /** A sentence about what is wrong with a room's cleaned name, or empty when it may be used. */
  public static Optional<String> problemWithRoom(String name) {
    if (name.startsWith("#")) {
      return Optional.of("Leave out the # in front: the room's name is what follows it.");
    }
    return problem("room name", name, ROOM_MAX);
  }

  private static Optional<String> problem(String what, String name, int max) {
    if (name.isEmpty()) {
      return Optional.of("Please enter a " + what + ".");
    }
    if (name.codePointCount(0, name.length()) > max) {
      return Optional.of("That " + what + " is too long: at most " + max + " characters.");
    }
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of("A " + what + " needs at least one letter or digit.");
    }
    if (!name.codePoints().allMatch(Names::allowed)) {
      return Optional.of("A " + what + " can have letters, digits, spaces and . - _ ' only.");
    }
    return Optional.empty();
  }

  private static boolean allowed(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || c == ' '
        || c == '.'
        || c == '-'
        || c == '_'
        || c == '\'';
  }
}
