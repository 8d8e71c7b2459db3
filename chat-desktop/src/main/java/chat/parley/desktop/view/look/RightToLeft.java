package chat.parley.desktop.view.look;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/**
 * Text that is written from right to left, where JavaFX needs care: its layout on Linux fails with
 * an index out of bounds when a line has to be broken inside a run of such text (seen in 25 to 27),
 * unless {@link RunTexts} could mend that.
 */
public final class RightToLeft {
  /** Longer words are cut into pieces that fit the narrowest message column. */
  private static final int WORD_CHARS = 16;

  /** Characters; a run of twice as many takes eight times as long. */
  private static final int MOST_RUN = 2_000;

  private RightToLeft() {}

  public static boolean isIn(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  /**
   * Whether its lines can be broken. Where they cannot, to try takes the window down; and of a very
   * long run JavaFX shapes all that is left anew for each line, which would make every key wait.
   */
  public static boolean folds(String text) {
    return !isIn(text) || RunTexts.ARE_FRESH && longestRun(text) <= MOST_RUN;
  }

  /** A letter that is read from the left ends a run, and so does a line. */
  private static int longestRun(String text) {
    int longest = 0;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      byte side = Character.getDirectionality(text.charAt(at));
      if (side == Character.DIRECTIONALITY_LEFT_TO_RIGHT
          || side == Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR) {
        start = at + 1;
      }
      longest = Math.max(longest, at + 1 - start);
    }
    return longest;
  }

  /**
   * Whether it is to be read from the right: its first letter that has a direction has that one.
   */
  public static boolean startsIn(String text) {
    return isIn(text) && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /**
   * The text in pieces, each to be a node of its own in a flow. One piece when nothing is written
   * from right to left. Signs stand in pieces of their own: beside a word in the same node JavaFX
   * puts them on its wrong side.
   */
  public static List<String> pieces(String text) {
    if (!isIn(text)) {
      return List.of(text);
    }
    var pieces = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean space = Character.isWhitespace(c);
      if (space || at - start >= WORD_CHARS && !continues(text, at) || changesSide(text, at)) {
        pieces.add(text.substring(start, at));
        start = at;
      }
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }

  /** Folds a label's lines, but not those that must not be broken: they end in an ellipsis. */
  public static void fold(Label label) {
    ObservableValue<Boolean> safe = label.textProperty().map(RightToLeft::folds);
    label.wrapTextProperty().bind(safe.orElse(true));
  }

  /** Whether a letter that is read from the right meets a sign that is not, or the other way. */
  private static boolean changesSide(String text, int at) {
    return at < text.length()
        && !continues(text, at)
        && fromRight(text.codePointBefore(at)) != fromRight(text.codePointAt(at));
  }

  private static boolean fromRight(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_NONSPACING_MARK ->
          true;
      default -> false;
    };
  }

  /** Marks belong to the letter before them. */
  private static boolean continues(String text, int at) {
    if (at == text.length()) {
      return false;
    }
    int type = Character.getType(text.codePointAt(at));
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }
}
