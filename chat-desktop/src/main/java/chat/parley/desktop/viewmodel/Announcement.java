package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.FxThread;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What those who run the server tell everybody, until it is over or I have seen it. It is said
 * again at every log-in, so what I put away is remembered as long as the app is open.
 */
public final class Announcement {
  private final ReadOnlyObjectWrapper<Event.@Nullable Announced> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private final FxThread fx;
  private final InstantSource clock;
  private Event.@Nullable Announced putAway;
  private Runnable stopWaiting = () -> {};

  Announcement(FxThread fx, InstantSource clock) {
    this.fx = fx;
    this.clock = clock;
  }

  /** Null when there is none. */
  public ReadOnlyObjectProperty<Event.@Nullable Announced> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** I have seen it. */
  public void dismiss() {
    putAway = shown.get();
    clear();
  }

  void heard(Event.Announced announced) {
    clear();
    long left = announced.until() - clock.millis();
    if (!announced.text().isEmpty() && left > 0 && !announced.equals(putAway)) {
      shown.set(announced);
      stopWaiting = fx.after(Duration.ofMillis(left), this::clear);
    }
  }

  void clear() {
    stopWaiting.run();
    stopWaiting = () -> {};
    shown.set(null);
  }
}
