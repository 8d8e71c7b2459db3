package chat.parley.desktop.app;

import chat.parley.desktop.view.Fx;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Watches every frame of a window: how long the JavaFX thread works on styles and layout, and on
 * all that it does between two frames. Processor time of that thread, so that other work on the
 * computer does not count; and by the clock on the wall, in which a wait for the disk or for
 * somebody's lock shows.
 */
final class FrameWatch implements AutoCloseable {
  private final Scene scene;
  private final Runnable eachFrame;

  /** Guarded by this. */
  private final List<Double> frames = new ArrayList<>();

  /** From one frame's end to the next one's, in milliseconds; guarded by this. */
  private final List<Double> rounds = new ArrayList<>();

  /** The same by the clock on the wall, of which a sixtieth of a second is usual. */
  private final List<Double> gaps = new ArrayList<>();

  private final Runnable before = this::layoutBegins;
  private final Runnable after = this::layoutEnds;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          eachFrame.run();
        }
      };

  // On the FX thread only.
  private long begin;
  private long lastEnd;
  private long lastEndOnTheWall;

  private FrameWatch(Scene scene, Runnable eachFrame) {
    this.scene = scene;
    this.eachFrame = eachFrame;
  }

  /**
   * @param eachFrame is done at the beginning of every frame
   */
  static FrameWatch of(Scene scene, Runnable eachFrame) {
    var watch = new FrameWatch(scene, eachFrame);
    Fx.run(
        () -> {
          scene.addPreLayoutPulseListener(watch.before);
          scene.addPostLayoutPulseListener(watch.after);
          watch.timer.start();
        });
    return watch;
  }

  private void layoutBegins() {
    begin = cpuNanos();
  }

  private synchronized void layoutEnds() {
    long now = cpuNanos();
    long onTheWall = System.nanoTime();
    frames.add((now - begin) / 1e6);
    if (lastEnd != 0) {
      rounds.add((now - lastEnd) / 1e6);
      gaps.add((onTheWall - lastEndOnTheWall) / 1e6);
    }
    lastEnd = now;
    lastEndOnTheWall = onTheWall;
    notifyAll();
  }

  /** Waits until so many frames were drawn. */
  synchronized void await(int count) {
    try {
      while (frames.size() < count) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Milliseconds of each frame. */
  synchronized List<Double> frames() {
    return List.copyOf(frames);
  }

  /** Milliseconds of work between the end of each frame and the end of the next. */
  synchronized List<Double> rounds() {
    return List.copyOf(rounds);
  }

  /** Milliseconds on the wall between the end of each frame and the end of the next. */
  synchronized List<Double> gaps() {
    return List.copyOf(gaps);
  }

  @Override
  public void close() {
    Fx.run(
        () -> {
          timer.stop();
          scene.removePreLayoutPulseListener(before);
          scene.removePostLayoutPulseListener(after);
        });
  }

  static String summary(List<Double> frames) {
    List<Double> sorted = frames.stream().sorted().toList();
    return "p50 %.1f ms, p95 %.1f ms, longest %.1f ms"
        .formatted(
            sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.getLast());
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
