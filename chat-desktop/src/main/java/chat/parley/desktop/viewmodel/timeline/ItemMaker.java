package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Changes;
import chat.parley.model.Reaction;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Makes the item of one message from what the log and the outbox say of it. Pure. */
final class ItemMaker {
  private final User me;
  private final Aside aside;
  private final LongFunction<Event.@Nullable RoomEvent> events;

  /**
   * @param events what is on the screen, by seq
   */
  ItemMaker(User me, Aside aside, LongFunction<Event.@Nullable RoomEvent> events) {
    this.me = me;
    this.aside = aside;
    this.events = events;
  }

  MessageItem of(Event.Message e) {
    return new MessageItem(
        e.seq(),
        e.nonce(),
        e.from(),
        e.name(),
        e.at(),
        e.body(),
        false,
        e.isFor(me.id()),
        e.from().equals(me.id()),
        Outgoing.State.SENT,
        null,
        extras(e));
  }

  MessageItem of(Outgoing out) {
    long reply = out.hook().reply();
    return new MessageItem(
        out.seq(),
        out.nonce(),
        me.id(),
        me.name(),
        out.queuedAt(),
        out.body(),
        false,
        false,
        true,
        out.state(),
        problem(out),
        Extras.onItsWay(
            quote(reply),
            out.hook().thread(),
            out.heldUntil(),
            out.hook().files().stream().map(aside.files()).filter(Objects::nonNull).toList()));
  }

  /** Why it is not sent, in the language of the person; null when nothing is wrong. */
  private static @Nullable String problem(Outgoing out) {
    String told = out.problem();
    ErrorCode code = out.code();
    return told == null || code == null ? told : Sentences.of(code, told);
  }

  private Extras extras(Event.Message e) {
    Ties ties = e.ties();
    Changes changes = e.changes();
    if (ties.equals(Ties.NONE) && changes.equals(Changes.NONE)) {
      return Extras.NONE;
    }
    return new Extras(
        changes.deleted() ? 0 : changes.editedAt(),
        changes.deleted(),
        changes.pinned(),
        changes.deleted() ? null : quote(ties.reply()),
        ties.thread(),
        changes.deleted() ? null : ties.forward(),
        changes.reactions().stream().map(this::chip).toList(),
        aside.inThread() ? null : thread(e),
        0,
        null,
        changes.deleted() ? List.of() : ties.files());
  }

  private @Nullable Quote quote(long seq) {
    return seq == 0 ? null : aside.quotes().getOrDefault(seq, Quote.loading(seq));
  }

  private ReactionChip chip(Reaction reaction) {
    return new ReactionChip(reaction.emoji(), reaction.by(), reaction.by().contains(me.id()));
  }

  private @Nullable ThreadSummary thread(Event.Message root) {
    Changes.Replies replies = root.changes().replies();
    if (replies.count() == 0) {
      return null;
    }
    Aside.Follow wish = aside.threads().get(root.seq());
    boolean followed = follows(me, root, wish);
    long read = wish == null ? 0 : wish.read();
    Event.RoomEvent last = events.apply(replies.last());
    boolean mineLast = !replies.by().isEmpty() && replies.by().getFirst().equals(me.id());
    return new ThreadSummary(
        replies.count(),
        replies.last(),
        last == null ? 0 : last.at(),
        List.copyOf(replies.by()),
        followed,
        followed && !mineLast && replies.last() > read);
  }

  /** Whether I follow what is said under a message. */
  static boolean follows(User me, Event.Message root, Aside.@Nullable Follow wish) {
    if (wish != null && wish.wanted() != null) {
      return wish.wanted();
    }
    return root.changes().replies().count() > 0 && wroteIn(me, root);
  }

  /** Whether a message, or something that was said under it, is of me. */
  static boolean wroteIn(User me, Event.Message root) {
    return root.from().equals(me.id()) || root.changes().replies().by().contains(me.id());
  }
}
