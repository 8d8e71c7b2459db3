package chat.parley.desktop.viewmodel.finding;

/**
 * A line of the list of why no server was found.
 *
 * @param title what is so, one sentence
 * @param advice what to do about it
 */
public record Reason(Weight weight, String title, String advice) {
  /** What the line is worth. */
  public enum Weight {
    /** This is not why. */
    GOOD,
    /** This is why, or one of the reasons. */
    BAD,
    /** It cannot be known from here. */
    MAYBE
  }
}
