package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Where the view is to go, as soon as there is a row to go to. */
final class Landings {
  /** The seq of the unread line, which stands nowhere in the log. */
  private static final long LINE = -1;

  private final ReadOnlyObjectWrapper<@Nullable Landing> landed =
      new ReadOnlyObjectWrapper<>(this, "landed");
  private long wanted;
  private int count;

  ReadOnlyObjectProperty<@Nullable Landing> landed() {
    return landed.getReadOnlyProperty();
  }

  void toUnreadLine() {
    wanted = LINE;
  }

  void toMessage(long seq) {
    wanted = seq;
  }

  void nowhere() {
    wanted = 0;
  }

  /** Whether the view is about to go somewhere: what it shows until then, nobody reads. */
  boolean isDue() {
    return wanted != 0;
  }

  /**
   * @param complete whether no more rows will come by themselves
   * @return whether the view was told to go
   */
  boolean land(List<TimelineItem> rows, boolean complete) {
    String key = wanted == LINE ? lineIn(rows) : rowOf(wanted, rows);
    if (key != null) {
      landed.set(new Landing(key, wanted != LINE, ++count));
    }
    if (key != null || complete) {
      wanted = 0;
    }
    return key != null;
  }

  private static @Nullable String lineIn(List<TimelineItem> rows) {
    for (TimelineItem row : rows) {
      if (row instanceof UnreadMark) {
        return row.key();
      }
    }
    return null;
  }

  /** The row of that seq, else the next one that stands for something in the log. */
  private static @Nullable String rowOf(long seq, List<TimelineItem> rows) {
    for (TimelineItem row : rows) {
      if (seqOf(row) >= seq) {
        return row.key();
      }
    }
    return null;
  }

  /** The place of a row in the log; 0 when it has none. */
  static long seqOf(TimelineItem item) {
    return switch (item) {
      case MessageItem message -> message.seq();
      case TimelineItem.ThreadLine line -> line.message().seq();
      case TimelineItem.BlockedItem blocked -> blocked.seq();
      case TimelineItem.NoticeItem notice -> notice.seq();
      case TimelineItem.MembershipItem membership -> membership.seq();
      case TimelineItem.DayMark _, TimelineItem.UnreadMark _, TimelineItem.StartMark _ -> 0;
    };
  }
}
