package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.list.RowSource;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.settings.Density;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.BlockedItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.DayMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.NoticeItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.StartMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.ThreadLine;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;

/** Which row shows which item. */
final class TimelineRows implements RowSource<TimelineItem> {
  private enum Kind {
    AUTHOR,
    GROUPED,
    COMPACT,
    COMPACT_GROUPED,
    DAY,
    UNREAD,
    MEMBERSHIP,
    THREAD,
    LINK,
    START
  }

  private final RowContext context;

  TimelineRows(RowContext context) {
    this.context = context;
  }

  @Override
  public Object keyOf(TimelineItem item) {
    return item.key();
  }

  @Override
  public Object kindOf(TimelineItem item) {
    return switch (item) {
      case MessageItem message -> kindOf(message.grouped());
      case DayMark day -> Kind.DAY;
      case UnreadMark unread -> Kind.UNREAD;
      case MembershipItem membership -> Kind.MEMBERSHIP;
      case ThreadLine line -> Kind.THREAD;
      case NoticeItem notice -> Kind.LINK;
      case BlockedItem blocked -> Kind.LINK;
      case StartMark start -> Kind.START;
    };
  }

  private Kind kindOf(boolean grouped) {
    if (context.density().get() == Density.COMPACT) {
      return grouped ? Kind.COMPACT_GROUPED : Kind.COMPACT;
    }
    return grouped ? Kind.GROUPED : Kind.AUTHOR;
  }

  @Override
  public Row<TimelineItem> create(Object kind) {
    return switch ((Kind) kind) {
      case AUTHOR -> new AuthorRow(context);
      case GROUPED -> new GroupedRow(context);
      case COMPACT -> new CompactRow(context, false);
      case COMPACT_GROUPED -> new CompactRow(context, true);
      case DAY -> new MarkRow("day-mark", this::day);
      case UNREAD -> new MarkRow("unread-mark", item -> Texts.of("view.unread"));
      case MEMBERSHIP -> new CaptionRow();
      case THREAD -> new ThreadLineRow(context);
      case LINK -> new LinkRow(context.actions());
      case START -> new StartRow(context.start(), context.actions());
    };
  }

  /** Older messages of the same day go between the mark of the day and what stood below it. */
  @Override
  public boolean stays(TimelineItem item) {
    return switch (item) {
      case DayMark _, UnreadMark _, StartMark _ -> false;
      case MessageItem _, MembershipItem _, ThreadLine _, NoticeItem _, BlockedItem _ -> true;
    };
  }

  private String day(TimelineItem item) {
    return item instanceof DayMark mark ? context.times().day(mark.date()) : "";
  }
}
