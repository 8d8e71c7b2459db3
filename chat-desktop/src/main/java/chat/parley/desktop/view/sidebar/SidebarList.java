package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.look.MenuKey;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.sidebar.SidebarModel;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Hint;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.RoomRow;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The headings and the rooms under them. */
final class SidebarList extends ListView<SidebarRow> {
  private final SidebarModel sidebar;
  private final RoomListModel rooms;
  private final Doors doors;
  private final Runnable toComposer;
  private final RoomMenu menu;
  private final RoomDrag drag;

  /** A heading that was closed or opened by a key, and keeps the keyboard. */
  private @Nullable String kept;

  private boolean changing;
  private Runnable above = () -> {};

  /** The room that is open may be out of sight. */
  private boolean toBeSeen;

  SidebarList(ServerModel server, Doors doors, ObservableBooleanValue rail, Runnable toComposer) {
    this.doors = doors;
    this.toComposer = toComposer;
    sidebar = server.sidebar();
    rooms = server.rooms();
    menu = new RoomMenu(server, doors);
    drag = new RoomDrag(sidebar);
    getStyleClass().add("room-list");
    setAccessibleText(Texts.of("view.rooms"));
    setCellFactory(view -> cell(server, rail));
    setItems(sidebar.rows());
    getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    rooms.selectedProperty().subscribe(this::select);
    sidebar.rows().subscribe(this::changed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (MenuKey.is(event)) {
            showMenu();
            event.consume();
          }
        });
  }

  /** What is done when the keyboard goes up from the first row. */
  void setOnAbove(Runnable action) {
    above = action;
  }

  private SidebarCell cell(ServerModel server, ObservableBooleanValue rail) {
    SidebarCell cell = new SidebarCell(server.company().book(), doors, rail);
    drag.watch(cell);
    // A press on a heading is no choice of a room.
    cell.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(cell, event));
    cell.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          ContextMenu wanted = menuOf(cell.getItem());
          if (wanted != null) {
            wanted.show(cell, event.getScreenX(), event.getScreenY());
            event.consume();
          }
        });
    return cell;
  }

  private void pressed(SidebarCell cell, MouseEvent event) {
    boolean left = event.getButton() == MouseButton.PRIMARY;
    boolean onButton = event.getTarget() instanceof Node node && isInButton(node);
    if (onButton || cell.isEmpty()) {
      return;
    }
    switch (cell.getItem()) {
      case Heading heading -> {
        if (left) {
          sidebar.toggle(heading);
        }
        event.consume();
      }
      case Hint hint -> {
        if (left) {
          follow(hint);
        }
        event.consume();
      }
      case RoomRow row -> {
        if (!left) {
          event.consume(); // What is asked for is the menu, not the room.
        }
      }
    }
  }

  private static boolean isInButton(Node node) {
    for (Node at = node; at != null && !(at instanceof SidebarCell); at = at.getParent()) {
      if (at.getStyleClass().contains("icon-button")) {
        return true;
      }
    }
    return false;
  }

  private void follow(Hint hint) {
    if (hint.heading().equals(Heading.DIRECT)) {
      doors.newDirect();
    }
  }

  private void key(KeyEvent event) {
    SidebarRow row = getFocusModel().getFocusedItem();
    KeyCode code = event.getCode();
    if (code == KeyCode.UP && getFocusModel().getFocusedIndex() <= 0 && !event.isAltDown()) {
      above.run();
      event.consume();
    } else if (row instanceof Heading heading) {
      boolean turn =
          code == KeyCode.ENTER
              || code == KeyCode.SPACE
              || code == (heading.closed() ? KeyCode.RIGHT : KeyCode.LEFT);
      if (turn) {
        kept = heading.id();
        sidebar.toggle(heading);
        event.consume();
      }
    } else if (code == KeyCode.ENTER) {
      if (row instanceof Hint hint) {
        follow(hint);
      } else {
        toComposer.run();
      }
      event.consume();
    }
  }

  private void showMenu() {
    SidebarRow row = getFocusModel().getFocusedItem();
    for (Node node : lookupAll(".room-cell")) {
      if (node instanceof SidebarCell cell && !cell.isEmpty() && cell.getItem() == row) {
        ContextMenu wanted = menuOf(row);
        if (wanted != null) {
          wanted.show(cell, Side.BOTTOM, 0, 0);
        }
      }
    }
  }

  private @Nullable ContextMenu menuOf(@Nullable SidebarRow row) {
    return switch (row) {
      case null -> null;
      case RoomRow room -> menu.of(room.room());
      case Heading heading -> menu.of(heading);
      case Hint hint -> null;
    };
  }

  /** The list forgets its selection while its rows change; the model does not. */
  private void chosen(@Nullable SidebarRow row) {
    if (!changing && row instanceof RoomRow chosen && sidebar.rows().contains(chosen)) {
      rooms.selectedProperty().set(chosen.room());
    }
  }

  private void changed() {
    changing = true;
    if (kept != null) {
      String id = kept;
      kept = null;
      focusOn(id);
    } else {
      select(rooms.selectedProperty().get());
    }
    changing = false;
  }

  private void focusOn(String heading) {
    List<SidebarRow> rows = sidebar.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Heading one && one.id().equals(heading)) {
        getSelectionModel().clearAndSelect(i);
      }
    }
  }

  /** A list by itself scrolls a row to its top, even one that is in sight. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (toBeSeen && lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      toBeSeen = false;
      flow.layout(); // It has to know its rows before it can tell which are in sight.
      int row = getSelectionModel().getSelectedIndex();
      if (row >= 0) {
        flow.scrollTo(row);
      }
    }
  }

  private void select(@Nullable RoomItem room) {
    List<SidebarRow> rows = sidebar.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof RoomRow row && row.room() == room) {
        if (getSelectionModel().getSelectedIndex() != i
            || getSelectionModel().getSelectedItem() != row) {
          getSelectionModel().clearAndSelect(i);
          toBeSeen = true;
          requestLayout();
        }
        return;
      }
    }
    getSelectionModel().clearSelection();
  }
}
