package chat.parley.desktop.view.body;

import chat.parley.desktop.viewmodel.text.Spot;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Text that flows, of which a part can be shown as selected. It pays for that when some of it is.
 */
class SelectableFlow extends TextFlow {
  /** Behind the letters, and before the ground of code, which is farther back. */
  private static final double BEHIND = 1;

  static final double FAR_BEHIND = 2;

  /** Only the flow knows where its lines break. */
  private @Nullable Path ground;

  private @Nullable Node remark;
  private int from;
  private int to;

  /** Puts something behind the last word that does not belong to the text; null takes it away. */
  final void setRemark(@Nullable Node now) {
    if (remark != null) {
      getChildren().remove(remark);
    }
    remark = now;
    if (now != null) {
      getChildren().add(now);
    }
  }

  /** Shows these characters as selected, and no others. An emoji counts as one character. */
  final void mark(int start, int end) {
    if (start >= end) {
      unmark();
    } else if (ground == null || start != from || end != to) {
      from = start;
      to = end;
      ground = ground == null ? newGround() : ground;
      // What is laid out anew is drawn anew then; until then its lines may be others.
      if (!isNeedsLayout()) {
        layOut(ground);
      }
    }
  }

  private Path newGround() {
    Path path = new Path();
    path.getStyleClass().add("selection-ground");
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.setViewOrder(BEHIND);
    getChildren().add(path);
    return path;
  }

  final void unmark() {
    if (ground != null) {
      getChildren().remove(ground);
      ground = null;
    }
  }

  /** What is nearest to a point of the scene, in that piece. */
  final Hit hit(int piece, double sceneX, double sceneY) {
    Point2D point = sceneToLocal(sceneX, sceneY);
    HitInfo hit = getHitInfo(point);
    int length = length();
    return new Hit(
        new Spot(piece, Math.clamp(hit.getInsertionIndex(), 0, length)),
        new Spot(piece, Math.clamp(hit.getCharIndex(), 0, length)));
  }

  /** How many characters it shows. */
  final int length() {
    return getManagedChildren().stream()
        .filter(node -> node != remark)
        .mapToInt(SelectableFlow::lengthOf)
        .sum();
  }

  static int lengthOf(Node node) {
    return node instanceof Text text ? text.getText().length() : 1;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (ground != null) {
      layOut(ground);
    }
  }

  private void layOut(Path path) {
    int length = length();
    path.getElements().setAll(getRangeShape(Math.min(from, length), Math.min(to, length), true));
  }
}
