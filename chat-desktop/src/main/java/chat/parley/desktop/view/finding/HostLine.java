package chat.parley.desktop.view.finding;

import chat.parley.desktop.view.hosting.StartBox;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Starts a server on this computer under a name, goes to it, and stops it. */
public final class HostLine extends VBox {
  private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");

  /**
   * @param start starts the server, or goes to the one that runs
   */
  public HostLine(HostingModel model, Runnable start) {
    getStyleClass().add("host-line");
    Controls.folding(this).visibleProperty().bind(model.ableProperty());
    Button button = Controls.linkButton("", start);
    button.setId("host-start");
    button.setMinWidth(USE_PREF_SIZE);
    button.disableProperty().bind(model.busyProperty());
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(model), model.busyProperty(), model.hostedProperty(), wanted));
    wanted.subscribe(now -> button.pseudoClassStateChanged(WANTED, now));
    Button stop = Controls.folding(Controls.linkButton(Texts.of("view.host.stop"), model::stop));
    stop.setId("host-stop");
    stop.disableProperty().bind(model.busyProperty());
    stop.visibleProperty().bind(model.hostedProperty().isNotNull());
    HBox line = new HBox(button, name(model, start));
    line.getStyleClass().add("host-buttons");
    // On a line of its own: in some languages both have no place in one.
    getChildren().addAll(line, stop, new StartBox(model));
  }

  /** Whether it stands out, as what there is to do. */
  public void beWanted(boolean now) {
    wanted.set(now);
  }

  /** Beside the button: it has a name already, and is no step of its own. */
  private static TextField name(HostingModel model, Runnable start) {
    TextField name = Controls.folding(new TextField());
    name.setId("host-name");
    name.setAccessibleText(Texts.of("view.host.name"));
    Tip.of(name, () -> Texts.of("view.host.name"));
    name.textProperty().bindBidirectional(model.nameProperty());
    name.disableProperty().bind(model.busyProperty());
    name.visibleProperty().bind(model.hostedProperty().isNull());
    name.setOnAction(_ -> start.run());
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    return name;
  }

  private String words(HostingModel model) {
    if (model.busyProperty().get()) {
      return Texts.of("view.host.busy");
    }
    if (model.hostedProperty().get() != null) {
      return Texts.of("view.host.join");
    }
    return Texts.of(wanted.get() ? "view.host.start.wanted" : "view.host.start");
  }
}
