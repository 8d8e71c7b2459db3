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
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
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
    Region line = new Line(button, name(model, start));
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
    return name;
  }

  /** Both beside each other where the name has room there, else the name below. */
  private static final class Line extends Region {
    private static final double GAP = 8;

    private final Button button;
    private final TextField name;

    Line(Button button, TextField name) {
      this.button = button;
      this.name = name;
      getStyleClass().add("host-buttons");
      getChildren().addAll(button, name);
    }

    private boolean isBeside(double width) {
      return button.prefWidth(-1) + GAP + name.prefWidth(-1) <= width;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
      return button.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
      double more = name.isManaged() ? GAP + name.prefWidth(-1) : 0;
      return button.prefWidth(-1) + more;
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
      double one = button.prefHeight(-1);
      if (!name.isManaged()) {
        return one;
      }
      double other = name.prefHeight(-1);
      boolean beside = width < 0 || isBeside(width);
      return beside ? Math.max(one, other) : one + GAP + other;
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double height = getHeight();
      double first = Math.min(width, button.prefWidth(-1));
      if (!name.isManaged()) {
        layoutInArea(button, 0, 0, first, height, 0, HPos.LEFT, VPos.CENTER);
      } else if (isBeside(width)) {
        double left = first + GAP;
        layoutInArea(button, 0, 0, first, height, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(name, left, 0, width - left, height, 0, HPos.LEFT, VPos.CENTER);
      } else {
        double top = button.prefHeight(-1);
        layoutInArea(button, 0, 0, first, top, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(name, 0, top + GAP, width, height - top - GAP, 0, HPos.LEFT, VPos.CENTER);
      }
    }
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
