package chat.parley.desktop.view.timeline;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import chat.parley.desktop.viewmodel.MessageAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the keys do on the message the keyboard is on: the one table of them. */
public final class MessageKeys {
  /**
   * Keys for something that can be done with a message.
   *
   * @param text the key of the sentence that says what they do
   * @param actions of these the first that is allowed
   */
  public record MessageKey(String text, List<MessageAction> actions, List<KeyCombination> keys) {}

  /** In the order in which they are told. */
  public static final List<MessageKey> ALL =
      List.of(
          key("view.message.reply", List.of(MessageAction.REPLY), plain(KeyCode.R)),
          key("view.message.thread", List.of(MessageAction.THREAD), plain(KeyCode.T)),
          key(
              "view.message.react",
              List.of(MessageAction.REACT),
              plain(KeyCode.PLUS),
              plain(KeyCode.COLON),
              plain(KeyCode.ADD),
              new KeyCodeCombination(KeyCode.PLUS, SHIFT_DOWN),
              new KeyCodeCombination(KeyCode.EQUALS, SHIFT_DOWN),
              new KeyCodeCombination(KeyCode.SEMICOLON, SHIFT_DOWN),
              new KeyCodeCombination(KeyCode.PERIOD, SHIFT_DOWN)),
          key("view.message.edit", List.of(MessageAction.EDIT), plain(KeyCode.E)),
          key(
              "view.message.delete",
              List.of(MessageAction.DELETE),
              plain(KeyCode.DELETE),
              new KeyCodeCombination(KeyCode.DELETE, SHIFT_DOWN)),
          key(
              "view.message.copy",
              List.of(MessageAction.COPY),
              plain(KeyCode.C),
              new KeyCodeCombination(KeyCode.C, SHORTCUT_DOWN)),
          key("view.message.link", List.of(MessageAction.LINK), plain(KeyCode.L)),
          key("view.message.forward", List.of(MessageAction.FORWARD), plain(KeyCode.F)),
          key("view.message.profile", List.of(MessageAction.PROFILE), plain(KeyCode.A)),
          key(
              "view.message.pin",
              List.of(MessageAction.PIN, MessageAction.UNPIN),
              plain(KeyCode.P)),
          key("view.message.unread", List.of(MessageAction.UNREAD), plain(KeyCode.U)));

  /** Opens the menu of all there is. */
  public static final KeyCombination MENU = plain(KeyCode.M);

  private MessageKeys() {}

  static boolean isMenu(KeyEvent event) {
    return MENU.match(event);
  }

  /** What the pressed key stands for, if that is allowed. */
  static Optional<MessageAction> of(KeyEvent event, Set<MessageAction> allowed) {
    return ALL.stream()
        .filter(key -> key.keys().stream().anyMatch(keys -> keys.match(event)))
        .flatMap(key -> key.actions().stream())
        .filter(allowed::contains)
        .findFirst();
  }

  private static MessageKey key(String text, List<MessageAction> actions, KeyCombination... keys) {
    return new MessageKey(text, actions, List.of(keys));
  }

  private static KeyCombination plain(KeyCode code) {
    return new KeyCodeCombination(code);
  }
}
