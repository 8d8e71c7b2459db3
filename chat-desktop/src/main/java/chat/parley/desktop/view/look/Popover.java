package chat.parley.desktop.view.look;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Something that floats over the window beside the control it belongs to, until Esc, a click
 * elsewhere or its own end. It is part of the window: a window of its own would stand in a white
 * box on systems that cannot draw through it.
 */
public final class Popover extends Pane {
  private static final double GAP = 8;

  private final Node owner;
  private final Region content;
  private final @Nullable Node before;
  private final Pane root;

  private Popover(Node owner, Region content, Pane root) {
    this.owner = owner;
    this.content = content;
    this.root = root;
    before = root.getScene().getFocusOwner();
    getStyleClass().add("popover-layer");
    content.getStyleClass().add("popover");
    setManaged(false);
    getChildren().add(content);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Opens it over the window of {@code owner}, whose root must be a Pane. */
  public static Popover open(Node owner, Region content) {
    Pane root = (Pane) owner.getScene().getRoot();
    Popover popover = new Popover(owner, content, root);
    root.getChildren().add(popover);
    popover.resizeRelocate(0, 0, root.getWidth(), root.getHeight());
    root.layoutBoundsProperty()
        .subscribe(() -> popover.resizeRelocate(0, 0, root.getWidth(), root.getHeight()));
    return popover;
  }

  /** Whether something floats over that window. */
  public static boolean isOpenIn(@Nullable Scene scene) {
    return scene != null
        && scene.getRoot().getChildrenUnmodifiable().stream().anyMatch(Popover.class::isInstance);
  }

  /** The keyboard goes back where it was. */
  public void close() {
    if (root.getChildren().remove(this) && before != null) {
      before.requestFocus();
    }
  }

  private void pressed(MouseEvent event) {
    if (event.getTarget() == this) {
      close();
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }

  /** Above its owner where there is room, else below, and never out of the window. */
  @Override
  protected void layoutChildren() {
    content.autosize();
    Bounds beside = sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
    double above = beside.getMinY() - GAP - content.getHeight();
    double y = above >= GAP ? above : beside.getMaxY() + GAP;
    content.relocate(
        within(beside.getMaxX() - content.getWidth(), getWidth() - content.getWidth()),
        within(y, getHeight() - content.getHeight()));
  }

  private static double within(double wanted, double most) {
    return Math.round(Math.max(GAP, Math.min(wanted, most - GAP)));
  }
}
