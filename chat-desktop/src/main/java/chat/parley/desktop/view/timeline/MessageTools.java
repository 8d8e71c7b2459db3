package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.message.EmojiFace;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What is done most with a message, over the end of its first line. */
final class MessageTools extends HBox {
  private final RowActions actions;
  private final MessageItem message;

  MessageTools(MessageItem message, Region row, RowActions actions) {
    this.actions = actions;
    this.message = message;
    getStyleClass().add("message-tools");
    setManaged(false);
    Set<MessageAction> allowed = actions.allowed(message);
    if (allowed.contains(MessageAction.REACT)) {
      getChildren().add(quickReaction());
    }
    add(allowed, MessageAction.REACT, Feather.SMILE);
    add(allowed, MessageAction.REPLY, Feather.CORNER_UP_LEFT);
    add(allowed, MessageAction.THREAD, Feather.MESSAGE_SQUARE);
    if (allowed.contains(MessageAction.EDIT)) {
      add(allowed, MessageAction.EDIT, Feather.EDIT_2);
    } else {
      add(allowed, MessageAction.COPY, Feather.COPY);
    }
    if (!allowed.isEmpty()) {
      Button more = tool(Feather.MORE_HORIZONTAL, Texts.of("view.message.more"), () -> {});
      more.setOnAction(event -> new MessageMenu(actions).openBelow(more, row, message));
      getChildren().add(more);
    }
    setVisible(!getChildren().isEmpty());
  }

  /** Tab goes through the tools of the row the keyboard is on, not through those of all rows. */
  void setReachable(boolean reachable) {
    getChildren().forEach(tool -> tool.setFocusTraversable(reachable));
  }

  private Button quickReaction() {
    String emoji = actions.lastEmoji();
    Button quick = new Button();
    quick.setGraphic(EmojiFace.of(emoji));
    quick.getStyleClass().addAll("icon-button", "message-tool");
    quick.setOnAction(event -> actions.react(message, emoji));
    Controls.name(quick, Texts.of("view.message.reactBy", emoji));
    return quick;
  }

  private void add(Set<MessageAction> allowed, MessageAction action, Feather icon) {
    if (allowed.contains(action)) {
      Button tool = tool(icon, Texts.of(MessageMenu.words(action)), () -> {});
      tool.setOnAction(event -> actions.act(action, message, tool, false));
      getChildren().add(tool);
    }
  }

  private static Button tool(Feather icon, String name, Runnable action) {
    Button tool = Controls.iconButton(icon, name, action);
    tool.getStyleClass().add("message-tool");
    return tool;
  }
}
