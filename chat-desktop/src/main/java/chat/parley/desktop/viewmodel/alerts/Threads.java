package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.RoomId;
import java.util.function.Consumer;

/** What this person wants of the threads of one server. FX thread. */
public interface Threads {
  /**
   * Answers, at once or a moment later, whether the thread is followed.
   *
   * @param root the seq of its first message
   */
  void followed(RoomId room, long root, Consumer<Boolean> answer);

  /** The seq of the last reply of a followed thread that was seen, on any device; 0 for none. */
  long read(RoomId room, long root);
}
