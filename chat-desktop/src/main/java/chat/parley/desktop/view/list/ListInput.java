package chat.parley.desktop.view.list;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What wheel, fingers, keys and clicks mean to a list. */
final class ListInput<T> {
  private final VirtualList<T> list;
  private final Glide glide;

  ListInput(VirtualList<T> list, Glide glide) {
    this.list = list;
    this.glide = glide;
  }

  void listen() {
    list.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    list.addEventHandler(
        MouseEvent.MOUSE_PRESSED, event -> list.makeCurrentAt(event.getX(), event.getY()));
  }

  /** Fingers move the rows themselves; a wheel gives them a push. */
  private void scrolled(ScrollEvent event) {
    list.readerMoves();
    double pixels = -event.getDeltaY();
    boolean fingers = event.isInertia() || event.getTouchCount() > 0 || event.isDirect();
    if (fingers) {
      glide.stop();
      list.scrollBy(pixels);
    } else {
      glide.by(pixels);
    }
    event.consume();
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> list.moveCurrent(-1);
      case DOWN -> list.moveCurrent(1);
      case PAGE_UP -> list.scrollPages(-1);
      case PAGE_DOWN -> list.scrollPages(1);
      case HOME -> list.makeFirstCurrent();
      case END -> list.makeLastCurrent();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
