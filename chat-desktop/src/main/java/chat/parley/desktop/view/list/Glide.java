package chat.parley.desktop.view.list;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;

/** Spreads the steps of a mouse wheel over some frames. No timer runs while nothing moves. */
final class Glide {
  /** After so many seconds a third of the way is left. */
  private static final double SETTLING = 0.04;

  /** Less than this many pixels are taken at once. */
  private static final double LAST_STEP = 1;

  private final DoubleConsumer scroll;
  private final BooleanSupplier still;
  private double left;
  private long before;

  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          step(before == 0 ? 1 / 60d : (now - before) / 1e9);
          before = now;
        }
      };

  /**
   * @param scroll moves by so many pixels, positive towards the end
   * @param still whether the person asked for as little motion as possible
   */
  Glide(DoubleConsumer scroll, BooleanSupplier still) {
    this.scroll = scroll;
    this.still = still;
  }

  void by(double pixels) {
    if (still.getAsBoolean()) {
      scroll.accept(pixels);
      return;
    }
    if (left == 0) {
      before = 0;
      timer.start();
    }
    left = Math.signum(left) == -Math.signum(pixels) ? pixels : left + pixels;
  }

  void stop() {
    left = 0;
    timer.stop();
  }

  private void step(double seconds) {
    double pixels = stepOf(left, seconds);
    left -= pixels;
    scroll.accept(pixels);
    if (left == 0) {
      stop();
    }
  }

  /** How much of what is left is due after so many seconds. */
  static double stepOf(double left, double seconds) {
    return Math.abs(left) <= LAST_STEP ? left : left * (1 - Math.exp(-seconds / SETTLING));
  }
}
