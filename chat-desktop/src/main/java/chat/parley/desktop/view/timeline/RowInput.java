package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.view.look.MenuKey;
import chat.parley.desktop.viewmodel.MessageAction;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What keys and the right button mean on the rows of a list of messages. */
final class RowInput {
  private static final PseudoClass KEYS = PseudoClass.getPseudoClass("keys");

  private final VirtualList<TimelineItem> list;
  private final RowActions actions;
  private final MessageMenu menu;

  RowInput(VirtualList<TimelineItem> list, RowActions actions, TextSelection selection) {
    this.list = list;
    this.actions = actions;
    menu = new MessageMenu(actions, selection);
  }

  void listen() {
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    list.setOnContextMenuRequested(this::menuAsked);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER
        && list.currentRow() instanceof Opens row
        && !(event.getTarget() instanceof ButtonBase)) {
      row.open();
      event.consume();
    } else if (list.current() instanceof MessageItem message
        && list.currentRow() instanceof MessageRow row
        && (MenuKey.is(event) || MessageKeys.isMenu(event) && lettersCount())) {
      handled(event);
      menu.open(row, message);
    } else if (list.current() instanceof MessageItem message) {
      act(event, message);
    }
  }

  private void act(KeyEvent event, MessageItem message) {
    boolean letter = !event.isShortcutDown() && event.getCode() != KeyCode.DELETE;
    if (letter && !lettersCount()) {
      return;
    }
    Optional<MessageAction> action = MessageKeys.of(event, actions.allowed(message));
    if (action.isPresent()) {
      handled(event);
      Node row = list.currentRow();
      actions.act(action.get(), message, row == null ? list : row, event.isShiftDown());
    }
  }

  /**
   * After a click letters go to the composer, as everywhere; on the message that the ring is around
   * they are commands.
   */
  private boolean lettersCount() {
    Scene scene = list.getScene();
    return scene != null && scene.getRoot().getPseudoClassStates().contains(KEYS);
  }

  /** The character of the key shall be typed nowhere, wherever the keyboard goes now. */
  private void handled(KeyEvent event) {
    event.consume();
    Scene scene = list.getScene();
    if (scene != null && !event.isShortcutDown()) {
      new Swallow(scene).listen();
    }
  }

  private void menuAsked(ContextMenuEvent event) {
    if (rowAt(event.getTarget()) instanceof MessageRow row && row.message() != null) {
      menu.open(row, row.message(), event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private static @Nullable Node rowAt(Object target) {
    Node node = target instanceof Node hit ? hit : null;
    while (node != null && !(node instanceof MessageRow)) {
      node = node.getParent();
    }
    return node;
  }

  /** Takes the one character that follows a key that was pressed. */
  private static final class Swallow implements EventHandler<InputEvent> {
    private final Scene scene;

    Swallow(Scene scene) {
      this.scene = scene;
    }

    void listen() {
      scene.addEventFilter(KeyEvent.KEY_TYPED, this);
      scene.addEventFilter(KeyEvent.KEY_RELEASED, this);
      scene.addEventFilter(KeyEvent.KEY_PRESSED, this);
    }

    @Override
    public void handle(InputEvent event) {
      if (event.getEventType() == KeyEvent.KEY_TYPED) {
        event.consume();
      }
      scene.removeEventFilter(KeyEvent.KEY_TYPED, this);
      scene.removeEventFilter(KeyEvent.KEY_RELEASED, this);
      scene.removeEventFilter(KeyEvent.KEY_PRESSED, this);
    }
  }
}
