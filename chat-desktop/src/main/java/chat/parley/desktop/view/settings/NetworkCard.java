package chat.parley.desktop.view.settings;

import chat.parley.desktop.view.finding.FoundServersView;
import chat.parley.desktop.view.finding.WhyView;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The servers that are on the network while this is looked at, or why there may be none. */
final class NetworkCard extends VBox {
  private final AppModel app;
  private final FoundServersView found;
  private final Label deaf;

  NetworkCard(AppModel app) {
    this.app = app;
    getStyleClass().add("settings-list");
    found = new FoundServersView(app.finding(), this::showWhy, app::addChosen);
    deaf = Controls.folding(Controls.label(Texts.of("view.settings.found.deaf"), "settings-state"));
    RightToLeft.fold(deaf);
    deaf.visibleProperty().bind(app.finding().ableProperty().not());
    sceneProperty().subscribe(scene -> app.lookAround(scene != null));
    showFound();
  }

  private void showFound() {
    getChildren().setAll(deaf, found);
  }

  private void showWhy() {
    WhyView why = new WhyView(app.finding(), this::closeWhy);
    getChildren().setAll(why);
    app.finding().check();
    why.takeKeyboard();
  }

  private void closeWhy() {
    showFound();
    Node back = found.lookup("#found-why");
    if (back != null) {
      back.requestFocus();
    }
  }
}
