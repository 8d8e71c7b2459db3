package chat.parley.desktop.view;

import chat.parley.desktop.viewmodel.RoomListModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that work anywhere in the main screen. */
final class Shortcuts {
  private final MainView main;
  private final RoomListModel rooms;

  Shortcuts(MainView main, RoomListModel rooms) {
    this.main = main;
    this.rooms = rooms;
  }

  /** Answers whether the key was one of these; comes before the control that has the keyboard. */
  boolean pressed(KeyEvent event) {
    return switch (event.getCode()) {
      case F6 -> {
        toRegion(event.isShiftDown() ? -1 : 1);
        yield true;
      }
      case UP, DOWN -> event.isAltDown() && toRoom(event);
      case ESCAPE -> main.room().peopleOpenProperty().get() && closePeople();
      default -> false;
    };
  }

  /** Answers whether characters went to the composer because the keyboard was at no field. */
  boolean typed(KeyEvent event, @Nullable Node owner) {
    String characters = event.getCharacter();
    boolean shortcut = event.isControlDown() || event.isMetaDown() || event.isAltDown();
    if (owner instanceof TextInputControl
        || shortcut
        || characters.isEmpty()
        || characters.codePoints().anyMatch(Character::isISOControl)
        || characters.isBlank() && owner instanceof ButtonBase
        || !main.room().composerTarget().getParent().isVisible()) {
      return false;
    }
    main.room().type(characters);
    return true;
  }

  private boolean toRoom(KeyEvent event) {
    boolean unreadOnly = event.isShiftDown();
    switch (event.getCode()) {
      case UP -> rooms.selectPrevious(unreadOnly);
      default -> rooms.selectNext(unreadOnly);
    }
    return true;
  }

  private boolean closePeople() {
    main.room().peopleOpenProperty().set(false);
    main.toComposer();
    return true;
  }

  private void toRegion(int step) {
    List<Node> regions = main.regions();
    int from = -1;
    for (int i = 0; i < regions.size(); i++) {
      if (regions.get(i).isFocusWithin()) {
        from = i;
      }
    }
    int next = from < 0 && step < 0 ? regions.size() - 1 : from + step;
    regions.get(Math.floorMod(next, regions.size())).requestFocus();
  }
}
