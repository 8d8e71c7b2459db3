package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.body.Hit;
import chat.parley.desktop.view.list.VirtualList;
import chat.parley.desktop.viewmodel.text.Passage;
import chat.parley.desktop.viewmodel.text.Stretch;
import chat.parley.desktop.viewmodel.timeline.TimelineItem;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** How text is selected in a list of messages by mouse and keys: one listener for all rows. */
final class SelectionInput {
  /** What a press takes, and by what a drag from there goes on. */
  private enum Unit {
    CHARACTER,
    WORD,
    PARAGRAPH
  }

  private final VirtualList<TimelineItem> list;
  private final TextSelection selection;
  private final EdgeScroll edge;
  private final EventHandler<MouseEvent> elsewhere = this::pressedSomewhere;
  private final EventHandler<MouseEvent> drag = this::dragged;
  private final EventHandler<MouseEvent> release = _ -> released();
  private @Nullable Scene watched;
  private @Nullable Scene followed;
  private Unit unit = Unit.CHARACTER;
  private boolean dragging;
  private double lastX;
  private double lastY;

  SelectionInput(VirtualList<TimelineItem> list, TextSelection selection) {
    this.list = list;
    this.selection = selection;
    edge = new EdgeScroll(this::scrolled);
  }

  void listen() {
    list.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    // Before the keys of the message that the keyboard is on.
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    selection.setOnChanged(this::watchWhileSelected);
  }

  private void pressed(MouseEvent event) {
    boolean begins = event.getButton() == MouseButton.PRIMARY && !isForAnother(event.getTarget());
    MessageRow row = begins ? rowAt(event.getSceneY()) : null;
    if (row == null || row.message() == null) {
      return;
    }
    released();
    followPointer(list.getScene());
    boolean further = event.isShiftDown() && selection.isBegun();
    unit =
        switch (event.getClickCount()) {
          case 1 -> Unit.CHARACTER;
          case 2 -> Unit.WORD;
          default -> Unit.PARAGRAPH;
        };
    Stretch part = partAt(row, event.getSceneX(), event.getSceneY());
    if (!further) {
      selection.begin(row.message(), part);
    }
    if (further || unit != Unit.CHARACTER) {
      selection.extend(row.message(), part);
    }
  }

  /** Wherever it goes, until the button is let go. */
  private void followPointer(Scene scene) {
    followed = scene;
    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag);
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, release);
  }

  /** What does something when it is clicked is no place to begin. */
  private boolean isForAnother(Object target) {
    for (Node at = target instanceof Node node ? node : null;
        at != null && at != list;
        at = at.getParent()) {
      if (at instanceof ButtonBase
          || at instanceof ScrollBar
          || at instanceof ListView
          || at.getStyleClass().contains("leads-on")) {
        return true;
      }
    }
    return false;
  }

  private void dragged(MouseEvent event) {
    if (!dragging && event.isStillSincePress()) {
      return;
    }
    lastX = event.getSceneX();
    lastY = event.getSceneY();
    if (!dragging) {
      dragging = true;
      holdRow(event.getTarget());
    }
    extendToPointer();
    double y = list.sceneToLocal(lastX, lastY).getY();
    edge.at(y < 0 ? y : Math.max(0, y - list.getHeight()));
  }

  /** The events of a drag go to where it began, which may scroll out of sight. */
  private void holdRow(Object target) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at instanceof MessageRow row && row.message() != null) {
        list.hold(row.message().key());
      }
    }
  }

  private void scrolled(double pixels) {
    list.readerScrolls(pixels);
    list.layout();
    extendToPointer();
  }

  private void extendToPointer() {
    MessageRow row = rowAt(lastY);
    if (row != null && row.message() != null && selection.isBegun()) {
      selection.extend(row.message(), partAt(row, lastX, lastY));
    }
  }

  private void released() {
    edge.stop();
    if (dragging) {
      dragging = false;
      list.hold(null);
    }
    if (followed != null) {
      followed.removeEventFilter(MouseEvent.MOUSE_DRAGGED, drag);
      followed.removeEventFilter(MouseEvent.MOUSE_RELEASED, release);
      followed = null;
    }
  }

  /** The message at that height, else the one above it, else the first; null when there is none. */
  private @Nullable MessageRow rowAt(double sceneY) {
    double y = Math.clamp(list.sceneToLocal(0, sceneY).getY(), 0, list.getHeight());
    MessageRow found = null;
    for (Node node : list.rowsInSight()) {
      if (node instanceof MessageRow row && (found == null || row.getLayoutY() <= y)) {
        found = row;
      }
    }
    return found;
  }

  private Stretch partAt(MessageRow row, double sceneX, double sceneY) {
    MessageItem message = row.message();
    if (message == null || message.extras().deleted()) {
      return Passage.NONE.all();
    }
    Hit hit = row.body().hit(sceneX, sceneY);
    return switch (unit) {
      case CHARACTER -> Stretch.at(hit.spot());
      case WORD -> row.body().passage().wordAt(hit.character());
      case PARAGRAPH -> row.body().passage().pieceAt(hit.character());
    };
  }

  private void key(KeyEvent event) {
    boolean done =
        !selection.isEmpty()
            && switch (event.getCode()) {
              case C -> event.isShortcutDown() && selection.copy();
              case A -> event.isShortcutDown() && selection.selectMessage();
              case ESCAPE -> selection.clear();
              default -> false;
            };
    if (done) {
      event.consume();
    }
  }

  /** A click elsewhere ends the selection; it is listened for while there is one. */
  private void watchWhileSelected() {
    Scene now = selection.isEmpty() ? null : list.getScene();
    if (now != watched) {
      if (watched != null) {
        watched.removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
      }
      if (now != null) {
        now.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
      }
      watched = now;
    }
  }

  private void pressedSomewhere(MouseEvent event) {
    for (Node at = event.getTarget() instanceof Node node ? node : null;
        at != null;
        at = at.getParent()) {
      if (at == list) {
        return;
      }
    }
    if (event.getButton() == MouseButton.PRIMARY) {
      selection.clear();
    }
  }
}
