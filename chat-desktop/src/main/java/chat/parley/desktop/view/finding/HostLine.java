package chat.parley.desktop.view.finding;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Starts a server on this computer, goes to it, and stops it. */
public final class HostLine extends HBox {
  public HostLine(HostingModel model) {
    getStyleClass().add("host-line");
    Controls.folding(this).visibleProperty().bind(model.ableProperty());
    Button start = Controls.linkButton("", model::start);
    start.setId("host-start");
    start.disableProperty().bind(model.busyProperty());
    start
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(model), model.busyProperty(), model.hostedProperty()));
    Button stop = Controls.folding(Controls.linkButton(Texts.of("view.host.stop"), model::stop));
    stop.setId("host-stop");
    stop.disableProperty().bind(model.busyProperty());
    stop.visibleProperty().bind(model.hostedProperty().isNotNull());
    getChildren().addAll(start, Controls.spacer(), stop);
  }

  private static String words(HostingModel model) {
    if (model.busyProperty().get()) {
      return Texts.of("view.host.busy");
    }
    return model.hostedProperty().get() == null
        ? Texts.of("view.host.start")
        : Texts.of("view.host.join");
  }
}
