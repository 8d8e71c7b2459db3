package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.Row;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.BlockedItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.NoticeItem;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A sentence in the middle of the pane that may lead to a message. */
final class LinkRow extends Row<TimelineItem> implements Opens {
  private final RowActions actions;
  private final Label words = Controls.label("", "caption");
  private final Button link = Controls.folding(Controls.linkButton("", this::open));
  private TimelineItem shown = new TimelineItem.StartMark();

  LinkRow(RowActions actions) {
    this.actions = actions;
    getStyleClass().add("caption-row");
    RightToLeft.fold(words);
    link.getStyleClass().add("caption-link");
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setFocusTraversable(false);
    HBox line = new HBox(words, link);
    line.getStyleClass().add("caption-line");
    getChildren().add(line);
  }

  @Override
  protected void show(TimelineItem item) {
    shown = item;
    switch (item) {
      case NoticeItem notice -> show(notice.text(), "view.notice.show", notice.target() != 0);
      case BlockedItem _ -> show(Texts.of("view.blocked"), "view.blocked.show", true);
      default -> show("", "view.notice.show", false);
    }
  }

  private void show(String text, String action, boolean leads) {
    words.setText(text);
    link.setText(Texts.of(action));
    link.setVisible(leads);
    setAccessibleText(leads ? text + ", " + link.getText() : text);
  }

  @Override
  public void open() {
    if (shown instanceof NoticeItem notice && notice.target() != 0) {
      actions.jumpTo(notice.target());
    } else if (shown instanceof BlockedItem blocked) {
      actions.reveal(blocked.seq());
    }
  }

  @Override
  protected void currentChanged(boolean here) {
    link.setFocusTraversable(here);
  }
}
