package chat.parley.desktop.view.look;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside words about something that goes on: turns while it is seen, where things may move. */
public final class Spinner extends StackPane {
  private static final Duration TURN = Duration.seconds(1);
  private static final double WHOLE_TURN = 360;

  private final FontIcon icon = Icons.of(Feather.LOADER);
  private final RotateTransition turning = new RotateTransition(TURN, icon);

  public Spinner() {
    getStyleClass().add("turning");
    turning.setByAngle(WHOLE_TURN);
    turning.setInterpolator(Interpolator.LINEAR);
    turning.setCycleCount(Animation.INDEFINITE);
    getChildren().add(icon);
    Controls.folding(this);
    visibleProperty().subscribe(this::turn);
    sceneProperty().subscribe(this::turn);
  }

  private void turn() {
    if (isVisible() && getScene() != null && !Motion.isReduced(this)) {
      turning.play();
    } else {
      turning.stop();
      icon.setRotate(0);
    }
  }
}
