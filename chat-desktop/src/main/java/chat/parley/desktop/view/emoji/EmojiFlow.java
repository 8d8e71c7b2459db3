package chat.parley.desktop.view.emoji;

import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Plain text over several lines with its emoji as pictures. */
public final class EmojiFlow extends TextFlow {
  private static final EmojiScanner SCANNER = new EmojiScanner(EmojiCatalog.bundled());

  /**
   * @param styleClass of the flow; its texts have the class {@code text}
   */
  public EmojiFlow(String styleClass, String text) {
    getStyleClass().add(styleClass);
    SCANNER.scan(text, this::words, emoji -> getChildren().add(new EmojiView(emoji)));
  }

  private void words(String words) {
    for (String piece : RightToLeft.pieces(words)) {
      Text node = new Text(piece);
      node.getStyleClass().add("text");
      getChildren().add(node);
    }
  }
}
