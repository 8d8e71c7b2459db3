package chat.parley.desktop.view.timeline;

import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;

/** What a person can do with a message. */
interface RowActions {
  void copy(MessageItem message);

  void retry(MessageItem message);

  void discard(MessageItem message);
}
