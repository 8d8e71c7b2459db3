package chat.parley.desktop.view.sidebar;

import chat.parley.client.Secrecy;
import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Pill;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The server, its rooms, and the card of whoever is in. */
public final class SidebarView extends VBox {
  private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");

  private final BooleanProperty rail = new SimpleBooleanProperty(this, "rail");
  private final SidebarList list;

  public SidebarView(ServerModel server, Doors doors, SidebarActions actions) {
    getStyleClass().add("sidebar");
    list = new SidebarList(server, doors, rail, actions::toComposer);
    var links = new OverviewLinks(server.overview(), server.rooms(), rail, list);
    list.setOnAbove(links::takeKeyboard);
    getChildren()
        .addAll(
            head(server, doors, actions),
            jump(actions),
            links,
            list,
            new MeCard(server, doors, actions::openSettings, rail));
    VBox.setVgrow(list, Priority.ALWAYS);
    setMinWidth(USE_PREF_SIZE);
    setMaxWidth(USE_PREF_SIZE);
    rail.subscribe(narrow -> pseudoClassStateChanged(RAIL, narrow));
  }

  /** Whether there is room for a letter of each name only. */
  public BooleanProperty railProperty() {
    return rail;
  }

  public Node keyboardTarget() {
    return list;
  }

  private HBox head(ServerModel server, Doors doors, SidebarActions actions) {
    ServerMenu menu = Controls.folding(new ServerMenu(server, doors, actions));
    menu.visibleProperty().bind(rail.not());
    menu.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(menu, Priority.ALWAYS);
    Button add = Controls.iconButton(Feather.PLUS, Texts.of("view.addRoom"), doors::addRoom);
    add.setId("add-room");
    Button open =
        Controls.iconButton(Feather.UNLOCK, Texts.of("view.secrecy.open.short"), doors::secrecy);
    open.setId("not-encrypted");
    open.visibleProperty()
        .bind(rail.not().and(server.secrecy().secrecyProperty().isEqualTo(new Secrecy.Open())));
    HBox head = new HBox(menu, waiting(server), Controls.folding(open), add);
    head.getStyleClass().add("sidebar-head");
    return head;
  }

  /** How many reports wait, for who runs the server. */
  private Pill waiting(ServerModel server) {
    Pill pill = new Pill();
    pill.setId("reports-waiting");
    ReadOnlyLongProperty waiting = server.waiting().totalProperty();
    ReadOnlyBooleanProperty mine = server.administration().allowedProperty();
    Tip.of(pill, pill::getAccessibleText);
    Runnable count =
        () -> {
          pill.show(mine.get() && !rail.get() ? waiting.get() : 0);
          pill.setAccessibleText(Texts.of("view.about.reports", waiting.get()));
        };
    waiting.subscribe(count);
    mine.subscribe(count);
    rail.subscribe(count);
    count.run();
    return pill;
  }

  /** Looks like the field it leads to. */
  private StackPane jump(SidebarActions actions) {
    Button jump =
        Controls.button(Texts.of("view.switcher.jump"), actions::openSwitcher, "jump-field");
    jump.setGraphic(Icons.of(Feather.SEARCH));
    jump.setId("jump");
    jump.setMaxWidth(Double.MAX_VALUE);
    Label keys = Controls.label(actions.switcherKeys(), "jump-keys");
    keys.setMouseTransparent(true);
    StackPane.setAlignment(keys, Pos.CENTER_RIGHT);
    StackPane place = Controls.folding(new StackPane(jump, keys));
    place.getStyleClass().add("jump-place");
    place.visibleProperty().bind(rail.not());
    return place;
  }
}
