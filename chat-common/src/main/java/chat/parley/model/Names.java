package chat.parley.model;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What a name of a person, a room or a server may look like. Both ends use the same rule, so that a
 * name is refused while it is typed and again by the server. Uniqueness is the server's business.
 */
public final class Names {
  /** Longest name of a person, in code points. */
  public static final int USER_MAX = 32;

  /** Longest name of a room, in code points. */
  public static final int ROOM_MAX = 48;

  /** Longest name of a server, in UTF-16 units. */
  public static final int SERVER_MAX = 60;

  /** In UTF-16 units; what is longer is not worth normalizing, it is refused as it stands. */
  private static final int LONGEST_RAW = 1024;

  private Names() {}

  /**
   * The form in which a name is kept: NFKC, one space between words, none around. What is far too
   * long for a name comes back as it is.
   */
  public static String clean(String raw) {
    if (raw.length() > LONGEST_RAW) {
      return raw;
    }
    return Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().replaceAll(" {2,}", " ");
  }

  /** What the name of a person or a room cannot be. */
  public enum Wrong {
    HASH_IN_FRONT,
    EMPTY,
    TOO_LONG,
    NOTHING_TO_READ,
    OTHER_SIGNS
  }

  /** A sentence about what is wrong with a person's cleaned name, or empty when it may be used. */
  public static Optional<String> problemWithUser(String name) {
    return wrongWithUser(name).map(wrong -> sentence(wrong, "name", USER_MAX));
  }

  /** A sentence about what is wrong with a room's cleaned name, or empty when it may be used. */
  public static Optional<String> problemWithRoom(String name) {
    return wrongWithRoom(name).map(wrong -> sentence(wrong, "room name", ROOM_MAX));
  }

  /** What is wrong with a person's cleaned name, or empty when it may be used. */
  public static Optional<Wrong> wrongWithUser(String name) {
    return wrong(name, USER_MAX);
  }

  /** What is wrong with a room's cleaned name, or empty when it may be used. */
  public static Optional<Wrong> wrongWithRoom(String name) {
    return name.startsWith("#") ? Optional.of(Wrong.HASH_IN_FRONT) : wrong(name, ROOM_MAX);
  }

  private static String sentence(Wrong wrong, String what, int max) {
    return switch (wrong) {
      case HASH_IN_FRONT -> "Leave out the # in front: the room's name is what follows it.";
      case EMPTY -> "Please enter a " + what + ".";
      case TOO_LONG -> "That " + what + " is too long: at most " + max + " characters.";
      case NOTHING_TO_READ -> "A " + what + " needs at least one letter or digit.";
      case OTHER_SIGNS -> "A " + what + " can have letters, digits, spaces and . - _ ' only.";
    };
  }

  /**
   * A sentence about what is wrong with a server's name, or empty when it may be used. It is shown
   * only and never compared, so that whatever can be seen may stand in it.
   */
  public static Optional<String> problemWithServer(String name) {
    if (!shows(name) || name.length() > SERVER_MAX) {
      return Optional.of("A server's name has 1 to " + SERVER_MAX + " characters.");
    }
    // In a terminal or a log they would break the line, or turn what stands around the name.
    return name.codePoints()
        .filter(c -> !isShown(c))
        .mapToObj(
            "A server's name cannot have U+%04X, which does not show; take it out."::formatted)
        .findFirst();
  }

  private static boolean isShown(int c) {
    return switch ((byte) Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static Optional<Wrong> wrong(String name, int max) {
    if (name.isEmpty()) {
      return Optional.of(Wrong.EMPTY);
    }
    if (name.codePointCount(0, name.length()) > max) {
      return Optional.of(Wrong.TOO_LONG);
    }
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return Optional.of(Wrong.NOTHING_TO_READ);
    }
    if (!name.codePoints().allMatch(Names::allowed) || isMark(name.codePointAt(0))) {
      return Optional.of(Wrong.OTHER_SIGNS);
    }
    return Optional.empty();
  }

  /** Whether anything of a text can be seen. */
  public static boolean shows(String text) {
    return text.codePoints().anyMatch(Names::isSeen);
  }

  private static boolean isSeen(int c) {
    return (isShown(c) || isSignOverDigits(c))
        && !isInvisible(c)
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c);
  }

  /** The few of Unicode's format characters that are drawn (Prepended_Concatenation_Mark). */
  private static boolean isSignOverDigits(int c) {
    return (c >= 0x0600 && c <= 0x0605)
        || c == 0x06dd
        || c == 0x070f
        || c == 0x0890
        || c == 0x0891
        || c == 0x08e2
        || c == 0x110bd
        || c == 0x110cd;
  }

  private static boolean allowed(int c) {
    return isOfWord(c) || c == ' ';
  }

  /** Whether it can be in a name, other than between two of its words. */
  public static boolean isOfWord(int c) {
    boolean drawn = (Character.isLetterOrDigit(c) || isMark(c)) && !isInvisible(c);
    return drawn || c == '.' || c == '-' || c == '_' || c == '\'';
  }

  /** Drawn onto the letter before it. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * What Unicode asks to draw as nothing (Default_Ignorable_Code_Point) and is no format character,
   * and the Braille pattern without a dot: with such letters two names that look the same could be
   * different.
   */
  private static boolean isInvisible(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || (c >= 0x180b && c <= 0x180f)
        || c == 0x2065
        || c == 0x2800
        || c == 0x3164
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xffa0
        || (c >= 0xfff0 && c <= 0xfff8)
        || (c >= 0xe0000 && c <= 0xe0fff);
  }
}
