package chat.parley.desktop.view.emoji;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The emoji of a status, which somebody may have made of any characters. */
public final class EmojiSign extends StackPane {
  private final EmojiView picture = new EmojiView();
  private final Label characters = new Label();

  public EmojiSign() {
    getStyleClass().add("status-emoji");
    setMinWidth(Region.USE_PREF_SIZE);
    Controls.folding(this);
    show("");
  }

  /** Takes no place when there is none. */
  public void show(String emoji) {
    boolean known = EmojiCatalog.bundled().of(emoji) != null;
    picture.show(known ? emoji : "");
    characters.setText(emoji);
    getChildren().setAll(known ? picture : characters);
    setVisible(!emoji.isEmpty());
  }
}
