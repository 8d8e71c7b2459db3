package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MembershipItem;
import javafx.scene.control.Label;

/** Who came and went. */
final class CaptionRow extends Row<TimelineItem> {
  private final Label caption = new Label();

  CaptionRow() {
    getStyleClass().add("caption-row");
    caption.getStyleClass().add("caption");
    RightToLeft.fold(caption);
    getChildren().add(caption);
  }

  @Override
  protected void show(TimelineItem item) {
    caption.setText(item instanceof MembershipItem membership ? membership.text() : "");
    setAccessibleText(caption.getText());
  }
}
