package chat.parley.desktop.view.look;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Whether things may move by themselves. */
public final class Motion {
  private Motion() {}

  static void reduce(Scene scene, boolean reduced) {
    scene.getProperties().put(Motion.class, reduced);
  }

  /** Whether the person wants stillness, of this app or of the whole computer. */
  public static boolean isReduced(Node node) {
    Scene scene = node.getScene();
    return Platform.getPreferences().isReducedMotion()
        || scene != null && Boolean.TRUE.equals(scene.getProperties().get(Motion.class));
  }
}
