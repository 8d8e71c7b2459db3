package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.Background;
import chat.parley.desktop.viewmodel.outside.StartSwitch;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the app lives on this computer: in its tray, and from its start. */
public final class SystemSettings {
  private static final Logger log = LoggerFactory.getLogger(SystemSettings.class);

  private final ReadOnlyBooleanWrapper tray = new ReadOnlyBooleanWrapper(this, "tray");
  private final BooleanProperty closesToTray;
  private final ReadOnlyBooleanWrapper startsWithSystem =
      new ReadOnlyBooleanWrapper(this, "startsWithSystem");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Background background;
  private final @Nullable StartSwitch start;

  /**
   * @param keep told when another way to close is chosen
   * @param start null where the system cannot start this app
   */
  public SystemSettings(
      boolean closesToTray,
      Consumer<Boolean> keep,
      @Nullable StartSwitch start,
      Background background) {
    this.closesToTray = new SimpleBooleanProperty(this, "closesToTray", closesToTray);
    this.start = start;
    this.background = background;
    this.closesToTray.addListener((_, _, now) -> keep.accept(now));
  }

  /** Whether this system shows the app in a tray; known some time after the start. */
  public ReadOnlyBooleanProperty trayProperty() {
    return tray.getReadOnlyProperty();
  }

  public void foundTray(boolean there) {
    tray.set(there);
  }

  /** Whether closing the window leaves the app running; without a tray it never does. */
  public BooleanProperty closesToTrayProperty() {
    return closesToTray;
  }

  /** Whether the system could start this app at all. */
  public boolean canStartWithSystem() {
    return start != null;
  }

  public ReadOnlyBooleanProperty startsWithSystemProperty() {
    return startsWithSystem.getReadOnlyProperty();
  }

  /** Why the last change did not work; empty when it did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Looks at how it is now: the person may have changed it in the system's own settings. */
  public void refresh() {
    StartSwitch known = start;
    if (known != null) {
      background.run(known::isOn, startsWithSystem::set, this::failed);
    }
  }

  /** Changes it; the property follows when it is done. */
  public void startWithSystem(boolean on) {
    StartSwitch known = start;
    if (known != null) {
      problem.set("");
      background.run(
          () -> {
            known.turn(on);
            return known.isOn();
          },
          startsWithSystem::set,
          this::failed);
    }
  }

  private void failed(Exception e) {
    log.warn("Starting with the system could not be read or changed.", e);
    problem.set(Texts.of("system.start.failed"));
  }
}
