package chat.parley.desktop.view.files;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A picture that fits its place, or is drawn near by the wheel and moved by the mouse. */
final class ZoomPane extends Region {
  /** A step of the wheel or of a key. */
  private static final double STEP = 1.25;

  /** How many screen pixels a pixel of the picture becomes at most. */
  private static final double NEAREST = 8;

  private final ImageView image = new ImageView();
  private final NearView near = new NearView();
  private final Runnable sharpen;
  private final Rectangle clip = new Rectangle();
  private double width;
  private double height;

  /** By how much the picture is larger than it fits; 1 when it fits. */
  private double factor = 1;

  /** How far its middle is from the middle of the place. */
  private double shiftX;

  private double shiftY;
  private double grabX;
  private double grabY;

  /** Whether the picture at hand was not sharp enough, and a sharper one was asked for. */
  private boolean asked;

  /**
   * @param sharpen is run when somebody looks nearer than the picture at hand is sharp
   */
  ZoomPane(Runnable sharpen) {
    this.sharpen = sharpen;
    getStyleClass().add("zoom-pane");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    image.setSmooth(true);
    getChildren().addAll(image, near);
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setOnScroll(this::scrolled);
    setOnMousePressed(this::grabbed);
    setOnMouseDragged(this::dragged);
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            zoomAt(factor > 1 ? 1 / factor : actualSize(), event.getX(), event.getY());
          }
        });
  }

  /**
   * @param now null when there is nothing to see yet
   * @param pictureWidth of the picture as it is, in pixels
   */
  void show(@Nullable Image now, double pictureWidth, double pictureHeight) {
    boolean another = width != pictureWidth || height != pictureHeight;
    image.setImage(now);
    near.become(List.of());
    asked = false;
    width = pictureWidth;
    height = pictureHeight;
    if (another) {
      fit();
    }
    requestLayout();
  }

  /** Draws the same picture sharper. */
  void sharpen(List<Tile> tiles) {
    near.become(tiles);
    requestLayout();
  }

  /** Whether what is in sight is as sharp as the picture is. */
  boolean isSharp() {
    return !isNearer() || near.isSharp();
  }

  /** Runs it as soon as this has its size. */
  void whenSized(Runnable action) {
    if (getWidth() > 0 && getHeight() > 0) {
      action.run();
      return;
    }
    heightProperty()
        .addListener(
            new InvalidationListener() {
              @Override
              public void invalidated(Observable height) {
                if (getWidth() > 0 && getHeight() > 0) {
                  heightProperty().removeListener(this);
                  action.run();
                }
              }
            });
  }

  /** Pixels of the longer side of such a picture when it fits here. */
  int side(double pictureWidth, double pictureHeight) {
    double scale = Math.min(1, Math.min(getWidth() / pictureWidth, getHeight() / pictureHeight));
    double side = Math.max(pictureWidth, pictureHeight) * scale * pixelsEach();
    return Math.clamp(Math.round(side), 1, Decoder.MOST);
  }

  private double pixelsEach() {
    Scene scene = getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  /** Whether the picture has more to show here than the one at hand. */
  private boolean isNearer() {
    Image now = image.getImage();
    return now != null
        && now.getWidth() < Math.min(width, Decoder.MOST)
        && width * fitting() * factor * pixelsEach() > now.getWidth() + 1;
  }

  /** All of it can be seen. */
  void fit() {
    factor = 1;
    shiftX = 0;
    shiftY = 0;
    requestLayout();
  }

  /** Nearer ({@code 1}) or farther ({@code -1}). */
  void step(int direction) {
    zoomAt(direction > 0 ? STEP : 1 / STEP, getWidth() / 2, getHeight() / 2);
  }

  /** By how much the picture is larger than it fits. */
  double factor() {
    return factor;
  }

  /** The factor by which a pixel of the picture is one of the screen. */
  private double actualSize() {
    return Math.max(STEP, 1 / fitting());
  }

  private double fitting() {
    if (width <= 0 || height <= 0) {
      return 1;
    }
    return Math.min(1, Math.min(getWidth() / width, getHeight() / height));
  }

  /** What is under that point stays there. */
  private void zoomAt(double by, double x, double y) {
    double most = Math.max(1, NEAREST / fitting());
    double now = Math.clamp(factor * by, 1, most);
    double real = now / factor;
    shiftX = (x - getWidth() / 2) * (1 - real) + shiftX * real;
    shiftY = (y - getHeight() / 2) * (1 - real) + shiftY * real;
    factor = now;
    requestLayout();
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      zoomAt(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
      event.consume();
    }
  }

  private void grabbed(MouseEvent event) {
    grabX = event.getX() - shiftX;
    grabY = event.getY() - shiftY;
  }

  private void dragged(MouseEvent event) {
    shiftX = event.getX() - grabX;
    shiftY = event.getY() - grabY;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double scale = fitting() * factor;
    double seenWidth = width * scale;
    double seenHeight = height * scale;
    shiftX = within(shiftX, seenWidth - getWidth());
    shiftY = within(shiftY, seenHeight - getHeight());
    image.setFitWidth(seenWidth);
    image.setFitHeight(seenHeight);
    double x = Math.round((getWidth() - seenWidth) / 2 + shiftX);
    double y = Math.round((getHeight() - seenHeight) / 2 + shiftY);
    image.relocate(x, y);
    boolean nearer = isNearer();
    near.setVisible(nearer);
    near.place(
        new Rectangle2D(x, y, seenWidth, seenHeight),
        new Rectangle2D(0, 0, getWidth(), getHeight()));
    if (nearer && !asked) {
      asked = true;
      sharpen.run();
    }
    setCursor(factor > 1 ? Cursor.MOVE : Cursor.DEFAULT);
  }

  /** No edge of the picture comes farther in than the edge of the place. */
  private static double within(double shift, double over) {
    double most = Math.max(0, over / 2);
    return Math.clamp(shift, -most, most);
  }
}
