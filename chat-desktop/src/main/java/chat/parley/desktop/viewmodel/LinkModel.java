package chat.parley.desktop.viewmodel;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What a person sees of the connection: nothing at all as long as it works. */
public final class LinkModel {
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyObjectWrapper<@Nullable Banner> banner =
      new ReadOnlyObjectWrapper<>(this, "banner");
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live");

  LinkModel() {}

  /** For the me card, with a spinner: "Reconnecting…"; empty when there is nothing to say. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Null when there is none. */
  public ReadOnlyObjectProperty<@Nullable Banner> bannerProperty() {
    return banner.getReadOnlyProperty();
  }

  /** Whether what is shown is up to date. */
  public ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** Does what the banner's button says. */
  public void act() {}
}
