package chat.parley.desktop.view.keys;

import java.util.List;
import java.util.function.IntPredicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Keys that do one thing, or one thing in several directions.
 *
 * @param text the key of the sentence that says what they do
 * @param action is told the place of the pressed keys in the list; answers whether there was
 *     something to do, else the keys go on to the control that has the keyboard
 */
public record Shortcut(Group group, String text, List<KeyCombination> keys, IntPredicate action) {
  /** Under which title the sheet shows them. */
  public enum Group {
    GO,
    READ,
    WINDOW
  }

  public Shortcut {
    keys = List.copyOf(keys);
  }

  public static Shortcut of(Group group, String text, IntPredicate action, KeyCombination... keys) {
    return new Shortcut(group, text, List.of(keys), action);
  }

  /** With no other key held than these; {@code SHORTCUT} is Command on a Mac, else Ctrl. */
  public static KeyCombination keys(KeyCode code, KeyCombination.Modifier... held) {
    return new KeyCodeCombination(code, held);
  }
}
