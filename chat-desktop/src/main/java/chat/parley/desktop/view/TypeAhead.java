package chat.parley.desktop.view;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What is typed while the keyboard is at no field goes to the composer. */
final class TypeAhead {
  private TypeAhead() {}

  /** Answers whether the characters went to the composer. */
  static boolean typed(KeyEvent event, @Nullable Node owner, MainView main) {
    String characters = event.getCharacter();
    boolean shortcut = event.isControlDown() || event.isMetaDown() || event.isAltDown();
    if (owner instanceof TextInputControl
        || shortcut
        || characters.isEmpty()
        || characters.codePoints().anyMatch(Character::isISOControl)
        || characters.isBlank() && owner instanceof ButtonBase
        || main.isOverview()
        || !main.room().composerTarget().getParent().isVisible()) {
      return false;
    }
    main.room().type(characters);
    return true;
  }
}
