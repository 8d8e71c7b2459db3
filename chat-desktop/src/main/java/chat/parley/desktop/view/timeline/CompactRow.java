package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A message on one line with its time and who wrote it; below others of the same person without.
 */
final class CompactRow extends MessageRow {
  private final Times times;
  private final Label time;
  private final Label author;
  private final boolean grouped;
  private @Nullable MessageItem message;

  CompactRow(RowContext context, boolean grouped) {
    this(context, Controls.label("", "time"), Controls.label("", "author"), grouped);
  }

  private CompactRow(RowContext context, Label time, Label author, boolean grouped) {
    super(context, aside(time, author));
    this.times = context.times();
    this.time = time;
    this.author = author;
    this.grouped = grouped;
    getStyleClass().add("compact");
    if (grouped) {
      getStyleClass().add("same-author");
    }
    Tip.of(time, () -> message == null ? "" : times.full(message.at()));
    leadsToProfile(author);
  }

  private static HBox aside(Label time, Label author) {
    HBox aside = new HBox(time, author);
    aside.getStyleClass().add("compact-aside");
    return aside;
  }

  @Override
  void showWho(MessageItem shown) {
    message = shown;
    time.setText(times.shortTime(shown.at()));
    author.setText(grouped ? "" : shown.name());
  }

  @Override
  boolean showSending(boolean now) {
    return false;
  }
}
