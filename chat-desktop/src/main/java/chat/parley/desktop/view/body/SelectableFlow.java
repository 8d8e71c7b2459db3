package chat.parley.desktop.view.body;

import chat.parley.desktop.viewmodel.text.Portion;
import chat.parley.desktop.viewmodel.text.Spot;
import chat.parley.model.SearchWords.Span;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Text that flows, of which a part can be shown as selected, and words can be pointed out. It pays
 * for the one and the other when there is some.
 */
class SelectableFlow extends TextFlow {
  /** Behind the letters, and before the ground of code, which is farther back. */
  private static final double BEHIND = 1;

  static final double FAR_BEHIND = 3;

  private static final double BEHIND_SELECTION = 2;

  private static final String FOUND = "found-word";

  /** Only the flow knows where its lines break. */
  private @Nullable Path ground;

  /** What is pointed out; an emoji counts as one character. */
  private final List<Span> found;

  private final @Nullable Path foundGround;

  private @Nullable Node remark;
  private int from;
  private int to;

  SelectableFlow() {
    this(List.of());
  }

  /**
   * @param found the characters to be pointed out; what is added to the flow must be cut there
   */
  SelectableFlow(List<Span> found) {
    this.found = found;
    foundGround = found.isEmpty() ? null : path("found-ground", BEHIND_SELECTION);
  }

  private static Path path(String kind, double viewOrder) {
    Path path = new Path();
    path.getStyleClass().add(kind);
    path.setManaged(false);
    path.setMouseTransparent(true);
    path.setViewOrder(viewOrder);
    return path;
  }

  /** Shows these, and points out what is to be. */
  final void setTexts(List<Node> nodes) {
    getChildren().setAll(nodes);
    if (foundGround != null) {
      getChildren().add(foundGround);
    }
  }

  /**
   * Cuts a text where what is pointed out begins and ends.
   *
   * @param at how many characters of the flow stand before it
   */
  final List<Text> cut(String text, int at) {
    return Portion.of(text, at, found).stream().map(SelectableFlow::node).toList();
  }

  private static Text node(Portion portion) {
    Text node = new Text(portion.text());
    if (portion.found()) {
      node.getStyleClass().add(FOUND);
    }
    return node;
  }

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
    Path path = path("selection-ground", BEHIND);
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
    if (foundGround != null) {
      layOutFound(foundGround);
    }
  }

  private void layOutFound(Path path) {
    int length = length();
    path.getElements().clear();
    for (Span span : found) {
      int end = Math.min(span.end(), length);
      if (span.start() < end) {
        path.getElements().addAll(shape(span.start(), end, false));
      }
    }
  }

  private void layOut(Path path) {
    int length = length();
    path.getElements().setAll(shape(Math.min(from, length), Math.min(to, length), true));
  }

  /**
   * Where characters are, drawn as a child of this: what is read from the right is laid out as it
   * is seen, but its children are counted from the right.
   *
   * @param wholeLines as high as their lines, not only as their letters
   */
  final List<PathElement> shape(int start, int end, boolean wholeLines) {
    List<PathElement> shape = List.of(getRangeShape(start, end, wholeLines));
    for (PathElement element : shape) {
      switch (element) {
        case MoveTo move -> move.setX(across(move.getX()));
        case LineTo line -> line.setX(across(line.getX()));
        default -> {} // it has no place of its own
      }
    }
    return shape;
  }

  private double across(double x) {
    return getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? getWidth() - x : x;
  }
}
