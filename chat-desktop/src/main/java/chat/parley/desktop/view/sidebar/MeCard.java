package chat.parley.desktop.view.sidebar;

import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.Look;
import chat.parley.desktop.view.look.PresenceDot;
import chat.parley.desktop.view.look.PresenceWords;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.model.Presence;
import chat.parley.model.User;
import java.util.List;
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

/** Who I am here, how the connection is, and the colours of the window. */
final class MeCard extends StackPane {
  private final AppModel app;
  private final Avatar avatar = new Avatar("medium");
  private final PresenceDot presence = new PresenceDot();
  private final Label name = Controls.label("", "me-name");
  private final Label status = Controls.label("", "me-status");
  private final Button theme;
  private final HBox wide = new HBox();
  private final VBox narrow = new VBox();

  MeCard(AppModel app, ObservableBooleanValue rail) {
    this.app = app;
    getStyleClass().add("me-card");
    StackPane face = new StackPane(avatar, presence);
    face.getStyleClass().add("face");
    StackPane.setAlignment(presence, Pos.BOTTOM_RIGHT);
    VBox words = new VBox(name, status);
    words.getStyleClass().add("me-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    wide.getStyleClass().add("me-line");
    narrow.getStyleClass().add("me-column");
    theme = Controls.iconButton(Feather.MOON, Texts.of("view.theme.dark"), this::switchTheme);
    Button leave =
        Controls.iconButton(Feather.LOG_OUT, Texts.of("view.changeServer"), app::changeServer);
    rail.subscribe(small -> arrange(small, List.of(face, words, theme, leave)));
    app.meProperty().subscribe(this::showMe);
    app.link().statusProperty().subscribe(this::showStatus);
    app.link().liveProperty().subscribe(this::showStatus);
    app.presenceProperty().subscribe(this::showStatus);
    showStatus();
    app.themeProperty().subscribe(this::showTheme);
  }

  private void arrange(boolean small, List<Node> parts) {
    wide.getChildren().clear();
    narrow.getChildren().clear();
    if (small) {
      narrow.getChildren().setAll(parts.get(3), parts.get(2), parts.get(0));
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
    boolean live = app.link().liveProperty().get();
    String words = app.link().statusProperty().get();
    Presence here = live ? app.presenceProperty().get() : Presence.OFFLINE;
    presence.show(here);
    status.setText(words.isEmpty() ? PresenceWords.of(here) : words);
  }

  private void showTheme(Theme now) {
    boolean dark = Look.isDark(now);
    theme.setGraphic(Icons.of(dark ? Feather.SUN : Feather.MOON));
    Controls.name(theme, Texts.of(dark ? "view.theme.light" : "view.theme.dark"));
  }

  private void switchTheme() {
    boolean dark = Look.isDark(app.themeProperty().get());
    app.themeProperty().set(dark ? Theme.LIGHT : Theme.DARK);
  }
}
