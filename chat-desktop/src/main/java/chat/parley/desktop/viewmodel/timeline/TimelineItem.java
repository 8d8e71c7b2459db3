package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.model.Nonce;
import chat.parley.model.UserId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the timeline. Rows are values: a row that changes is replaced by an equal-keyed one. */
public sealed interface TimelineItem {
  /** Names the row for as long as it is shown; no two rows at a time have the same. */
  String key();

  /** The newest message of mine that the server has; null when none is among them. */
  static @Nullable MessageItem newestOfMine(List<TimelineItem> rows) {
    return rows.stream()
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .filter(item -> item.mine() && item.seq() > 0 && !item.extras().deleted())
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /**
   * A message.
   *
   * @param seq its place in the log; 0 while it has none
   * @param nonce my mark on it, which names the row before and after it was sent; null for others'
   * @param at epoch milliseconds: the server's clock, or this computer's while it is not sent
   * @param grouped whether it stands under the author's name of the row above
   * @param state how far a message of mine has come; {@code SENT} for everybody else's
   * @param problem one sentence, in {@code FAILED}
   * @param extras what stands around the text
   */
  record MessageItem(
      long seq,
      @Nullable Nonce nonce,
      UserId from,
      String name,
      long at,
      String body,
      boolean grouped,
      boolean mentionsMe,
      boolean mine,
      Outgoing.State state,
      @Nullable String problem,
      Extras extras)
      implements TimelineItem {
    /** One that is text and nothing else. */
    public MessageItem(
        long seq,
        @Nullable Nonce nonce,
        UserId from,
        String name,
        long at,
        String body,
        boolean grouped,
        boolean mentionsMe,
        boolean mine,
        Outgoing.State state,
        @Nullable String problem) {
      this(
          seq, nonce, from, name, at, body, grouped, mentionsMe, mine, state, problem, Extras.NONE);
    }

    @Override
    public String key() {
      return nonce == null ? "seq " + seq : "nonce " + nonce;
    }

    MessageItem underTheSameName() {
      return new MessageItem(
          seq, nonce, from, name, at, body, true, mentionsMe, mine, state, problem, extras);
    }

    MessageItem with(Receipt receipt) {
      return new MessageItem(
          seq,
          nonce,
          from,
          name,
          at,
          body,
          grouped,
          mentionsMe,
          mine,
          state,
          problem,
          extras.with(receipt));
    }
  }

  /** Something that was said in a thread, as a line in the room. */
  record ThreadLine(MessageItem message) implements TimelineItem {
    @Override
    public String key() {
      return message.key();
    }
  }

  /** A message of somebody I do not want to hear. */
  record BlockedItem(long seq) implements TimelineItem {
    @Override
    public String key() {
      return "blocked " + seq;
    }
  }

  /**
   * Something happened to the room.
   *
   * @param target the seq of the message it is about; 0 for none
   */
  record NoticeItem(long seq, String text, long target) implements TimelineItem {
    @Override
    public String key() {
      return "notice " + seq;
    }
  }

  /** A new day begins, in this computer's time zone. */
  record DayMark(LocalDate date) implements TimelineItem {
    @Override
    public String key() {
      return "day " + date;
    }
  }

  /** What follows was not read when the room was opened. */
  record UnreadMark() implements TimelineItem {
    @Override
    public String key() {
      return "unread";
    }
  }

  /**
   * People came or went, several in a row as one.
   *
   * @param seq of the first of them
   * @param text the sentence, for example "5 people joined"
   */
  record MembershipItem(long seq, String text) implements TimelineItem {
    @Override
    public String key() {
      return "members " + seq;
    }
  }

  /** The log begins here. */
  record StartMark() implements TimelineItem {
    @Override
    public String key() {
      return "start";
    }
  }
}
