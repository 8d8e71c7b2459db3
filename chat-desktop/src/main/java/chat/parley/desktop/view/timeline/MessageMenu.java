package chat.parley.desktop.view.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with a message, by the right button or the menu key. */
final class MessageMenu {
  private final ContextMenu popup = new ContextMenu();
  private final RowActions actions;

  MessageMenu(RowActions actions) {
    this.actions = actions;
  }

  /** In the middle of the row. */
  void open(MessageRow row, MessageItem message) {
    fill(message);
    popup.show(row, Side.BOTTOM, row.getWidth() / 2, -row.getHeight() / 2);
  }

  /** At a place on the screen. */
  void open(MessageRow row, MessageItem message, double x, double y) {
    fill(message);
    popup.show(row, x, y);
  }

  private void fill(MessageItem message) {
    popup.getItems().setAll(item("view.message.copy", () -> actions.copy(message)));
    if (message.state() == Outgoing.State.FAILED) {
      popup
          .getItems()
          .addAll(
              item("view.message.retry", () -> actions.retry(message)),
              item("view.message.delete", () -> actions.discard(message)));
    }
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(text));
    item.setOnAction(event -> action.run());
    return item;
  }
}
