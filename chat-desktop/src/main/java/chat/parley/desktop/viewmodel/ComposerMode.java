package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;

/** What becomes of a text when it is sent. */
public sealed interface ComposerMode {
  /** A new message. */
  record Writing() implements ComposerMode {}

  /** A new message that answers another one. */
  record Replying(Quote to) implements ComposerMode {}

  /** Other words for a message of mine. */
  record Editing(MessageItem message) implements ComposerMode {}
}
