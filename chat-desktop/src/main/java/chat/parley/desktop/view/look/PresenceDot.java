package chat.parley.desktop.view.look;

import chat.parley.model.Presence;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Whether somebody is here, told by form as well as by colour. */
public final class PresenceDot extends StackPane {
  private final Region mark = new Region();

  public PresenceDot() {
    getStyleClass().add("presence");
    mark.getStyleClass().add("mark");
    getChildren().add(mark);
    setMouseTransparent(true);
  }

  public void show(Presence presence) {
    getStyleClass().setAll("presence", presence.name().toLowerCase(Locale.ROOT));
  }
}
