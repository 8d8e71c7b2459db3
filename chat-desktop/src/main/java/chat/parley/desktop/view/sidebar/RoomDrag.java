package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.sidebar.SidebarModel;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Hint;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.RoomRow;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Takes a room with the mouse and puts it under another heading. */
final class RoomDrag {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final SidebarModel sidebar;

  /** A fast mouse is over another one already when the drag is detected. */
  private @Nullable RoomItem pressed;

  /** The last one that was taken: its cell hears of the release before the one below it does. */
  private @Nullable RoomItem dragged;

  RoomDrag(SidebarModel sidebar) {
    this.sidebar = sidebar;
  }

  /** Lets the room of a cell be taken, and others be put where it stands. */
  void watch(SidebarCell cell) {
    cell.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> pressed = cell.getItem() instanceof RoomRow row ? row.room() : null);
    cell.setOnDragDetected(
        event -> {
          dragged = event.getButton() == MouseButton.PRIMARY ? pressed : null;
          if (dragged != null) {
            cell.startFullDrag();
            cell.getScene().setCursor(Cursor.CLOSED_HAND);
            event.consume();
          }
        });
    cell.addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED, event -> mark(cell, true));
    cell.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, event -> mark(cell, false));
    cell.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          String heading = headingOf(cell.getItem());
          if (dragged != null && heading != null) {
            mark(cell, false);
            sidebar.move(dragged, heading);
          }
        });
    cell.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> end(cell));
  }

  private void mark(SidebarCell cell, boolean over) {
    boolean elsewhere =
        dragged != null && !sidebar.headingOf(dragged).equals(headingOf(cell.getItem()));
    cell.pseudoClassStateChanged(DROP, over && elsewhere && cell.getItem() != null);
  }

  private void end(Node cell) {
    if (dragged != null) {
      cell.getScene().setCursor(Cursor.DEFAULT);
    }
  }

  private static @Nullable String headingOf(@Nullable SidebarRow row) {
    return switch (row) {
      case null -> null;
      case Heading heading -> heading.id();
      case RoomRow room -> room.heading();
      case Hint hint -> hint.heading();
    };
  }
}
