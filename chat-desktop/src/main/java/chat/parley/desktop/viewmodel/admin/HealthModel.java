package chat.parley.desktop.viewmodel.admin;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Figures;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How the server is. */
public final class HealthModel {
  private final ReadOnlyObjectWrapper<@Nullable Figures> figures =
      new ReadOnlyObjectWrapper<>(this, "figures");
  private final Errand errand = new Errand();

  HealthModel() {}

  public Errand errand() {
    return errand;
  }

  /** Null while they are not known. */
  public ReadOnlyObjectProperty<@Nullable Figures> figuresProperty() {
    return figures.getReadOnlyProperty();
  }

  public void refresh() {
    errand.askAnew(
        Command.AskHealth::new, Event.Health.class, health -> figures.set(health.figures()));
  }

  void attach(Seat now) {
    errand.attach(now);
  }

  void detach() {
    errand.detach();
    figures.set(null);
  }
}
