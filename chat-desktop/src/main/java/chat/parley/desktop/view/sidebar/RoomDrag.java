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

/**
 * Takes a room with the mouse and puts it beside another one, or under another heading; takes a
 * section of mine and puts it in the place of another.
 */
final class RoomDrag {
  private static final PseudoClass UNDER = PseudoClass.getPseudoClass("drop");
  private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

  /** Where a room goes when it is let go over a cell. */
  private enum Drop {
    NOWHERE,
    UNDER,
    ABOVE,
    BELOW
  }

  private final SidebarModel sidebar;

  private @Nullable Heading pressedSection;
  private @Nullable Heading draggedSection;

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
        event -> {
          pressed = cell.getItem() instanceof RoomRow row ? row.room() : null;
          pressedSection =
              cell.getItem() instanceof Heading heading && heading.own() ? heading : null;
        });
    cell.setOnDragDetected(
        event -> {
          boolean taken = event.getButton() == MouseButton.PRIMARY;
          dragged = taken ? pressed : null;
          draggedSection = taken ? pressedSection : null;
          if (dragged != null || draggedSection != null) {
            cell.startFullDrag();
            cell.getScene().setCursor(Cursor.CLOSED_HAND);
            event.consume();
          }
        });
    cell.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_OVER, event -> mark(cell, drop(cell, event.getY())));
    cell.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> mark(cell, Drop.NOWHERE));
    cell.addEventHandler(
        MouseDragEvent.MOUSE_DRAG_RELEASED,
        event -> {
          Drop drop = drop(cell, event.getY());
          mark(cell, Drop.NOWHERE);
          put(cell.getItem(), drop);
        });
    cell.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> end(cell));
  }

  private void put(@Nullable SidebarRow row, Drop drop) {
    String heading = headingOf(row);
    if (draggedSection != null && heading != null && drop != Drop.NOWHERE) {
      sidebar.place(draggedSection.id(), heading);
      return;
    }
    if (dragged == null || heading == null || drop == Drop.NOWHERE) {
      return;
    }
    if (drop != Drop.UNDER && row instanceof RoomRow beside) {
      sidebar.place(dragged, beside.room(), drop == Drop.BELOW);
    } else {
      sidebar.move(dragged, heading);
    }
  }

  private Drop drop(SidebarCell cell, double y) {
    String heading = headingOf(cell.getItem());
    if (draggedSection != null) {
      boolean other =
          cell.getItem() instanceof Heading over
              && over.own()
              && !over.id().equals(draggedSection.id());
      return other ? Drop.UNDER : Drop.NOWHERE;
    }
    if (dragged == null || heading == null) {
      return Drop.NOWHERE;
    }
    if (cell.getItem() instanceof RoomRow row && sidebar.canStandUnder(dragged, heading)) {
      boolean itself = row.room() == dragged;
      return itself ? Drop.NOWHERE : y < cell.getHeight() / 2 ? Drop.ABOVE : Drop.BELOW;
    }
    return sidebar.headingOf(dragged).equals(heading) ? Drop.NOWHERE : Drop.UNDER;
  }

  private static void mark(SidebarCell cell, Drop drop) {
    cell.pseudoClassStateChanged(UNDER, drop == Drop.UNDER);
    cell.pseudoClassStateChanged(ABOVE, drop == Drop.ABOVE);
    cell.pseudoClassStateChanged(BELOW, drop == Drop.BELOW);
  }

  private void end(Node cell) {
    if (dragged != null || draggedSection != null) {
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
