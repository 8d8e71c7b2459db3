package chat.parley.desktop.view.look;

import javafx.scene.control.Label;

/** How many messages are for me; takes no place when none is. */
public final class Pill extends Label {
  private static final long MOST_COUNTED = 99;

  public Pill() {
    getStyleClass().add("pill");
    setMinWidth(USE_PREF_SIZE);
    Controls.folding(this);
    show(0);
  }

  public void show(long count) {
    setText(count > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(count));
    setVisible(count > 0);
  }

  /** One figure stands in a circle. */
  @Override
  protected double computePrefWidth(double height) {
    return Math.max(super.computePrefWidth(height), getMinHeight());
  }
}
