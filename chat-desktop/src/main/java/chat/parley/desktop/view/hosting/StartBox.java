package chat.parley.desktop.view.hosting;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether the system starts the server of this computer. Takes no place where it cannot. */
public final class StartBox extends VBox {
  /** Held, since a binding that nobody holds is let go. */
  private final ObservableBooleanValue starts;

  public StartBox(HostingModel model) {
    starts = model.startsProperty();
    getStyleClass().add("host-starts");
    CheckBox box = new CheckBox(Texts.of("view.host.starts"));
    box.setId("host-starts");
    box.disableProperty().bind(model.busyProperty());
    starts.subscribe(() -> box.setSelected(starts.get()));
    // Also when it did not work, after which nothing has changed but the mark in the box.
    model.busyProperty().subscribe(() -> box.setSelected(starts.get()));
    box.setOnAction(_ -> model.startWithComputer(box.isSelected()));
    Label late = Controls.folding(Controls.label(Texts.of("view.host.starts.late"), "caption"));
    RightToLeft.fold(late);
    late.visibleProperty().bind(model.startsLateProperty());
    getChildren().addAll(box, late);
    Controls.folding(this).visibleProperty().bind(model.startOfferedProperty());
  }
}
