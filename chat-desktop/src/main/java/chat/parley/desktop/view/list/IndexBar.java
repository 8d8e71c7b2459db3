package chat.parley.desktop.view.list;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** A scroll bar over row numbers, because the height of rows out of sight is not known. */
final class IndexBar extends ScrollBar {
  /** A thumb any smaller is hard to catch. */
  private static final double LEAST_THUMB = 0.06;

  /** Says that the value is ours, not the person's. */
  private boolean showing;

  private double rowsInSight;
  private int count;

  /**
   * @param moved told the wanted first row: its number and the part of it that is above the view
   */
  IndexBar(DoubleConsumer moved) {
    setOrientation(Orientation.VERTICAL);
    setMax(1);
    setFocusTraversable(false);
    getStyleClass().add("index-bar");
    valueProperty()
        .subscribe(
            () -> {
              if (!showing) {
                moved.accept(getValue() * Math.max(0, count - rowsInSight));
              }
            });
  }

  void show(Placement placement) {
    setVisible(!placement.isEmpty() && (placement.above() > 0 || !placement.endInSight()));
    if (!isVisible()) {
      return;
    }
    count = placement.count();
    rowsInSight = placement.viewHeight() / placement.averageHeight();
    double hidden = Math.max(1, count - rowsInSight);
    double row = placement.first() - placement.top() / placement.heights()[0];
    showing = true;
    setVisibleAmount(Math.clamp(rowsInSight / count, LEAST_THUMB, 1));
    setUnitIncrement(1 / hidden);
    setBlockIncrement(rowsInSight / hidden);
    if (!isPressed()) {
      setValue(placement.endInSight() ? 1 : Math.clamp(row / hidden, 0, 1));
    }
    showing = false;
  }
}
