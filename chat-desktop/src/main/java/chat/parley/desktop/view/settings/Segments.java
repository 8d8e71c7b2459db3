package chat.parley.desktop.view.settings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A few choices side by side, one of which holds. The arrow keys go from one to the next. */
public final class Segments<T> extends HBox {
  private final List<T> values;
  private final Property<T> chosen;

  /**
   * @param name for screen readers, of the whole
   */
  public Segments(String name, List<T> values, Function<T, String> words, Property<T> chosen) {
    this.values = List.copyOf(values);
    this.chosen = chosen;
    getStyleClass().add("segments");
    setMaxWidth(USE_PREF_SIZE);
    for (T value : values) {
      getChildren().add(segment(name, words.apply(value), value));
    }
    chosen.subscribe(_ -> show());
    // A button by itself takes the arrow keys to leave it.
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private ToggleButton segment(String name, String words, T value) {
    ToggleButton segment = new ToggleButton(words);
    segment.getStyleClass().add("segment");
    segment.setMinWidth(USE_PREF_SIZE);
    segment.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    segment.setAccessibleText(name + ": " + words);
    segment.setOnAction(
        event -> {
          chosen.setValue(value);
          show(); // What is chosen already is not to be switched off.
        });
    return segment;
  }

  private void show() {
    int place = values.indexOf(chosen.getValue());
    for (int i = 0; i < values.size(); i++) {
      ToggleButton segment = (ToggleButton) getChildren().get(i);
      segment.setSelected(i == place);
      segment.setFocusTraversable(i == Math.max(0, place));
    }
  }

  private void key(KeyEvent event) {
    int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    int to = values.indexOf(chosen.getValue()) + step;
    if (step != 0 && to >= 0 && to < values.size()) {
      chosen.setValue(values.get(to));
      getChildren().get(to).requestFocus();
    }
    if (step != 0) {
      event.consume();
    }
  }
}
