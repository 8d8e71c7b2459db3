package chat.parley.desktop.view.timeline;

import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.UserId;
import java.util.Set;
import javafx.scene.Node;

/** What a person can do with a message, and with what stands around it. */
interface RowActions {
  Set<MessageAction> allowed(MessageItem message);

  /**
   * @param at what opens, opens here
   * @param sure whether nothing shall be asked first
   */
  void act(MessageAction action, MessageItem message, Node at, boolean sure);

  /** Reacts by that emoji, or no longer. */
  void react(MessageItem message, String emoji);

  /** The emoji I reacted by last. */
  String lastEmoji();

  /** Shows who wrote it, beside a part of the row. */
  void profile(MessageItem message, Node beside);

  void retry(MessageItem message);

  void discard(MessageItem message);

  /** Takes a message back that is not said yet. */
  void undo(MessageItem message);

  /** Shows the message of that seq. */
  void jumpTo(long seq);

  /** Shows what a message said before. */
  void showEditions(MessageItem message);

  /** Shows a message of somebody I block. */
  void reveal(long seq);

  /** Asks whom to bring into the room. */
  void invite();

  String nameOf(UserId user);
}
