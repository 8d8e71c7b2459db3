package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.DayMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.StartMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stretch of a room's log into rows: which messages stand under one name, where a day
 * begins, where the unread ones do, who came and went. Pure: the same input gives equal rows.
 */
final class TimelineLayout {
  /** A later message than this after the one above has its author's name again. */
  static final long GROUP_MILLIS = Duration.ofMinutes(5).toMillis();

  /** The value of {@link Input#unreadAfter} when there is no unread line. */
  static final long NO_LINE = -1;

  /**
   * What rows are made of.
   *
   * @param events without a hole, oldest first
   * @param unsent my messages that are not among the events, in the order written
   * @param unreadAfter the seq after which the unread line stands, or {@link #NO_LINE}
   * @param fromStart whether the log begins with the first of the events
   */
  record Input(
      List<Event.RoomEvent> events,
      List<Outgoing> unsent,
      User me,
      long unreadAfter,
      boolean fromStart,
      ZoneId zone) {}

  private final Input in;
  private final List<TimelineItem> rows = new ArrayList<>();
  private final List<Event.RoomEvent> memberships = new ArrayList<>();
  private boolean lineDue;
  private @Nullable LocalDate day;

  /** The message a next one may be grouped under; null after anything else. */
  private @Nullable MessageItem above;

  private TimelineLayout(Input in) {
    this.in = in;
    // A line above the first row would be a guess when unread messages before it are not loaded.
    lineDue =
        in.unreadAfter != NO_LINE
            && !in.events.isEmpty()
            && in.events.getFirst().seq() <= in.unreadAfter + 1;
  }

  static List<TimelineItem> rows(Input in) {
    return new TimelineLayout(in).lay();
  }

  private List<TimelineItem> lay() {
    if (in.fromStart) {
      rows.add(new StartMark());
    }
    for (Event.RoomEvent event : in.events) {
      switch (event) {
        case Event.Message e -> message(e);
        case Event.JoinedRoom e -> membership(e);
        case Event.LeftRoom e -> membership(e);
        case Event.Unrecognized _ -> {}
      }
    }
    endMemberships();
    in.unsent.forEach(this::unsent);
    return rows;
  }

  private void message(Event.Message e) {
    beginDay(e.at());
    boolean mine = e.from().equals(in.me.id());
    if (lineDue && !mine && e.seq() > in.unreadAfter) {
      lineDue = false;
      mark(new UnreadMark());
    }
    add(
        new MessageItem(
            e.seq(),
            e.nonce(),
            e.from(),
            e.name(),
            e.at(),
            e.body(),
            false,
            e.mentions().contains(in.me.id()),
            mine,
            Outgoing.State.SENT,
            null));
  }

  private void unsent(Outgoing out) {
    beginDay(out.queuedAt());
    add(
        new MessageItem(
            out.seq(),
            out.nonce(),
            in.me.id(),
            in.me.name(),
            out.queuedAt(),
            out.body(),
            false,
            false,
            true,
            out.state(),
            out.problem()));
  }

  private void add(MessageItem message) {
    endMemberships();
    MessageItem row = grouped(message) ? message.underTheSameName() : message;
    rows.add(row);
    above = row;
  }

  private boolean grouped(MessageItem message) {
    return above != null
        && above.from().equals(message.from())
        && above.name().equals(message.name())
        && Math.abs(message.at() - above.at()) <= GROUP_MILLIS;
  }

  private void membership(Event.RoomEvent e) {
    beginDay(e.at());
    above = null;
    memberships.add(e);
  }

  private void endMemberships() {
    if (!memberships.isEmpty()) {
      rows.add(
          new MembershipItem(memberships.getFirst().seq(), MembershipSentence.of(memberships)));
      memberships.clear();
    }
  }

  /** Clocks may step back; a day that was over does not begin again. */
  private void beginDay(long at) {
    LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(at), in.zone);
    if (day == null || date.isAfter(day)) {
      day = date;
      mark(new DayMark(date));
    }
  }

  private void mark(TimelineItem mark) {
    endMemberships();
    rows.add(mark);
    above = null;
  }
}
