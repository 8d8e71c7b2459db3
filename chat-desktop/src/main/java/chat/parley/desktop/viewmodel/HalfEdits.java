package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.RoomId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Edits that somebody left half done when they went to another room, until they are back or the app
 * is closed.
 */
final class HalfEdits {
  /** Other words for a message, as far as they were written. */
  record HalfEdit(MessageItem message, String text) {}

  private record Place(RoomId room, long root) {}

  private final Map<Place, HalfEdit> left = new HashMap<>();

  void leave(RoomId room, long root, MessageItem message, String text) {
    left.put(new Place(room, root), new HalfEdit(message, text));
  }

  /** What was left there, once; null when nothing was. */
  @Nullable HalfEdit take(RoomId room, long root) {
    return left.remove(new Place(room, root));
  }

  void clear() {
    left.clear();
  }
}
