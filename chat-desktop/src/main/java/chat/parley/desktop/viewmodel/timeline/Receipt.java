package chat.parley.desktop.viewmodel.timeline;

import java.util.List;

/**
 * How far the newest message of mine in a direct room has come.
 *
 * @param seenBy the names of those who have seen it, when there are several others; else empty
 */
public record Receipt(Step step, List<String> seenBy) {
  /** The steps in their order. */
  public enum Step {
    SENT,
    /** On a device of everybody else. */
    DELIVERED,
    /** Everybody else has read up to it. */
    SEEN
  }

  public Receipt {
    seenBy = List.copyOf(seenBy);
  }
}
