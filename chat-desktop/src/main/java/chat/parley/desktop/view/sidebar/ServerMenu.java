package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.look.Pill;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The name of the server, and what can be done with it. */
final class ServerMenu extends MenuButton {
  ServerMenu(ServerModel server, Doors doors, SidebarActions actions) {
    getStyleClass().add("server-menu");
    setId("server-menu");
    setMnemonicParsing(false);
    textProperty().bind(server.nameProperty());
    MenuItem administration = item("view.admin", actions::openAdministration);
    ReadOnlyLongProperty waiting = server.waiting().totalProperty();
    administration.visibleProperty().bind(server.administration().allowedProperty());
    Pill pill = new Pill();
    Runnable count =
        () -> {
          pill.show(waiting.get());
          administration.setGraphic(waiting.get() > 0 ? pill : null);
        };
    waiting.subscribe(count);
    count.run();
    getItems()
        .addAll(
            item("view.server.add", actions::addServer),
            item("view.settings", actions::openSettings),
            item("view.card.item", actions::joinCard),
            item("view.secrecy.item", doors::secrecy),
            administration,
            new SeparatorMenuItem(),
            item("view.server.leave", actions::leaveServer));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(Texts.of(text));
    item.setOnAction(event -> action.run());
    return item;
  }
}
