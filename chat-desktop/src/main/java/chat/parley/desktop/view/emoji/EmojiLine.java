package chat.parley.desktop.view.emoji;

import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiScanner;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** One line of text with its emoji as pictures; what does not fit ends in an ellipsis. */
public final class EmojiLine extends HBox {
  private static final EmojiScanner SCANNER = new EmojiScanner(EmojiCatalog.bundled());

  private final String styleClass;
  private String text = "";

  /**
   * @param styleClass of the words
   */
  public EmojiLine(String styleClass) {
    this.styleClass = styleClass;
    getStyleClass().add("emoji-line");
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    Rectangle seen = new Rectangle();
    seen.widthProperty().bind(widthProperty());
    seen.heightProperty().bind(heightProperty());
    setClip(seen);
  }

  public EmojiLine(String styleClass, String text) {
    this(styleClass);
    show(text);
  }

  public void show(String line) {
    text = line;
    getChildren().clear();
    if (EmojiScanner.mayHaveEmoji(line)) {
      SCANNER.scan(line, this::words, emoji -> getChildren().add(new EmojiView(emoji)));
    } else {
      words(line);
    }
    if (!getChildren().isEmpty() && getChildren().getLast() instanceof Label last) {
      last.setMinWidth(0); // The end gives way first.
      HBox.setHgrow(last, Priority.ALWAYS);
    }
  }

  public String text() {
    return text;
  }

  private void words(String words) {
    Label label = new Label(words);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(label);
  }
}
