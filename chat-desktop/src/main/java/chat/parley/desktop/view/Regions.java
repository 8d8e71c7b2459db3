package chat.parley.desktop.view;

import chat.parley.desktop.view.look.Keyboard;
import java.util.List;
import javafx.scene.Node;

/** The parts of a window through which one key leads. */
final class Regions {
  private Regions() {}

  /**
   * The next one ({@code 1}) or the one before ({@code -1}) takes the keyboard; round at the ends.
   */
  static void go(List<Node> regions, int step) {
    int from = -1;
    for (int i = 0; i < regions.size(); i++) {
      if (Keyboard.isIn(regions.get(i))) {
        from = i;
      }
    }
    int next = from < 0 && step < 0 ? regions.size() - 1 : from + step;
    regions.get(Math.floorMod(next, regions.size())).requestFocus();
  }
}
