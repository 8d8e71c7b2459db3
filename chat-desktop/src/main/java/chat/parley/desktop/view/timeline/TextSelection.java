package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.body.MessageBody;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.viewmodel.text.Passage;
import chat.parley.desktop.viewmodel.text.RichTexts;
import chat.parley.desktop.viewmodel.text.Stretch;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is selected of the messages of one list: from a part of one message to a part of the same or
 * of another, whether in sight or not. While nothing is, rows come and go without being asked.
 */
public final class TextSelection {
  /**
   * A part of a message; when that is not what it was, nothing is selected any more.
   *
   * @param body as it was written
   */
  private record End(String key, String body, Stretch part) {}

  /** The ends by their places in the list, the upper one first. */
  private record Range(int first, Stretch upper, int last, Stretch lower) {
    /** What is selected of the item at that place. */
    Stretch of(int index, Passage passage) {
      Stretch part = passage.all();
      return new Stretch(
          index == first ? upper.from() : part.from(), index == last ? lower.to() : part.to());
    }
  }

  private final VirtualList<TimelineItem> list;
  private final RichTexts texts;
  private final Times times;
  private final Set<MessageBody> marked = new HashSet<>();
  private @Nullable End anchor;
  private @Nullable End head;
  private Runnable changed = () -> {};

  TextSelection(VirtualList<TimelineItem> list, RichTexts texts, Times times) {
    this.list = list;
    this.texts = texts;
    this.times = times;
  }

  /** Runs after something was selected, or nothing any more. */
  void setOnChanged(Runnable action) {
    changed = action;
  }

  public boolean isEmpty() {
    Range range = range();
    return range == null
        || range.first == range.last && range.upper.from().equals(range.lower.to());
  }

  /** Selects nothing yet, and begins there. */
  void begin(MessageItem message, Stretch part) {
    anchor = new End(message.key(), message.body(), part);
    head = null;
    show();
  }

  /** Whether there is a place from which the selection can be extended. */
  boolean isBegun() {
    return anchor != null;
  }

  /** Selects all between where it began and there, both included. */
  void extend(MessageItem message, Stretch part) {
    head = new End(message.key(), message.body(), part);
    show();
  }

  /** Selects nothing any more; answers whether anything was selected. */
  public boolean clear() {
    boolean some = !isEmpty();
    anchor = null;
    head = null;
    show();
    changed.run();
    return some;
  }

  /** Whether something is selected in the list that has the keyboard. */
  public boolean hasKeyboard() {
    return list.isFocusWithin() && !isEmpty();
  }

  /** Puts what is selected into the clipboard; answers whether anything is. */
  public boolean copy() {
    String text = text();
    if (!text.isEmpty()) {
      Copied.text(text);
    }
    return !text.isEmpty();
  }

  /** Selects all of the message to which the selection went last; answers whether there is one. */
  public boolean selectMessage() {
    Range range = range();
    if (range == null || head == null) {
      return false;
    }
    MessageItem message = (MessageItem) list.items().get(indexOf(head));
    begin(message, passage(message).all());
    extend(message, passage(message).all());
    return true;
  }

  /** What is selected, as plain text. */
  String text() {
    Range range = range();
    Transcript said = new Transcript(times);
    for (int i = range == null ? 0 : range.first; range != null && i <= range.last; i++) {
      if (list.items().get(i) instanceof MessageItem message) {
        Passage passage = passage(message);
        said.add(message, passage.textOf(range.of(i, passage)));
      }
    }
    return said.text();
  }

  /** Shows on the rows in sight what is selected; for when they became rows of other items. */
  void show() {
    if (anchor == null && marked.isEmpty()) {
      return;
    }
    Set<MessageBody> now = new HashSet<>();
    Range range = range();
    for (int i = range == null ? 0 : range.first; range != null && i <= range.last; i++) {
      if (list.rowOf(list.items().get(i).key()) instanceof MessageRow row && !isGone(row)) {
        row.body().mark(range.of(i, row.body().passage()));
        now.add(row.body());
      }
    }
    marked.removeAll(now);
    marked.forEach(MessageBody::unmark);
    marked.clear();
    marked.addAll(now);
    changed.run();
  }

  private static boolean isGone(MessageRow row) {
    return row.message() == null || row.message().extras().deleted();
  }

  private Passage passage(MessageItem message) {
    return message.extras().deleted() ? Passage.NONE : texts.passage(message.body());
  }

  private @Nullable Range range() {
    if (anchor == null || head == null) {
      return null;
    }
    int from = indexOf(anchor);
    int to = indexOf(head);
    if (from < 0 || to < 0) {
      return null;
    }
    if (from == to) {
      Stretch both = anchor.part.and(head.part);
      return new Range(from, both, to, both);
    }
    return from < to
        ? new Range(from, anchor.part, to, head.part)
        : new Range(to, head.part, from, anchor.part);
  }

  private int indexOf(End end) {
    List<TimelineItem> items = list.items();
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i) instanceof MessageItem message
          && message.body().equals(end.body)
          && !message.extras().deleted()
          && message.key().equals(end.key)) {
        return i;
      }
    }
    return -1;
  }
}
