package chat.parley.desktop.app;

import chat.parley.desktop.view.Fx;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/**
 * Counts what somebody does at a window by what comes to it, so that nothing is left out: a click,
 * a word, and each key that is no letter of one. On the FX thread, unless it says otherwise.
 */
final class Hands {
  private int clicks;
  private int words;
  private int keys;
  private boolean inWord;

  private Hands() {}

  /** From now on; on any thread. */
  static Hands at(Stage stage) {
    var hands = new Hands();
    Fx.run(
        () -> {
          stage.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hands.click());
          stage.addEventFilter(KeyEvent.KEY_PRESSED, hands::press);
          stage.addEventFilter(KeyEvent.KEY_TYPED, hands::type);
        });
    return hands;
  }

  private void click() {
    clicks++;
    inWord = false;
  }

  private void press(KeyEvent key) {
    if (key.getCode() != KeyCode.UNDEFINED && !key.getCode().isModifierKey()) {
      keys++;
      inWord = false;
    }
  }

  private void type(KeyEvent key) {
    boolean letter =
        !key.isShortcutDown()
            && key.getCharacter().codePoints().anyMatch(Character::isLetterOrDigit);
    if (letter && !inWord) {
      words++;
    }
    inWord = letter;
  }

  /** All of it until now; on any thread. */
  Deeds deeds() {
    return Fx.call(() -> new Deeds(clicks, words, keys));
  }
}
