package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
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
    administration.visibleProperty().bind(server.administration().allowedProperty());
    getItems()
        .addAll(
            item("view.server.add", actions::addServer),
            item("view.settings", actions::openSettings),
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
