package chat.parley.desktop.view;

import chat.parley.desktop.view.look.Dialogs;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A dialog over the rest of the window, which it darkens, or a card beside something in it. While
 * it is open the keyboard stays in it; afterwards it is back where it was.
 */
final class DialogLayer extends StackPane implements Dialogs {
  /** How far from the top a dialog stands that is not in the middle. */
  private static final double HIGH = 0.15;

  private static final PseudoClass CARD = PseudoClass.getPseudoClass("card");

  /** Between a card and the edge of the window, and between it and what it is about. */
  private static final double EDGE = 8;

  private static final double GAP = 4;

  private final Region scrim = new Region();
  private final Runnable otherwise;
  private Subscription guard = Subscription.EMPTY;
  private @Nullable Node before;
  private @Nullable Region dialog;

  /**
   * @param otherwise gives the keyboard to somebody when whoever had it before is gone
   */
  DialogLayer(Runnable otherwise) {
    this.otherwise = otherwise;
    getStyleClass().add("dialog-layer");
    scrim.getStyleClass().add("scrim");
    scrim.setOnMousePressed(event -> close());
    setVisible(false);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  boolean isOpen() {
    return dialog != null;
  }

  @Override
  public void open(Region content, Runnable ready) {
    pseudoClassStateChanged(CARD, false);
    setAlignment(content, Pos.CENTER);
    setMargin(content, null);
    show(content, ready);
  }

  /** Like {@link #open}, but in the upper part, so that what grows below does not move it. */
  void openHigh(Region content, Runnable ready) {
    setAlignment(content, Pos.TOP_CENTER);
    setMargin(content, null);
    content.translateYProperty().bind(heightProperty().multiply(HIGH));
    pseudoClassStateChanged(CARD, false);
    show(content, ready);
  }

  /**
   * Opens a card that is no higher than it has to be, below {@code beside} or where there is room.
   *
   * @param ready as for a dialog
   */
  void openBeside(Region card, Node beside, Runnable ready) {
    pseudoClassStateChanged(CARD, true);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    setAlignment(card, Pos.TOP_LEFT);
    setMargin(card, null);
    Bounds at = sceneToLocal(beside.localToScene(beside.getBoundsInLocal()));
    show(card, ready);
    applyCss();
    double width = card.prefWidth(-1);
    double height = card.prefHeight(width);
    double x = Math.min(at.getMinX(), getWidth() - width - EDGE);
    boolean below = at.getMaxY() + GAP + height <= getHeight() - EDGE;
    double left = Math.max(EDGE, x);
    if (below) {
      setMargin(card, new Insets(at.getMaxY() + GAP, 0, 0, left));
    } else {
      // Hung up at its lower edge: it may still grow by a pixel when it is laid out.
      setAlignment(card, Pos.BOTTOM_LEFT);
      double most = Math.max(EDGE, getHeight() - height - EDGE);
      double bottom = Math.min(getHeight() - at.getMinY() + GAP, most);
      setMargin(card, new Insets(0, 0, bottom, left));
    }
  }

  private void show(Region content, Runnable ready) {
    if (isOpen()) {
      close();
    }
    Scene scene = getScene();
    before = scene == null ? null : scene.getFocusOwner();
    dialog = content;
    getChildren().setAll(scrim, content);
    setVisible(true);
    ready.run();
    if (scene != null) {
      guard = scene.focusOwnerProperty().subscribe(this::keepIn);
    }
  }

  @Override
  public void close() {
    guard.unsubscribe();
    guard = Subscription.EMPTY;
    dialog = null;
    setVisible(false);
    getChildren().clear();
    if (before != null && before.getScene() == getScene()) {
      before.requestFocus();
    } else {
      otherwise.run();
    }
  }

  private void keepIn(@Nullable Node owner, @Nullable Node next) {
    if (dialog != null && next != null && !isInside(next) && owner != null && isInside(owner)) {
      owner.requestFocus();
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == dialog) {
        return true;
      }
    }
    return false;
  }
}
