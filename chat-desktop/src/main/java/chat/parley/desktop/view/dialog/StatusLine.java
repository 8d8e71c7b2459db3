package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.emoji.EmojiSign;
import chat.parley.desktop.view.look.Controls;
import chat.parley.model.Status;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What somebody says about themselves, on one line: an emoji and some words. */
public final class StatusLine extends HBox {
  private final EmojiSign emoji = new EmojiSign();
  private final Label words = Controls.folding(Controls.label("", "status-words"));

  public StatusLine() {
    getStyleClass().add("status-line");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(emoji, words);
    Controls.folding(this);
    show(null);
  }

  /** Takes no place when nothing is said. */
  public void show(@Nullable Status status) {
    setVisible(status != null);
    emoji.show(status == null ? "" : status.emoji());
    words.setText(status == null ? "" : status.text());
    words.setVisible(!words.getText().isEmpty());
  }

  /** The same for screen readers; empty when nothing is said. */
  public static String spoken(@Nullable Status status) {
    return status == null ? "" : ", " + status.text();
  }
}
