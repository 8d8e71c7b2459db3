package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.Presence;

/**
 * The person in front of the window, or not in front of it.
 *
 * @param quiet whether these are hours in which nothing shall disturb
 */
public record Reader(View view, Presence presence, boolean quiet) {
  /** What the person has in front. */
  public enum View {
    /** Another program, or none. */
    ELSEWHERE,
    /** Parley, but not the room of the message. */
    OTHER_ROOM,
    /** The room, but older messages of it; the pane itself says that there are newer ones. */
    SCROLLED_UP,
    /** The newest messages of the room. */
    READING
  }
}
