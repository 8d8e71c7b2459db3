package chat.parley.desktop.view.body;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** Makes a piece of text lead somewhere, and say where. */
final class LinkAction {
  /** More would not fit a screen. */
  private static final int MOST_SHOWN = 1_500;

  private LinkAction() {}

  static void give(Node node, String address, Consumer<String> open) {
    node.setCursor(Cursor.HAND);
    node.setAccessibleRole(AccessibleRole.HYPERLINK);
    node.setOnMouseEntered(
        _ -> {
          // A tooltip is heavy; most links are never pointed at.
          Tooltip.install(node, tooltip(address));
          node.setOnMouseEntered(null);
        });
    node.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            open.accept(address);
            event.consume();
          }
        });
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            open.accept(address);
            event.consume();
          }
        });
  }

  private static Tooltip tooltip(String address) {
    Tooltip tooltip =
        new Tooltip(
            address.length() <= MOST_SHOWN ? address : address.substring(0, MOST_SHOWN) + "…");
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("address-tooltip");
    return tooltip;
  }
}
