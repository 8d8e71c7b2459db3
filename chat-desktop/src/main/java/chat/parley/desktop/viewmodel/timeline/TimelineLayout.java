package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.BlockedItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.DayMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.NoticeItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.StartMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.ThreadLine;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import chat.parley.model.Room;
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
   * @param aside what the log does not say
   */
  record Input(
      List<Event.RoomEvent> events,
      List<Outgoing> unsent,
      User me,
      long unreadAfter,
      boolean fromStart,
      ZoneId zone,
      Aside aside) {
    /** Of a log in which nothing refers to anything else. */
    Input(
        List<Event.RoomEvent> events,
        List<Outgoing> unsent,
        User me,
        long unreadAfter,
        boolean fromStart,
        ZoneId zone) {
      this(events, unsent, me, unreadAfter, fromStart, zone, Aside.NOTHING);
    }
  }

  private final Input in;
  private final List<TimelineItem> rows = new ArrayList<>();
  private final List<Event.RoomEvent> memberships = new ArrayList<>();
  private boolean lineDue;
  private @Nullable LocalDate day;

  /** The message a next one may be grouped under; null after anything else. */
  private @Nullable MessageItem above;

  private final ItemMaker maker;

  /** What the room is after the events so far; null while that is not known. */
  private @Nullable Room room;

  private TimelineLayout(Input in) {
    this.in = in;
    maker = new ItemMaker(in.me, in.aside, this::event);
    // A line above the first row would be a guess when unread messages before it are not loaded.
    lineDue =
        in.unreadAfter != NO_LINE
            && !in.events.isEmpty()
            && in.events.getFirst().seq() <= in.unreadAfter + 1;
  }

  /** The event of that seq; null when it is not here. */
  private Event.@Nullable RoomEvent event(long seq) {
    int low = 0;
    int high = in.events.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = in.events.get(middle).seq();
      if (there == seq) {
        return in.events.get(middle);
      }
      if (there < seq) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
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
        case Event.RoomChanged e -> changed(e);
        case Event.RankChanged e -> notice(e, NoticeSentence.of(e), 0);
        case Event.Renamed e -> notice(e, NoticeSentence.of(e), 0);
        case Event.Change e -> change(e);
        case Event.Unrecognized _ -> {}
      }
    }
    endMemberships();
    in.unsent.forEach(this::unsent);
    receipt();
    return rows;
  }

  private void message(Event.Message e) {
    beginDay(e.at());
    if (lineDue && !e.from().equals(in.me.id()) && e.seq() > in.unreadAfter) {
      lineDue = false;
      mark(new UnreadMark());
    }
    if (in.aside.hides(e.from(), e.seq())) {
      standAlone(new BlockedItem(e.seq()));
    } else {
      add(maker.of(e));
    }
  }

  private void unsent(Outgoing out) {
    beginDay(out.queuedAt());
    add(maker.of(out));
  }

  private void add(MessageItem message) {
    if (message.extras().root() != 0 && !in.aside.inThread()) {
      standAlone(new ThreadLine(message));
      return;
    }
    endMemberships();
    MessageItem row = grouped(message) ? message.underTheSameName() : message;
    rows.add(row);
    above = row;
  }

  private void notice(Event.RoomEvent e, String text, long target) {
    beginDay(e.at());
    standAlone(new NoticeItem(e.seq(), text, target));
  }

  private void changed(Event.RoomChanged e) {
    Room before = room == null ? in.aside.roomsBefore().get(e.seq()) : room;
    notice(e, NoticeSentence.of(e, before), 0);
    room = e.now();
  }

  private void change(Event.Change change) {
    if (change instanceof Event.Pinned pinned && pinned.on()) {
      notice(pinned, Texts.of("timeline.pinned", pinned.name()), pinned.target());
    }
  }

  private void standAlone(TimelineItem item) {
    endMemberships();
    rows.add(item);
    above = null;
  }

  /** Says under the newest message of mine how far it has come. */
  private void receipt() {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i) instanceof MessageItem message && message.mine()) {
        Receipt receipt =
            message.state() == Outgoing.State.SENT && message.seq() > 0
                ? in.aside.readers().receipt(message.seq())
                : null;
        if (receipt != null && !message.extras().deleted()) {
          rows.set(i, message.with(receipt));
        }
        return;
      }
    }
  }

  private boolean grouped(MessageItem message) {
    return above != null
        && !message.extras().hasHead()
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
