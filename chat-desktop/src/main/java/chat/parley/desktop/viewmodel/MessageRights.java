package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import java.util.EnumSet;
import java.util.Set;

/**
 * What I may do with the messages of a room, as far as this computer knows; the server decides.
 *
 * @param open whether anything may be changed at all
 * @param speaks whether I may do more there than read and delete what I said
 * @param writes whether I may write in the room itself
 * @param moderates whether I may delete what others said
 */
record MessageRights(
    boolean open, boolean speaks, boolean writes, boolean moderates, boolean pins) {

  static MessageRights of(RoomState state, User me) {
    boolean open = !state.room().archived();
    boolean above = me.role().compareTo(Role.ADMIN) >= 0;
    boolean moderates = above || state.rank().compareTo(Rank.MODERATOR) >= 0;
    boolean speaks = above || state.rank() != Rank.READER;
    boolean writes = speaks && (state.room().posting() == Posting.EVERYBODY || moderates);
    boolean direct = state.room().kind() == RoomKind.DIRECT;
    // In a public room that nobody owns, all may pin; whether it has an owner is not known here.
    boolean pins = moderates || direct || state.room().kind() == RoomKind.PUBLIC;
    return new MessageRights(
        open, open && speaks, open && writes, open && moderates && !direct, open && speaks && pins);
  }

  /**
   * @param inThread whether the message is looked at in its thread
   */
  Set<MessageAction> of(MessageItem message, boolean inThread) {
    Set<MessageAction> may = EnumSet.noneOf(MessageAction.class);
    boolean there = message.state() == Outgoing.State.SENT && message.seq() > 0;
    boolean gone = message.extras().deleted();
    boolean talkedUnder = message.extras().thread() != null;
    if (!gone) {
      may.add(MessageAction.COPY);
    }
    may.add(MessageAction.PROFILE);
    if (!there) {
      return may;
    }
    may.add(MessageAction.LINK);
    if (!inThread) {
      may.add(MessageAction.UNREAD);
      if (talkedUnder || speaks && !gone) {
        may.add(MessageAction.THREAD);
      }
      if (writes && !gone && message.extras().root() == 0) {
        may.add(MessageAction.REPLY);
      }
    }
    if (talkedUnder) {
      may.add(follows(message) ? MessageAction.UNFOLLOW : MessageAction.FOLLOW);
    }
    if (!gone) {
      may.add(MessageAction.FORWARD);
      if (!message.mine()) {
        may.add(MessageAction.REPORT);
      }
      change(message, may);
    }
    return may;
  }

  private void change(MessageItem message, Set<MessageAction> may) {
    if (speaks) {
      may.add(MessageAction.REACT);
    }
    if (speaks && message.mine() && message.extras().forward() == null) {
      may.add(MessageAction.EDIT);
    }
    if (open && message.mine() || moderates) {
      may.add(MessageAction.DELETE);
    }
    if (pins) {
      may.add(message.extras().pinned() ? MessageAction.UNPIN : MessageAction.PIN);
    }
  }

  private static boolean follows(MessageItem message) {
    return message.extras().thread() != null && message.extras().thread().followed();
  }
}
