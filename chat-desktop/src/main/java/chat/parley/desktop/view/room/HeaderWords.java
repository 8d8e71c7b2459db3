package chat.parley.desktop.view.room;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/** A row in which what comes first has its whole width before what follows has any. */
final class HeaderWords extends HBox {
  private final Rectangle edge = new Rectangle();

  HeaderWords(Node... words) {
    super(words);
    getStyleClass().add("header-words");
    // It has what the buttons beside it leave, whatever is said in it.
    setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (Node word : getManagedChildren()) {
      double wanted = Math.min(word.prefWidth(-1), word.maxWidth(-1));
      double width = Math.min(Math.max(0, getWidth() - x), snapSizeX(wanted));
      layoutInArea(word, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
      x += word.getLayoutBounds().getWidth() + getSpacing();
    }
    edge.setWidth(getWidth());
    edge.setHeight(getHeight());
    setClip(x - getSpacing() > getWidth() ? edge : null); // An emoji cannot be shortened.
  }
}
