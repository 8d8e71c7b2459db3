package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.List;

/** The time in which the window has no focus: where that begins which nobody has read. */
final class Absence {
  private boolean away;

  /** Whether the next message is the first that was not read. */
  private boolean caughtUp;

  /** Whether the view is where the reader left it, at the end of what was read. */
  private boolean still;

  /**
   * @param allRead whether the newest message is in sight, and read
   */
  void begin(boolean allRead) {
    away = true;
    caughtUp = allRead;
    still = allRead;
  }

  void end() {
    away = false;
    caughtUp = false;
    still = false;
  }

  /** The view went elsewhere, by the reader's hand or to what they asked for. */
  void moved() {
    still = false;
  }

  /** The seq of the first of these that begins what is unread; 0 when none does. */
  long firstUnread(List<Event.RoomEvent> events, UserId me, long read) {
    long first = 0;
    for (Event.RoomEvent event : events) {
      if (away && event instanceof Event.Message message) {
        if (message.from().equals(me)) {
          caughtUp = true; // Whoever says something, on another device, has read what was before.
        } else if (caughtUp && message.seq() > read) {
          first = message.seq();
          caughtUp = false;
        }
      }
    }
    return first;
  }

  /** Whether the view shall show as much of what is unread as there is room for, from its start. */
  boolean staysAtLine() {
    return away && still && !caughtUp;
  }
}
