package chat.parley.desktop.view.settings;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.Property;
import javafx.scene.AccessibleRole;

/** A switch for something that is or is not. */
public final class Switches {
  private Switches() {}

  /**
   * @param name for screen readers
   */
  public static ToggleSwitch of(String name, Property<Boolean> value) {
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    toggle.setAccessibleText(name);
    toggle.setSelected(value.getValue());
    toggle.selectedProperty().subscribe(value::setValue);
    value.subscribe(toggle::setSelected);
    toggle.setMinWidth(ToggleSwitch.USE_PREF_SIZE);
    return toggle;
  }
}
