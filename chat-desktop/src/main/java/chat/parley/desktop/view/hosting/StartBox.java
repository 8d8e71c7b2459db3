package chat.parley.desktop.view.hosting;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import chat.parley.desktop.viewmodel.outside.Host;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether the system starts the server of this computer. Takes no place where it cannot. */
public final class StartBox extends VBox {
  public StartBox(HostingModel model) {
    getStyleClass().add("host-starts");
    CheckBox box = new CheckBox(Texts.of("view.host.starts"));
    box.setId("host-starts");
    box.disableProperty().bind(model.busyProperty());
    // Also when it did not work, after which nothing has changed but the mark in the box.
    model.busyProperty().subscribe(() -> box.setSelected(starts(model)));
    model.startsProperty().subscribe(() -> box.setSelected(starts(model)));
    box.setOnAction(_ -> model.startWithComputer(box.isSelected()));
    Label late = Controls.folding(Controls.label(Texts.of("view.host.starts.late"), "caption"));
    RightToLeft.fold(late);
    late.visibleProperty().bind(model.startsProperty().isEqualTo(Host.Start.AT_LOG_IN));
    getChildren().addAll(box, late);
    Controls.folding(this)
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> isOffered(model), model.startsProperty(), model.hostedProperty()));
  }

  /** One that runs can be started with the computer, and one that would be can be let be. */
  private static boolean isOffered(HostingModel model) {
    return starts(model)
        || model.startsProperty().get() == Host.Start.NEVER && model.hostedProperty().get() != null;
  }

  private static boolean starts(HostingModel model) {
    return switch (model.startsProperty().get()) {
      case UNABLE, NEVER -> false;
      case AT_LOG_IN, WITH_COMPUTER -> true;
    };
  }
}
