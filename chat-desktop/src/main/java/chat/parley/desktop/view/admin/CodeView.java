package chat.parley.desktop.view.admin;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.view.look.Dialogs;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Shows a code that is told once. Nothing keeps it when this is closed. */
final class CodeView extends VBox {
  private final Button copy;

  private CodeView(String title, String sentence, String code, Dialogs dialogs) {
    getStyleClass().addAll("dialog", "words");
    setMaxHeight(USE_PREF_SIZE);
    TextField field = new TextField(code);
    field.setId("code");
    field.setEditable(false);
    field.getStyleClass().add("admin-code");
    field.setAccessibleText(Texts.of("view.admin.code"));
    HBox.setHgrow(field, Priority.ALWAYS);
    copy = new Button(Texts.of("view.admin.copy"), Icons.of(Feather.COPY));
    copy.setId("code-copy");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(
        event -> {
          Copied.text(code);
          copy.setText(Texts.of("view.admin.copied"));
        });
    HBox line = new HBox(field, copy);
    line.getStyleClass().add("admin-line");
    getChildren()
        .addAll(
            Dialog.head(title, dialogs::close),
            line,
            Lines.folding(sentence, "muted"),
            Dialog.foot(Controls.button(Texts.of("view.close"), dialogs::close, "accent")));
  }

  static void open(String title, String sentence, String code, Dialogs dialogs) {
    CodeView view = new CodeView(title, sentence, code, dialogs);
    dialogs.open(view, view.copy::requestFocus);
  }
}
