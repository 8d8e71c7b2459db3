package chat.parley.desktop.view.files;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A picture that fills its place; what is left over is cut, and so are its corners. */
final class Thumbnail extends Region {
  private final ImageView view;
  private final Rectangle clip = new Rectangle();

  Thumbnail(Image image) {
    getStyleClass().add("thumbnail");
    view = new ImageView(image);
    view.setSmooth(true);
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().add(view);
    backgroundProperty().subscribe(this::round);
  }

  private void round() {
    if (getBackground() != null && !getBackground().getFills().isEmpty()) {
      double radius = getBackground().getFills().getFirst().getRadii().getTopLeftHorizontalRadius();
      clip.setArcWidth(2 * radius);
      clip.setArcHeight(2 * radius);
    }
  }

  @Override
  protected void layoutChildren() {
    Image image = view.getImage();
    double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
    double width = getWidth() / scale;
    double height = getHeight() / scale;
    view.setViewport(
        new Rectangle2D(
            (image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height));
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
    view.relocate(0, 0);
  }
}
