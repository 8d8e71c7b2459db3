package chat.parley.desktop.view.body;

import chat.parley.desktop.viewmodel.text.Passage;
import chat.parley.desktop.viewmodel.text.Spot;
import chat.parley.desktop.viewmodel.text.Stretch;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * The pieces of a body as its Nodes show them, from top to bottom. Lines that scroll in a box of
 * their own are selected all or not at all.
 *
 * @param nodes one for each piece of the passage; a single box when it shows all of a text that was
 *     cut
 */
record BodyPieces(List<Node> nodes, Passage passage) {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  static BodyPieces of(Parent body, Passage passage) {
    List<Node> nodes = new ArrayList<>();
    collect(body, nodes);
    return new BodyPieces(nodes, passage);
  }

  private static void collect(Parent parent, List<Node> nodes) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child instanceof SelectableFlow || child instanceof LinesView) {
        nodes.add(child);
      } else if (child instanceof Parent inner) {
        collect(inner, nodes);
      }
    }
  }

  /** What is nearest to a point of the scene. */
  Hit hit(double sceneX, double sceneY) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      Bounds bounds = node.localToScene(node.getLayoutBounds());
      if (bounds.getMinY() <= sceneY) {
        return hit(i, node, bounds, sceneX, sceneY);
      }
    }
    return Hit.at(Spot.START);
  }

  private Hit hit(int piece, Node node, Bounds bounds, double sceneX, double sceneY) {
    Stretch all = stretchOf(piece);
    if (node instanceof SelectableFlow flow && sceneY < bounds.getMaxY()) {
      Hit hit = flow.hit(piece, sceneX, sceneY);
      return new Hit(passage.whole(hit.spot()), hit.character());
    }
    boolean upper = node instanceof LinesView && sceneY < bounds.getCenterY();
    return Hit.at(upper ? all.from() : all.to());
  }

  /** Shows that part as selected, and no other. */
  void mark(Stretch part) {
    for (int i = 0; i < nodes.size(); i++) {
      Stretch all = stretchOf(i);
      boolean touched = part.from().compareTo(all.to()) < 0 && part.to().compareTo(all.from()) > 0;
      switch (nodes.get(i)) {
        case SelectableFlow flow when touched ->
            flow.mark(
                part.from().piece() < i ? 0 : part.from().offset(),
                part.to().piece() > i ? flow.length() : part.to().offset());
        case SelectableFlow flow -> flow.unmark();
        case Node box -> box.pseudoClassStateChanged(MARKED, touched);
      }
    }
  }

  private Stretch stretchOf(int piece) {
    return nodes.size() == passage.pieces().size()
        ? passage.pieceAt(new Spot(piece, 0))
        : passage.all();
  }
}
