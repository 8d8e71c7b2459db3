package chat.parley.desktop.view.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.List;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What can be done with a message, by the right button or the menu key. */
final class MessageMenu {
  /** What belongs together stands together. */
  private static final List<List<MessageAction>> GROUPS =
      List.of(
          List.of(MessageAction.REACT, MessageAction.REPLY, MessageAction.THREAD),
          List.of(MessageAction.COPY, MessageAction.LINK, MessageAction.FORWARD),
          List.of(MessageAction.PROFILE),
          List.of(
              MessageAction.PIN,
              MessageAction.UNPIN,
              MessageAction.UNREAD,
              MessageAction.FOLLOW,
              MessageAction.UNFOLLOW),
          List.of(MessageAction.EDIT, MessageAction.DELETE, MessageAction.REPORT));

  private final ContextMenu popup = new ContextMenu();
  private final RowActions actions;
  private final @Nullable TextSelection selection;

  MessageMenu(RowActions actions) {
    this.actions = actions;
    selection = null;
  }

  /** One that offers first to copy what is selected, when something is. */
  MessageMenu(RowActions actions, TextSelection selection) {
    this.actions = actions;
    this.selection = selection;
  }

  /** In the middle of the row. */
  void open(Region row, MessageItem message) {
    fill(message, row);
    popup.show(row, Side.BOTTOM, row.getWidth() / 2, -row.getHeight() / 2);
  }

  /** Below a button. */
  void openBelow(Node button, Region row, MessageItem message) {
    fill(message, row);
    popup.show(button, Side.BOTTOM, 0, 0);
  }

  /** At a place on the screen. */
  void open(Region row, MessageItem message, double x, double y) {
    fill(message, row);
    popup.show(row, x, y);
  }

  private void fill(MessageItem message, Node row) {
    ObservableList<MenuItem> items = popup.getItems();
    items.clear();
    if (selection != null && !selection.isEmpty()) {
      items.add(item("view.selection.copy", selection::copy));
    }
    Set<MessageAction> allowed = actions.allowed(message);
    for (List<MessageAction> group : GROUPS) {
      List<MessageAction> here = group.stream().filter(allowed::contains).toList();
      if (!here.isEmpty() && !items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      here.forEach(
          action -> items.add(item(words(action), () -> actions.act(action, message, row, false))));
    }
    if (message.state() == Outgoing.State.FAILED) {
      items.add(item("view.message.retry", () -> actions.retry(message)));
      items.add(item("view.message.delete", () -> actions.discard(message)));
    }
  }

  /** The key of what is said about an action. */
  static String words(MessageAction action) {
    return switch (action) {
      case REPLY -> "view.message.reply";
      case THREAD -> "view.message.thread";
      case REACT -> "view.message.react";
      case EDIT -> "view.message.edit";
      case DELETE -> "view.message.delete";
      case COPY -> "view.message.copy";
      case LINK -> "view.message.link";
      case FORWARD -> "view.message.forward";
      case PROFILE -> "view.message.profile";
      case PIN -> "view.message.pin";
      case UNPIN -> "view.message.unpin";
      case UNREAD -> "view.message.unread";
      case FOLLOW -> "view.message.follow";
      case UNFOLLOW -> "view.message.unfollow";
      case REPORT -> "view.message.report";
    };
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(text));
    item.setOnAction(event -> action.run());
    return item;
  }
}
