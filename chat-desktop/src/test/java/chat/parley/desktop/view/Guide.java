package chat.parley.desktop.view;

import chat.parley.desktop.viewmodel.RoomItem;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/** Leads through the window, and says where one is. */
record Guide(Office office, Scene scene, BiConsumer<String, Scene> look) {

  /** The place is on the screen now. */
  void at(String place) {
    at(place, scene);
  }

  /** The same in another window. */
  void at(String place, Scene window) {
    Fx.settle(window);
    Fx.run(office.fx::settle);
    Fx.settle(window);
    look.accept(place, window);
  }

  /** Does that on the FX thread, and lets what it leads to happen. */
  void run(Runnable work) {
    Fx.run(
        () -> {
          work.run();
          office.fx.settle();
        });
    Fx.settle(scene);
  }

  /** Presses the first button of that selector. */
  void fire(String selector) {
    run(() -> Fx.find(scene, selector, ButtonBase.class).fire());
  }

  /** Presses the button that says that. */
  void fire(String selector, String words) {
    run(
        () ->
            all(selector)
                .map(ButtonBase.class::cast)
                .filter(button -> words.equals(said(button)))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private static String said(ButtonBase button) {
    return button.getText().isEmpty() ? button.getAccessibleText() : button.getText();
  }

  Stream<Node> all(String selector) {
    return scene.getRoot().lookupAll(selector).stream();
  }

  void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      run(() -> Fx.press(scene, key));
    }
  }

  /** Closes what is open over the window, wherever the keyboard was taken meanwhile. */
  void escape() {
    run(() -> Event.fireEvent(inFront(), escapeKey()));
  }

  private Node inFront() {
    Node popover = scene.getRoot().lookup(".popover-layer");
    Node dialog = scene.getRoot().lookup(".dialog-layer");
    return popover != null ? popover : dialog.isVisible() ? dialog : scene.getFocusOwner();
  }

  private static KeyEvent escapeKey() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
  }

  /** Goes up through the messages until one has that; the keyboard is on it then. */
  void upTo(String selector) {
    run(() -> scene.getRoot().lookup(".virtual-list").requestFocus());
    press(KeyCode.END);
    int most = office.log.size() * 2;
    for (int i = 0; i < most && Fx.call(() -> all(selector).noneMatch(Words::isShown)); i++) {
      press(KeyCode.UP);
    }
  }

  /** A click with the mouse on something that is no button. */
  void click(String selector) {
    run(() -> Event.fireEvent(scene.getRoot().lookup(selector), click()));
  }

  private static MouseEvent click() {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  /** Does what the menu that is open offers under that name. */
  void choose(String words) {
    run(
        () -> {
          MenuItem item =
              Window.getWindows().stream()
                  .filter(ContextMenu.class::isInstance)
                  .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                  .filter(offered -> words.equals(offered.getText()))
                  .findFirst()
                  .orElseThrow();
          item.getParentPopup().hide();
          item.fire();
        });
  }

  /** Chooses a room. */
  void enter(String room) {
    run(() -> office.home().rooms().selectedProperty().set(room(room)));
  }

  RoomItem room(String name) {
    return office.home().rooms().items().stream()
        .filter(room -> room.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
