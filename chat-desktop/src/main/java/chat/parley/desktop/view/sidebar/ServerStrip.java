package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All my servers at the left edge of the window. With one server only it takes no place. */
public final class ServerStrip extends VBox {
  private final AppModel app;
  private final List<ServerTile> tiles = new ArrayList<>();

  public ServerStrip(AppModel app) {
    this.app = app;
    getStyleClass().add("server-strip");
    Controls.folding(this);
    app.servers().subscribe(this::showServers);
    app.selectedProperty().subscribe(this::showSelected);
    showServers();
  }

  private void showServers() {
    tiles.forEach(ServerTile::dispose);
    tiles.clear();
    for (ServerModel server : app.servers()) {
      tiles.add(new ServerTile(server, () -> app.selectedProperty().set(server)));
    }
    getChildren().setAll(tiles);
    getChildren()
        .add(Controls.iconButton(Feather.PLUS, Texts.of("view.server.add"), app::addServer));
    setVisible(tiles.size() > 1);
    showSelected();
  }

  private void showSelected() {
    int here = app.servers().indexOf(app.selectedProperty().get());
    for (int i = 0; i < tiles.size(); i++) {
      tiles.get(i).here(i == here);
    }
  }
}
