package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While nobody does anything, nothing asks to be laid out: a control that does so with each layout
 * takes a twentieth of a processor for as long as the app is open.
 */
class RestingWindowTest {
  /** More than whatever comes in a few steps takes. */
  private static final int STILL_FRAMES = 30;

  private static final int MOST_FRAMES = 600;

  @TempDir Path folder;

  private ServerProcess server;
  private Desk ann;

  @BeforeEach
  void open() throws Exception {
    server = ServerProcess.start(folder.resolve("server"));
    ann = Desk.open(folder.resolve("ann"));
    ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
  }

  @AfterEach
  void close() throws Exception {
    ann.close();
    server.close();
  }

  @Test
  void aRoomIsLaidOutOnceAndNotAgain() throws Exception {
    ann.say("Good morning");
    comesToRest();
  }

  @Test
  void whatIsBeingWrittenIsLaidOutOnceAndNotAgain() throws Exception {
    Fx.run(() -> ann.server().composer().textProperty().set("One line\nand another one"));
    comesToRest();
    Fx.run(() -> ann.server().composer().textProperty().set("שלום and more"));
    comesToRest();
    Fx.run(() -> ann.server().composer().textProperty().set(""));
    comesToRest();
  }

  @Test
  void soAreSettings() throws Exception {
    ann.openSettings("language");
    comesToRest();
  }

  private void comesToRest() throws Exception {
    try (var watch = new Watch(ann.scene())) {
      watch.await();
    }
  }

  /** Looks before each layout for who wants one. */
  private static final class Watch implements AutoCloseable {
    private final Scene scene;
    private final Runnable look = this::look;

    /** Who asked in the last frame in which anybody did; guarded by this. */
    private Set<String> restless = Set.of();

    /** Guarded by this. */
    private int still;

    /** Guarded by this. */
    private int frames;

    Watch(Scene scene) {
      this.scene = scene;
      Fx.run(() -> scene.addPreLayoutPulseListener(look));
    }

    private synchronized void look() {
      Set<String> asking = asking();
      frames++;
      still = asking.isEmpty() ? still + 1 : 0;
      restless = asking.isEmpty() ? restless : asking;
      notifyAll();
      Platform.requestNextPulse();
    }

    private Set<String> asking() {
      var found = new TreeSet<String>();
      Deque<Parent> left = new ArrayDeque<>();
      left.add(scene.getRoot());
      while (!left.isEmpty()) {
        Parent parent = left.remove();
        if (parent.isNeedsLayout()) {
          found.add(parent.getClass().getSimpleName() + parent.getStyleClass());
        }
        for (Node child : parent.getChildrenUnmodifiable()) {
          if (child instanceof Parent next) {
            left.add(next);
          }
        }
      }
      return found;
    }

    synchronized void await() throws InterruptedException {
      while (still < STILL_FRAMES) {
        assertThat(frames)
            .as("frames, and in each asks one of %s", restless)
            .isLessThan(MOST_FRAMES);
        wait();
      }
    }

    @Override
    public void close() {
      Fx.run(() -> scene.removePreLayoutPulseListener(look));
    }
  }
}
