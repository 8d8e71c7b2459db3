package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.list.RowSource;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.DayMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.StartMark;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;

/** Which row shows which item. */
final class TimelineRows implements RowSource<TimelineItem> {
  private enum Kind {
    MESSAGE,
    DAY,
    UNREAD,
    MEMBERSHIP,
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
      case MessageItem message -> Kind.MESSAGE;
      case DayMark day -> Kind.DAY;
      case UnreadMark unread -> Kind.UNREAD;
      case MembershipItem membership -> Kind.MEMBERSHIP;
      case StartMark start -> Kind.START;
    };
  }

  @Override
  public Row<TimelineItem> create(Object kind) {
    return switch ((Kind) kind) {
      case MESSAGE -> new MessageRow(context);
      case DAY -> new MarkRow("day-mark", this::day);
      case UNREAD -> new MarkRow("unread-mark", item -> Texts.of("view.unread"));
      case MEMBERSHIP -> new CaptionRow();
      case START -> new StartRow(context.roomName());
    };
  }

  private String day(TimelineItem item) {
    return item instanceof DayMark mark ? context.times().day(mark.date()) : "";
  }
}
