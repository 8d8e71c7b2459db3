package chat.parley.desktop.view.look;

import chat.parley.model.Presence;
import chat.parley.model.UserId;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/** A person's square with the dot that says whether they are here. */
public final class Face extends StackPane {
  private final Avatar avatar;
  private final PresenceDot dot = new PresenceDot();

  /**
   * @param size as of {@link Avatar}
   */
  public Face(String size) {
    avatar = new Avatar(size);
    getStyleClass().addAll("face", size);
    getChildren().addAll(avatar, dot);
    setAlignment(dot, Pos.BOTTOM_RIGHT);
    setMouseTransparent(true);
  }

  public void show(UserId id, String name, Presence presence) {
    avatar.show(id, name);
    dot.show(presence);
  }
}
