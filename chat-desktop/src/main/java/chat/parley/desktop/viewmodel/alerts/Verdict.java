package chat.parley.desktop.viewmodel.alerts;

/**
 * How a message is told of.
 *
 * @param badge whether it counts on the app's icon
 */
public record Verdict(Show show, boolean sound, boolean badge) {
  static final Verdict NOTHING = new Verdict(Show.NOTHING, false, false);

  /** Where the words appear. */
  public enum Show {
    NOTHING,
    /** In the window. */
    TOAST,
    /** Where the system shows what all programs have to say. */
    NATIVE
  }

  static Verdict countOnly(boolean badge) {
    return new Verdict(Show.NOTHING, false, badge);
  }
}
