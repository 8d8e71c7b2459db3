package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.User;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who I am on the server that is on the screen. */
final class ProfileCard extends HBox {
  private final Avatar avatar = new Avatar("large");
  private final Label name = Controls.label("", "heading");
  private final Label where = Controls.label("", "settings-hint");

  ProfileCard(AppModel app) {
    getStyleClass().add("settings-card");
    VBox words = new VBox(name, where);
    getChildren().addAll(avatar, words);
    ObservableValue<User> me =
        app.selectedProperty().flatMap(server -> server == null ? null : server.meProperty());
    ObservableValue<String> server =
        app.selectedProperty().flatMap(here -> here == null ? null : here.nameProperty());
    me.subscribe(this::show);
    where
        .textProperty()
        .bind(server.map(at -> Texts.of("view.settings.profile.on", at)).orElse(""));
  }

  private void show(@Nullable User me) {
    if (me != null) {
      avatar.show(me.id(), me.name());
      name.setText(me.name());
    }
  }
}
