package chat.parley.desktop.view;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The right edge of the sidebar, which can be dragged, or moved by the arrow keys. */
final class SidebarGrip extends Region {
  private static final int STEP = 16;

  private final SettingsModel settings;
  private final ReadOnlyIntegerWrapper width = new ReadOnlyIntegerWrapper(this, "sidebarWidth");
  private double grabbedAt;

  SidebarGrip(SettingsModel settings) {
    this.settings = settings;
    getStyleClass().add("sidebar-grip");
    setManaged(false);
    setFocusTraversable(true);
    setCursor(Cursor.H_RESIZE);
    setViewOrder(-1);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(Texts.of("view.sidebar.width"));
    settings.sidebarWidthProperty().subscribe(width::set);
    setOnMousePressed(event -> grabbedAt = event.getX());
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(event -> keep());
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            show(SettingsModel.USUAL_SIDEBAR);
            keep();
          }
        });
    setOnKeyPressed(this::key);
  }

  /** Pixels at the usual size of text; what is chosen, or what is just being dragged to. */
  ReadOnlyIntegerProperty sidebarWidthProperty() {
    return width.getReadOnlyProperty();
  }

  private void dragged(MouseEvent event) {
    double moved = (event.getX() - grabbedAt) * 100 / settings.textSizeProperty().get();
    show((int) Math.round(width.get() + moved));
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> show(width.get() - STEP);
      case RIGHT -> show(width.get() + STEP);
      case HOME -> show(SettingsModel.NARROWEST_SIDEBAR);
      case END -> show(SettingsModel.WIDEST_SIDEBAR);
      default -> {
        return;
      }
    }
    keep();
    event.consume();
  }

  private void show(int wanted) {
    width.set(Math.clamp(wanted, SettingsModel.NARROWEST_SIDEBAR, SettingsModel.WIDEST_SIDEBAR));
  }

  private void keep() {
    settings.sidebarWidthProperty().set(width.get());
  }
}
