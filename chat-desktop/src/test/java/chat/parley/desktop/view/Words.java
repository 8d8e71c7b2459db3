package chat.parley.desktop.view;

import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Finds words of the messages of a scene, and the pointer's way to them. */
final class Words {
  private Words() {}

  /** Where the pointer is just before these words, in the scene. They stand in one Node. */
  static Point2D before(Scene scene, String words) {
    return Fx.call(
        () ->
            scene.getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Text text && text.getText().contains(words))
                .filter(node -> node.getParent() instanceof TextFlow && isShown(node))
                .map(node -> before((Text) node, words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words)));
  }

  private static Point2D before(Text text, String words) {
    TextFlow flow = (TextFlow) text.getParent();
    int at = text.getText().indexOf(words);
    for (Node child : flow.getChildren().subList(0, flow.getChildren().indexOf(text))) {
      at += !child.isManaged() ? 0 : child instanceof Text t ? t.getText().length() : 1;
    }
    Path letter = new Path(flow.getRangeShape(at, at + 1, false));
    Bounds box = flow.localToScene(letter.getLayoutBounds());
    return new Point2D(box.getMinX() + 1, box.getCenterY());
  }

  static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Selects from one place of the scene to another. */
  static void drag(Scene scene, Point2D from, Point2D to) {
    Fx.run(
        () -> {
          Node list = scene.getRoot().lookup(".virtual-list");
          list.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, list, from, false));
          list.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, list, to, false));
          list.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, list, to, false));
        });
  }

  /** The robot's clicks know nothing of the keys it holds. */
  static void shiftClick(Scene scene, Point2D at) {
    Fx.run(
        () -> {
          Node list = scene.getRoot().lookup(".virtual-list");
          list.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, list, at, true));
          list.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, list, at, true));
        });
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, Node on, Point2D at, boolean shift) {
    Point2D screen = on.localToScreen(on.sceneToLocal(at));
    return new MouseEvent(
        type,
        at.getX(),
        at.getY(),
        screen.getX(),
        screen.getY(),
        MouseButton.PRIMARY,
        1,
        shift,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        type == MouseEvent.MOUSE_PRESSED,
        null);
  }
}
