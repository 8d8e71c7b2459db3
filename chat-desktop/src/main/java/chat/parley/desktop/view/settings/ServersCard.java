package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The servers I am on, to leave one or to come to another. */
final class ServersCard extends VBox {
  private final AppModel app;

  ServersCard(AppModel app) {
    this.app = app;
    getStyleClass().add("settings-list");
    app.servers().subscribe(this::show);
    show();
  }

  private void show() {
    getChildren().clear();
    app.servers().forEach(server -> getChildren().add(line(server)));
    getChildren().add(Controls.button(Texts.of("view.server.add"), app::addServer));
  }

  private Node line(ServerModel server) {
    Label name = Controls.label("", "heading");
    name.textProperty().bind(server.nameProperty());
    Label who = Controls.label("", "settings-hint");
    server
        .meProperty()
        .subscribe(
            () ->
                who.setText(
                    Texts.of(
                        "view.settings.servers.line",
                        server.account().address(),
                        server.account().name())));
    who.setText(
        Texts.of(
            "view.settings.servers.line", server.account().address(), server.account().name()));
    RightToLeft.fold(who);
    who.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(name, who);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button leave =
        Controls.button(Texts.of("view.settings.servers.leave"), () -> app.leave(server));
    leave.textProperty().subscribe(text -> leave.setAccessibleText(text + ": " + name.getText()));
    leave.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(Icons.of(Feather.SERVER), words, leave);
    line.getStyleClass().add("settings-card");
    return line;
  }
}
