package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.emoji.EmojiLine;
import chat.parley.desktop.view.look.Avatar;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.Quote;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The message that another one answers, in one line; leads there. */
public final class QuoteLine extends Button {
  QuoteLine(Quote quote, Runnable jump) {
    getStyleClass().add("quote-line");
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    setOnAction(event -> jump.run());
    HBox line = new HBox();
    line.getStyleClass().add("quote-content");
    Region bar = new Region();
    bar.getStyleClass().add("quote-bar");
    line.getChildren().add(bar);
    if (quote.from() != null) {
      Avatar avatar = new Avatar("tiny");
      avatar.show(quote.from(), quote.name());
      Label name = Controls.label(quote.name(), "quote-name");
      name.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().addAll(avatar, name);
    }
    EmojiLine words = new EmojiLine("quote-words", words(quote));
    HBox.setHgrow(words, Priority.ALWAYS);
    line.getChildren().add(words);
    line.prefWidthProperty().bind(widthProperty());
    setGraphic(line);
    setAccessibleRole(AccessibleRole.HYPERLINK);
    setAccessibleText(Texts.of("view.message.answers", quote.name(), words(quote)));
    setDisable(quote.state() == Quote.State.UNKNOWN);
  }

  /** What it says, or why it says nothing. */
  public static String words(Quote quote) {
    return switch (quote.state()) {
      case LOADING -> Texts.of("view.quote.loading");
      case THERE -> quote.text();
      case DELETED -> Texts.of("view.message.deleted");
      case BLOCKED -> Texts.of("view.blocked");
      case UNKNOWN -> Texts.of("view.quote.unknown");
    };
  }
}
