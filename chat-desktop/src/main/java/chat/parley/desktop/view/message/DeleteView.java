package chat.parley.desktop.view.message;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.MessageModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks whether a message shall be deleted. */
public final class DeleteView extends VBox {
  private final Button delete;

  private DeleteView(MessageItem message, MessageModel messages, Dialogs dialogs) {
    getStyleClass().addAll("dialog", "message-dialog");
    setMaxHeight(USE_PREF_SIZE);
    Label title = Controls.label(Texts.of("view.delete.title"), "title");
    Label text = Controls.label(Quote.of(message).text(), "quoted-text");
    text.setMaxWidth(Double.MAX_VALUE);
    Label sentence = Controls.label(Texts.of("view.delete.text"), "muted");
    RightToLeft.fold(sentence);
    delete =
        Controls.button(
            Texts.of("view.message.delete"),
            () -> {
              messages.answer(true);
              dialogs.close();
            },
            "danger-button");
    Button keep = Controls.button(Texts.of("view.cancel"), dialogs::close);
    HBox foot = new HBox(Controls.spacer(), keep, delete);
    foot.getStyleClass().add("dialog-foot");
    getChildren().addAll(title, text, sentence, foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // However the dialog ends, the question is answered.
    sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && messages.askedProperty().get() == message) {
                messages.answer(false);
              }
            });
  }

  /** Enter says yes, unless the keyboard is on no. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && delete.isFocused()) {
      delete.fire();
      event.consume();
    }
  }

  /** Opens the question whenever somebody wants to delete a message. */
  public static void listen(MessageModel messages, Dialogs dialogs) {
    messages
        .askedProperty()
        .subscribe(
            message -> {
              if (message != null) {
                DeleteView view = new DeleteView(message, messages, dialogs);
                dialogs.open(view, view.delete::requestFocus);
              }
            });
  }
}
