package chat.parley.desktop.view.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What can be done with a message, by the right button or the menu key. */
final class MessageMenu {
  private final ContextMenu popup = new ContextMenu();
  private final RowActions actions;

  MessageMenu(RowActions actions) {
    this.actions = actions;
  }

  void open(MessageRow row, MessageItem message, ContextMenuEvent event) {
    popup.getItems().setAll(item("view.message.copy", () -> actions.copy(message)));
    if (message.state() == Outgoing.State.FAILED) {
      popup
          .getItems()
          .addAll(
              item("view.message.retry", () -> actions.retry(message)),
              item("view.message.delete", () -> actions.discard(message)));
    }
    if (event.isKeyboardTrigger()) {
      popup.show(row, Side.BOTTOM, row.getWidth() / 2, -row.getHeight() / 2);
    } else {
      popup.show(row, event.getScreenX(), event.getScreenY());
    }
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(text));
    item.setOnAction(event -> action.run());
    return item;
  }
}
