package chat.parley.desktop.viewmodel.text;

import java.util.stream.Collectors;

/**
 * How much of a text JavaFX lays out within a moment. What is read from the right, and marks over
 * letters, cost it a hundred times what other letters cost: one message full of them would stop the
 * window of everybody in the room for seconds.
 */
public final class Bearable {
  /** Characters of a text that is read from the right in part. */
  private static final int MOST_FROM_RIGHT = 1_000;

  private static final int MOST_MARKS = 1_000;

  /** Marks on one letter; no language has so many. */
  private static final int MOST_MARKS_IN_A_ROW = 16;

  /** Characters of a line where all of such a text is shown. */
  private static final int LINE = 200;

  /** All that is before has neither marks nor another direction. */
  private static final int FIRST_MARK = 0x300;

  private Bearable() {}

  /** Where to stop; the length of the text when all of it can be shown at once. */
  static int end(String text) {
    boolean fromRight = false;
    int marks = 0;
    int inARow = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (isMark(c)) {
        marks++;
        inARow++;
      } else {
        inARow = 0;
        fromRight = fromRight || isFromRight(c);
      }
      if (marks > MOST_MARKS
          || inARow > MOST_MARKS_IN_A_ROW
          || fromRight && at >= MOST_FROM_RIGHT) {
        return at;
      }
      at += Character.charCount(c);
    }
    return text.length();
  }

  /** The same text with breaks in lines that would take long; for a view that draws few lines. */
  public static String inLines(String text) {
    return end(text) == text.length()
        ? text
        : text.lines().map(Bearable::broken).collect(Collectors.joining("\n"));
  }

  private static String broken(String line) {
    var broken = new StringBuilder(line);
    for (int at = LINE; at < broken.length(); at += LINE + 1) {
      broken.insert(at, '\n');
    }
    return broken.toString();
  }

  private static boolean isMark(int c) {
    if (c < FIRST_MARK) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isFromRight(int c) {
    return c >= FIRST_MARK
        && switch (Character.getDirectionality(c)) {
          case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE ->
              true;
          default -> false;
        };
  }
}
