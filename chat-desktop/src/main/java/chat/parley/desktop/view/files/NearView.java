package chat.parley.desktop.view.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.image.ImageView;

/**
 * The sharp tiles of a picture that is looked at nearer than it fits. In each frame only one comes
 * in that is in sight, so that no frame has to draw all of a large picture for the first time.
 */
final class NearView extends Group {
  private final List<Tile> waiting = new ArrayList<>();

  /**
   * By which tile it is: to compare two by all that is in them is prepared for at the first one.
   */
  private final Map<Tile, ImageView> drawn = new IdentityHashMap<>();

  private Rectangle2D picture = Rectangle2D.EMPTY;
  private Rectangle2D seen = Rectangle2D.EMPTY;
  private final AnimationTimer comingIn =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          letIn();
        }
      };

  NearView() {
    getStyleClass().add("near");
    setManaged(false);
    setAutoSizeChildren(false);
  }

  void become(List<Tile> tiles) {
    comingIn.stop();
    getChildren().clear();
    drawn.clear();
    waiting.clear();
    waiting.addAll(tiles);
  }

  /** Whether there is anything to draw. */
  boolean isEmpty() {
    return waiting.isEmpty() && drawn.isEmpty();
  }

  /** Whether all that is in sight is drawn. */
  boolean isSharp() {
    return !isEmpty() && waiting.stream().noneMatch(this::isInSight);
  }

  /**
   * @param picture where the whole picture is
   * @param seen what of that is in sight
   */
  void place(Rectangle2D picture, Rectangle2D seen) {
    this.picture = picture;
    this.seen = seen;
    drawn.forEach(this::place);
    if (isVisible() && waiting.stream().anyMatch(this::isInSight)) {
      comingIn.start();
    }
  }

  private void letIn() {
    Point2D middle =
        new Point2D((seen.getMinX() + seen.getMaxX()) / 2, (seen.getMinY() + seen.getMaxY()) / 2);
    Tile next =
        waiting.stream()
            .filter(this::isInSight)
            .min(Comparator.comparingDouble(tile -> middle.distance(middleOf(tile))))
            .orElse(null);
    if (next == null || getScene() == null) {
      comingIn.stop();
      return;
    }
    waiting.removeIf(tile -> tile == next);
    var view = new ImageView(next.image());
    view.setSmooth(true);
    drawn.put(next, view);
    place(next, view);
    getChildren().add(view);
  }

  private void place(Tile tile, ImageView view) {
    Rectangle2D at = placeOf(tile);
    view.setX(at.getMinX());
    view.setY(at.getMinY());
    view.setFitWidth(at.getWidth());
    view.setFitHeight(at.getHeight());
  }

  private boolean isInSight(Tile tile) {
    return placeOf(tile).intersects(seen);
  }

  private Point2D middleOf(Tile tile) {
    Rectangle2D at = placeOf(tile);
    return new Point2D((at.getMinX() + at.getMaxX()) / 2, (at.getMinY() + at.getMaxY()) / 2);
  }

  private Rectangle2D placeOf(Tile tile) {
    return new Rectangle2D(
        picture.getMinX() + tile.x() * picture.getWidth(),
        picture.getMinY() + tile.y() * picture.getHeight(),
        tile.width() * picture.getWidth(),
        tile.height() * picture.getHeight());
  }
}
