package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.scene.control.Label;

/** A message under the name of the row above; its time shows while the pointer is here. */
final class GroupedRow extends MessageRow {
  private final Times times;
  private final Label time;

  GroupedRow(RowContext context) {
    this(context, Controls.label("", "gutter-time"));
  }

  private GroupedRow(RowContext context, Label time) {
    super(context, time);
    this.times = context.times();
    this.time = time;
    getStyleClass().add("grouped");
  }

  @Override
  void showWho(MessageItem shown) {
    time.setText(times.shortTime(shown.at()));
  }

  @Override
  boolean showSending(boolean now) {
    return false;
  }
}
