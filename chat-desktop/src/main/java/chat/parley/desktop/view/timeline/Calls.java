package chat.parley.desktop.view.timeline;

import chat.parley.desktop.viewmodel.text.MentionNames;

/** Whose names are pointed out in messages. */
@FunctionalInterface
interface Calls {
  /**
   * @param callsMe whether the message calls me, by my name or with everybody
   */
  MentionNames names(boolean callsMe);
}
