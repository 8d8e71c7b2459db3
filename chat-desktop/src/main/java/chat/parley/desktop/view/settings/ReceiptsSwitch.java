package chat.parley.desktop.view.settings;

import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/** Whether I tell what I have read, on the server that is on the screen. */
final class ReceiptsSwitch {
  private ReceiptsSwitch() {}

  static Node of(AppModel app) {
    BooleanProperty shown = new SimpleBooleanProperty(true);
    app.selectedProperty()
        .flatMap(server -> server == null ? null : server.receipts().toldProperty())
        .orElse(true)
        .subscribe(shown::set);
    shown.subscribe(
        now -> {
          ServerModel server = app.selectedProperty().get();
          if (server != null) {
            server.receipts().toldProperty().set(now);
          }
        });
    Node toggle = Switches.of(Texts.of("view.settings.receipts"), shown);
    toggle.setId("receipts");
    toggle.disableProperty().bind(app.selectedProperty().isNull());
    return toggle;
  }
}
