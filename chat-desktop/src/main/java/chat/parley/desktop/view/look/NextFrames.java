package chat.parley.desktop.view.look;

import java.util.Iterator;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Does in each of the next frames a part of what together would hold up one for long: a step, and
 * the steps after it as long as they take next to no time. For the FX thread.
 */
public final class NextFrames extends AnimationTimer {
  /** A step that takes longer, and what is to be drawn of it, fills a good part of a frame. */
  private static final long NEXT_TO_NO_TIME = 1_000_000;

  private static boolean inFrame;

  private final Iterator<Runnable> steps;

  /** Whether what there was to do when this began is drawn, or done in a frame of its own. */
  private boolean drawn = inFrame;

  private NextFrames(List<Runnable> steps) {
    this.steps = steps.iterator();
  }

  /**
   * @param steps at least one; the first is done in the frame after the one that comes now, which
   *     has to draw what is there already
   */
  public static void each(Runnable... steps) {
    new NextFrames(List.of(steps)).start();
  }

  @Override
  public void handle(long now) {
    if (!drawn) {
      drawn = true;
      return;
    }
    long from = System.nanoTime();
    inFrame = true;
    try {
      do {
        steps.next().run();
      } while (steps.hasNext() && System.nanoTime() - from < NEXT_TO_NO_TIME);
    } finally {
      inFrame = false;
      if (!steps.hasNext()) {
        stop();
      }
    }
  }
}
