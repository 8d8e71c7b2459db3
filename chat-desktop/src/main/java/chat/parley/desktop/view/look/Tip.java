package chat.parley.desktop.view.look;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The words that appear beside what is pointed at. All share one tooltip: each is a window with a
 * scene of its own, a view has dozens, and most are never seen. For the FX thread only.
 */
public final class Tip {
  private static @Nullable Tooltip shared;
  private static @Nullable Node pointedAt;

  private Tip() {}

  /** Those words, which screen readers give as help. */
  public static void of(Node node, String words) {
    node.setAccessibleHelp(words);
    of(node, () -> words);
  }

  /**
   * @param words asked for whenever they are to be seen; where they are empty, nothing is shown
   */
  public static void of(Node node, Supplier<String> words) {
    if (node.getProperties().put(Tip.class, words) == null) {
      node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> at(node));
    }
  }

  /** What is said about it now; empty when nothing is. */
  public static String words(@Nullable Node node) {
    return node != null && node.getProperties().get(Tip.class) instanceof Supplier<?> words
        ? String.valueOf(words.get())
        : "";
  }

  /** What appears when the mouse rests on it. */
  public static Tooltip at(Node node) {
    Tooltip tooltip = shared();
    pointedAt = node;
    if (words(node).isEmpty()) {
      Tooltip.uninstall(node, tooltip);
    } else {
      Tooltip.install(node, tooltip);
    }
    return tooltip;
  }

  private static Tooltip shared() {
    if (shared == null) {
      Tooltip made = new Tooltip();
      made.setOnShowing(_ -> made.setText(words(pointedAt)));
      shared = made;
    }
    return shared;
  }
}
