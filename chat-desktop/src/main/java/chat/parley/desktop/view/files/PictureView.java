package chat.parley.desktop.view.files;

import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Motion;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Attachment;
import java.io.File;
import javafx.animation.FadeTransition;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A picture of a message at the size it will have, from the first moment on; opens it closely. The
 * stylesheet says how large it may be. As a tile it fills its place, and what is left over is cut.
 */
public final class PictureView extends Region implements PictureStore.Wanting {
  private static final Duration FADE = Duration.millis(120);

  /** Larger ones are not fetched only to see them move. */
  private static final long MOST_MOVING_BYTES = 8L * 1024 * 1024;

  private final Attachment file;
  private final FileParts parts;
  private final boolean tile;
  private final Runnable open;
  private final ImageView image = new ImageView();
  private final FontIcon none = Icons.of(Feather.IMAGE, "picture-none");

  /** Over the picture: what is drawn around it is cut off, and what is under it is not seen. */
  private final Region ring = new Region();

  private final Rectangle clip = new Rectangle();
  private boolean moving;
  private boolean loaded;

  /**
   * @param tile whether it fills a place whatever its shape
   * @param open what a click leads to
   */
  public PictureView(Attachment file, FileParts parts, boolean tile, Runnable open) {
    this.file = file;
    this.parts = parts;
    this.tile = tile;
    this.open = open;
    getStyleClass().addAll("picture", "leads-on", tile ? "picture-tile" : "picture-single");
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(Texts.of("view.files.picture", file.name()));
    image.setSmooth(true);
    none.setVisible(false);
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    ring.getStyleClass().add("picture-ring");
    ring.setMouseTransparent(true);
    getChildren().addAll(image, none, ring);
    backgroundProperty().subscribe(this::round);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            open.run();
            event.consume();
          }
        });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    Image there = file.thumb() ? PictureStore.there(file) : null;
    if (there != null) {
      take(there);
    } else if (file.thumb()) {
      PictureStore.ask(parts.model().thumbs(), file, this);
    } else {
      missing();
    }
    sceneProperty().subscribe(this::startMoving);
  }

  /** Whether what there is to see can be seen. */
  public boolean isSettled() {
    return (loaded || none.isVisible()) && image.getOpacity() == 1;
  }

  @Override
  public void loaded(Image now) {
    take(now);
    if (!Motion.isReduced(this) && getScene() != null) {
      image.setOpacity(0);
      FadeTransition fade = new FadeTransition(FADE, image);
      fade.setToValue(1);
      fade.play();
    }
  }

  @Override
  public void missing() {
    none.setVisible(true);
  }

  private void take(Image now) {
    if (!moving || !loaded) {
      loaded = true;
      image.setImage(now);
      requestLayout();
    }
  }

  /** A GIF moves while it is on the screen, where things may move. */
  private void startMoving() {
    boolean small = file.size() <= MOST_MOVING_BYTES && file.type().equals("image/gif");
    if (moving || !small || getScene() == null || Motion.isReduced(this)) {
      return;
    }
    moving = true;
    parts
        .model()
        .download(file)
        .fetch(
            path ->
                Decoder.decode(
                    new File(path),
                    Decoder.MOST,
                    made -> {
                      if (made != null) {
                        loaded = true;
                        image.setImage(made);
                        requestLayout();
                      }
                    }));
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      open.run();
      event.consume();
    }
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      open.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  /** The picture has the corners of the place it lies on. */
  private void round() {
    if (getBackground() != null && !getBackground().getFills().isEmpty()) {
      double radius = getBackground().getFills().getFirst().getRadii().getTopLeftHorizontalRadius();
      clip.setArcWidth(2 * radius);
      clip.setArcHeight(2 * radius);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** Never larger than the picture, nor than it may be. */
  private double scale() {
    double wide = getMaxWidth() > 0 ? getMaxWidth() / file.width() : 1;
    double high = getMaxHeight() > 0 ? getMaxHeight() / file.height() : 1;
    return Math.min(1, Math.min(wide, high));
  }

  @Override
  protected double computePrefWidth(double height) {
    return tile ? super.computePrefWidth(height) : Math.round(file.width() * scale());
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    if (tile) {
      return super.computePrefHeight(width);
    }
    double whole = file.width() * scale();
    double share = width < 0 || width >= whole ? 1 : width / whole;
    return Math.max(1, Math.round(file.height() * scale() * share));
  }

  @Override
  protected double computeMinHeight(double width) {
    return tile ? 0 : computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    Image shown = image.getImage();
    if (shown != null && shown.getWidth() > 0) {
      place(shown, width, height);
    }
    ring.resizeRelocate(0, 0, width, height);
    none.autosize();
    none.relocate(
        Math.round((width - none.getLayoutBounds().getWidth()) / 2),
        Math.round((height - none.getLayoutBounds().getHeight()) / 2));
  }

  private void place(Image shown, double width, double height) {
    if (tile) {
      double scale = Math.max(width / shown.getWidth(), height / shown.getHeight());
      double seenWidth = width / scale;
      double seenHeight = height / scale;
      image.setViewport(
          new Rectangle2D(
              (shown.getWidth() - seenWidth) / 2,
              (shown.getHeight() - seenHeight) / 2,
              seenWidth,
              seenHeight));
    }
    image.setFitWidth(width);
    image.setFitHeight(height);
    image.relocate(0, 0);
  }
}
