package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.finding.HostLine;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether this computer runs a server, and what can be done about that. */
final class HostCard extends VBox {
  HostCard(AppModel app) {
    HostingModel hosting = app.hosting();
    getStyleClass().add("settings-list");
    Label state = Controls.label("", "settings-state");
    state.setId("host-state");
    RightToLeft.fold(state);
    state.setMinHeight(USE_PREF_SIZE);
    var runs = hosting.hostedProperty().isNotNull();
    var at = hosting.reachedAtProperty();
    state
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(hosting.ableProperty().get(), runs.get(), at.getValue()),
                hosting.ableProperty(),
                runs,
                at));
    getChildren().addAll(state, new HostLine(hosting, app::goToOwnServer));
  }

  private static String words(boolean able, boolean runs, String at) {
    if (!able) {
      return Texts.of("view.settings.host.unable");
    }
    if (!runs) {
      return Texts.of("view.settings.host.none");
    }
    return at.isEmpty()
        ? Texts.of("view.settings.host.alone")
        : Texts.of("view.settings.host.runs", at);
  }
}
