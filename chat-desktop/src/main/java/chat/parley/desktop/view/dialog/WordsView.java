package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.viewmodel.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for one line before something is done, such as a reason. */
public final class WordsView extends VBox {
  private final TextField words = new TextField();
  private final Button act;
  private final Dialogs dialogs;

  /**
   * @param field the name of what is asked for
   * @param longest in UTF-16 units; more cannot be done with
   * @param action takes what was written, which may be empty
   */
  public WordsView(
      String title,
      String field,
      int longest,
      String button,
      Consumer<String> action,
      Dialogs dialogs) {
    this.dialogs = dialogs;
    getStyleClass().addAll("dialog", "words");
    setMaxHeight(USE_PREF_SIZE);
    words.setId("words");
    act =
        Controls.button(
            button,
            () -> {
              dialogs.close();
              action.accept(words.getText().strip());
            },
            "accent");
    act.setId("words-do");
    act.disableProperty().bind(Bindings.length(words.textProperty()).greaterThan(longest));
    words.setOnAction(event -> act.fire());
    getChildren()
        .addAll(
            Dialog.head(title, dialogs::close),
            Dialog.field(field, words),
            Dialog.foot(
                Controls.button(Texts.of("view.cancel"), dialogs::close, "secondary"), act));
  }

  /** Something to change; it cannot be left empty then. */
  public WordsView startingWith(String text) {
    words.setText(text);
    act.disableProperty().unbind();
    act.disableProperty().bind(words.textProperty().map(String::isBlank));
    return this;
  }

  public void open() {
    dialogs.open(
        this,
        () -> {
          words.requestFocus();
          words.selectAll();
        });
  }
}
