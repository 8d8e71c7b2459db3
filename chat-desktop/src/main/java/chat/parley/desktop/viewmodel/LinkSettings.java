package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.Background;
import chat.parley.desktop.viewmodel.outside.StartSwitch;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether links to servers that are opened elsewhere come to this app. */
public final class LinkSettings {
  private static final Logger log = LoggerFactory.getLogger(LinkSettings.class);
  private static final String CHOICE = "system.links";
  private static final String ON = "on";

  private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final StartSwitch links;
  private final Preferences preferences;
  private final Background background;

  /**
   * @param links does it
   * @param preferences remembers what the person wants, until told otherwise that they do
   */
  public LinkSettings(StartSwitch links, Preferences preferences, Background background) {
    this.links = links;
    this.preferences = preferences;
    this.background = background;
  }

  public ReadOnlyBooleanProperty onProperty() {
    return on.getReadOnlyProperty();
  }

  /** Why the last change did not work; empty when it did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Makes it as the person wants it: at the first start, and after the app was moved. */
  public void refresh() {
    if (wanted()) {
      turn(true);
    } else {
      background.run(links::isOn, on::set, this::failed);
    }
  }

  private boolean wanted() {
    Optional<String> chosen = preferences.choice(CHOICE);
    return chosen.isEmpty() || chosen.get().equals(ON);
  }

  /** Changes it; the property follows when it is done. */
  public void choose(boolean now) {
    preferences.choose(CHOICE, now ? ON : "off");
    turn(now);
  }

  private void turn(boolean now) {
    problem.set("");
    background.run(
        () -> {
          if (links.isOn() != now) {
            links.turn(now);
          }
          return links.isOn();
        },
        on::set,
        this::failed);
  }

  private void failed(Exception e) {
    log.warn("Links to servers could not be brought to this app, or kept away.", e);
    problem.set(Texts.of("system.links.failed"));
  }
}
