package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.MenuKey;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The server, its rooms, and the card of whoever is in. */
public final class SidebarView extends VBox {
  private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");

  private final BooleanProperty rail = new SimpleBooleanProperty(this, "rail");
  private final ListView<RoomItem> list = new ListView<>();
  private final RoomListModel rooms;

  /**
   * @param addRoom opens the way to more rooms
   * @param toComposer moves the keyboard to where a message is written
   */
  public SidebarView(AppModel app, Runnable addRoom, Runnable toComposer) {
    rooms = app.rooms();
    getStyleClass().add("sidebar");
    getChildren().addAll(head(app, addRoom), sectionTitle(), list, new MeCard(app, rail));
    VBox.setVgrow(list, Priority.ALWAYS);
    rail.subscribe(narrow -> pseudoClassStateChanged(RAIL, narrow));
    buildList(toComposer);
  }

  /** Whether there is room for a letter of each name only. */
  public BooleanProperty railProperty() {
    return rail;
  }

  public Node keyboardTarget() {
    return list;
  }

  private HBox head(AppModel app, Runnable addRoom) {
    Label server = Controls.folding(Controls.label("", "heading"));
    server.textProperty().bind(app.serverNameProperty());
    server.visibleProperty().bind(rail.not());
    HBox.setHgrow(server, Priority.ALWAYS);
    Button add = Controls.iconButton(Feather.PLUS, Texts.of("view.addRoom"), addRoom);
    add.setId("add-room");
    HBox head = new HBox(server, add);
    head.getStyleClass().add("sidebar-head");
    return head;
  }

  private Label sectionTitle() {
    Label title = Controls.folding(Controls.label(Texts.of("view.rooms"), "section-title"));
    title.visibleProperty().bind(rail.not());
    return title;
  }

  private void buildList(Runnable toComposer) {
    list.getStyleClass().add("room-list");
    list.setAccessibleText(Texts.of("view.rooms"));
    list.setCellFactory(view -> new RoomCell(rooms, rail));
    list.setItems(rooms.items());
    list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    rooms.selectedProperty().subscribe(this::select);
    rooms.items().subscribe(() -> select(rooms.selectedProperty().get()));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            toComposer.run();
            event.consume();
          } else if (MenuKey.is(event)) {
            showMenu();
            event.consume();
          }
        });
  }

  private void showMenu() {
    for (Node node : list.lookupAll(".room-cell")) {
      if (node instanceof RoomCell cell && cell.isSelected() && cell.getContextMenu() != null) {
        cell.getContextMenu().show(cell, Side.BOTTOM, 0, 0);
      }
    }
  }

  /** The list forgets its selection while its items change; the model does not. */
  private void chosen(@Nullable RoomItem room) {
    if (room != null && rooms.items().contains(room)) {
      rooms.selectedProperty().set(room);
    }
  }

  private void select(@Nullable RoomItem room) {
    if (room == null) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedItem() != room) {
      list.getSelectionModel().select(room);
      list.scrollTo(room);
    }
  }
}
