package chat.parley.desktop.view.timeline;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/** Scrolls while something is dragged beyond an edge, the faster the farther. */
final class EdgeScroll {
  /** Pixels a second for each pixel beyond the edge. */
  private static final double SPEED = 12;

  private static final double SLOWEST = 120;
  private static final double FASTEST = 3_000;

  /** After a longer pause it does not make up for what was missed. */
  private static final double LONGEST_FRAME = 0.1;

  private final DoubleConsumer scroll;
  private double beyond;
  private long before;
  private boolean running;

  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          double seconds = before == 0 ? 1 / 60d : (now - before) / 1e9;
          before = now;
          scroll.accept(stepOf(beyond, Math.min(seconds, LONGEST_FRAME)));
        }
      };

  /**
   * @param scroll moves by so many pixels, positive towards the end
   */
  EdgeScroll(DoubleConsumer scroll) {
    this.scroll = scroll;
  }

  /**
   * @param pixels beyond the edge: negative above the upper one, 0 for between the two
   */
  void at(double pixels) {
    beyond = pixels;
    if (pixels == 0) {
      stop();
    } else if (!running) {
      running = true;
      before = 0;
      timer.start();
    }
  }

  void stop() {
    running = false;
    timer.stop();
  }

  static double stepOf(double beyond, double seconds) {
    return Math.signum(beyond) * Math.clamp(Math.abs(beyond) * SPEED, SLOWEST, FASTEST) * seconds;
  }
}
