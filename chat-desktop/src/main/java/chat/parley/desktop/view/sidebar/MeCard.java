package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.dialog.Doors;
import chat.parley.desktop.view.dialog.StatusLine;
import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.PresenceDot;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.view.look.Spinner;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Presence;
import chat.parley.model.Status;
import chat.parley.model.User;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who I am here, how the connection is, and the way to the settings. */
final class MeCard extends StackPane {
  private final ServerModel server;
  private final Avatar avatar = new Avatar("medium");
  private final PresenceDot presence = new PresenceDot();
  private final Label name = Controls.label("", "me-name");
  private final Label status = Controls.folding(Controls.label("", "me-status"));
  private final Spinner connecting = new Spinner();
  private final StatusLine said = new StatusLine();
  private final Button me = new Button();
  private final HBox wide = new HBox();
  private final VBox narrow = new VBox();

  MeCard(ServerModel server, Doors doors, Runnable openSettings, ObservableBooleanValue rail) {
    this.server = server;
    getStyleClass().add("me-card");
    StackPane face = new StackPane(avatar, presence);
    face.getStyleClass().add("face");
    StackPane.setAlignment(presence, Pos.BOTTOM_RIGHT);
    status.setGraphic(connecting);
    VBox words = new VBox(name, status, said);
    words.getStyleClass().add("me-words");
    HBox who = new HBox(face, words);
    who.getStyleClass().add("me-who");
    me.getStyleClass().add("me-button");
    me.setId("me");
    me.setGraphic(who);
    me.setMaxWidth(Double.MAX_VALUE);
    me.setOnAction(event -> doors.me(me));
    HBox.setHgrow(me, Priority.ALWAYS);
    wide.getStyleClass().add("me-line");
    narrow.getStyleClass().add("me-column");
    Button settings =
        Controls.iconButton(Feather.SETTINGS, Texts.of("view.settings"), openSettings);
    settings.setId("open-settings");
    Controls.folding(words).visibleProperty().bind(Bindings.not(rail));
    rail.subscribe(small -> arrange(small, List.of(me, settings)));
    server.meProperty().subscribe(this::showMe);
    server.link().statusProperty().subscribe(this::showStatus);
    server.link().liveProperty().subscribe(this::showStatus);
    server.presenceEverywhereProperty().subscribe(this::showStatus);
    server.company().status().statusProperty().subscribe(this::showStatus);
    showStatus();
  }

  private void arrange(boolean small, List<Node> parts) {
    wide.getChildren().clear();
    narrow.getChildren().clear();
    if (small) {
      narrow.getChildren().setAll(parts.reversed());
    } else {
      wide.getChildren().setAll(parts);
    }
    getChildren().setAll(small ? narrow : wide);
  }

  private void showMe(@Nullable User me) {
    if (me != null) {
      avatar.show(me.id(), me.name());
      name.setText(me.name());
    }
  }

  private void showStatus() {
    boolean live = server.link().liveProperty().get();
    String words = server.link().statusProperty().get();
    Presence here = live ? server.presenceEverywhereProperty().get() : Presence.OFFLINE;
    presence.show(here);
    connecting.setVisible(!words.isEmpty());
    status.setText(words.isEmpty() ? PresenceWords.of(here) : words);
    Status mine = server.company().status().statusProperty().get();
    said.show(words.isEmpty() && live ? mine : null);
    status.setVisible(!said.isVisible());
    me.setAccessibleText(
        Texts.of("view.me", name.getText(), status.getText()) + StatusLine.spoken(mine));
  }
}
