package chat.parley.desktop.view.message;

import chat.parley.desktop.view.emoji.EmojiView;
import javafx.scene.Node;

/** The one place where a single emoji becomes a Node outside of a message's text. */
public final class EmojiFace {
  private EmojiFace() {}

  public static Node of(String emoji) {
    EmojiView face = new EmojiView(emoji);
    face.getStyleClass().add("emoji-face");
    return face;
  }
}
