package chat.parley.desktop.view.list;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The Node of a row. It is shown for one item, then for another of the same kind. */
public abstract class Row<T> extends StackPane {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass FLASH = PseudoClass.getPseudoClass("flash");
  private static final Duration FLASH_TIME = Duration.millis(800);
  private static final double UNKNOWN = -1;

  /** The width for which {@link #measured} is true. */
  private double measuredFor = UNKNOWN;

  private double measured;
  private @Nullable PauseTransition flash;
  private int index;
  private boolean current;

  protected Row() {
    getStyleClass().add("row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /** Becomes the row of this item, whatever it showed before. */
  protected abstract void show(T item);

  /** The keyboard came to this row, or left it. */
  protected void currentChanged(boolean here) {}

  protected final boolean isCurrent() {
    return current;
  }

  final void setIndex(int value) {
    index = value;
  }

  final void setCurrent(boolean here) {
    if (here != current) {
      current = here;
      pseudoClassStateChanged(CURRENT, here);
      currentChanged(here);
    }
  }

  /** Points the row out for a moment: a look that comes and goes at once, nothing that moves. */
  final void flash() {
    endFlash();
    pseudoClassStateChanged(FLASH, true);
    flash = new PauseTransition(FLASH_TIME);
    flash.setOnFinished(event -> endFlash());
    flash.play();
  }

  final void endFlash() {
    if (flash != null) {
      flash.stop();
      flash = null;
      pseudoClassStateChanged(FLASH, false);
    }
  }

  /** Whole pixels, so that every row starts on one. */
  final double heightFor(double width) {
    if (measuredFor != width) {
      applyCss();
      measured = Math.ceil(prefHeight(width));
      measuredFor = width;
    }
    return measured;
  }

  final void place(double y, double width, double height) {
    resizeRelocate(0, y, width, height);
    measuredFor = width; // Being resized to what was measured changes nothing about it.
  }

  @Override
  public void requestLayout() {
    measuredFor = UNKNOWN;
    super.requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case INDEX -> index;
      case SELECTED -> current;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
