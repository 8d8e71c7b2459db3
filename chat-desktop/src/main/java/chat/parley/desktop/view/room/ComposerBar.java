package chat.parley.desktop.view.room;

import chat.parley.desktop.view.emoji.EmojiLine;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.timeline.QuoteLine;
import chat.parley.desktop.viewmodel.ComposerMode;
import chat.parley.desktop.viewmodel.ComposerModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.Quote;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says over the composer that what is written answers a message, or replaces one. */
final class ComposerBar extends HBox {
  private final Label title = Controls.label("", "bar-title");
  private final EmojiLine words = new EmojiLine("bar-words");
  private final Button save;
  private final Button cancel;
  private final Button close;

  /**
   * @param toComposer gives the keyboard back
   */
  ComposerBar(ComposerModel model, Runnable toComposer) {
    getStyleClass().add("composer-bar");
    Runnable stop =
        () -> {
          model.cancel();
          toComposer.run();
        };
    save = Controls.button(Texts.of("view.composer.save"), model::send, "compact", "accent");
    save.disableProperty().bind(model.canSendProperty().not());
    cancel = Controls.button(Texts.of("view.cancel"), stop, "compact");
    close = Controls.iconButton(Feather.X, Texts.of("view.composer.stopReply"), stop);
    close.getStyleClass().add("small");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Controls.folding(this);
    model.modeProperty().subscribe(this::show);
  }

  private void show(ComposerMode mode) {
    switch (mode) {
      case ComposerMode.Writing _ -> setVisible(false);
      case ComposerMode.Replying replying -> {
        Quote to = replying.to();
        title.setText(
            to.name().isEmpty()
                ? Texts.of("view.composer.replying")
                : Texts.of("view.composer.replyingTo", to.name()));
        words.show(QuoteLine.words(to));
        getChildren().setAll(Icons.of(Feather.CORNER_UP_LEFT), title, words, close);
        setVisible(true);
      }
      case ComposerMode.Editing editing -> {
        title.setText(Texts.of("view.composer.editing"));
        words.show(Quote.of(editing.message()).text());
        getChildren().setAll(Icons.of(Feather.EDIT_2), title, words, cancel, save);
        setVisible(true);
      }
    }
  }
}
