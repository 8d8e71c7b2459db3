package chat.parley.desktop.view.look;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The controls that several views use, each with its name for screen readers. */
public final class Controls {
  private Controls() {}

  /** A square button that shows an icon only; the name is its tooltip too. */
  public static Button iconButton(Feather glyph, String name, Runnable action) {
    Button button = new Button();
    button.setGraphic(Icons.of(glyph));
    button.getStyleClass().add("icon-button");
    button.setOnAction(event -> action.run());
    name(button, name);
    return button;
  }

  /** Gives a button without words another name. */
  public static void name(Button button, String name) {
    button.setAccessibleText(name);
    Tip.of(button, () -> name);
  }

  /** A button that looks like a link. */
  public static Button linkButton(String text, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add("link-button");
    button.setOnAction(event -> action.run());
    return button;
  }

  public static Button button(String text, Runnable action, String... styleClasses) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(event -> action.run());
    return button;
  }

  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** Takes what is left over in a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** Takes no place while it is not visible. */
  public static <N extends Node> N folding(N node) {
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
