package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.emoji.EmojiPicker;
import chat.parley.desktop.view.emoji.EmojiSign;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.people.StatusModel;
import chat.parley.desktop.viewmodel.people.StatusModel.Expiry;
import chat.parley.desktop.viewmodel.people.StatusModel.Suggestion;
import chat.parley.model.Status;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Says what others shall know about me, and for how long. */
public final class StatusView extends VBox {
  private final StatusModel status;
  private final Button emoji;
  private final TextField text = new TextField();
  private final ComboBox<Expiry> expiry = new ComboBox<>();

  /**
   * @param close takes this view away
   */
  public StatusView(StatusModel status, EmojiModel all, Runnable close) {
    this.status = status;
    emoji = emojiButton(all);
    getStyleClass().addAll("dialog", "my-status");
    setMaxHeight(USE_PREF_SIZE);
    buildFields(close);
    HBox words = new HBox(emoji, text);
    words.getStyleClass().add("status-fields");
    HBox.setHgrow(text, Priority.ALWAYS);
    VBox suggestions = new VBox();
    suggestions.getStyleClass().add("suggestions");
    StatusModel.suggestions().forEach(one -> suggestions.getChildren().add(line(one)));
    Button clear =
        Controls.folding(
            Controls.button(Texts.of("view.status.clear"), () -> status.clear(close), "secondary"));
    clear.visibleProperty().bind(status.statusProperty().isNotNull());
    Button save = Controls.button(Texts.of("view.status.save"), () -> status.save(close), "accent");
    save.setId("save-status");
    getChildren()
        .addAll(
            Dialog.head(Texts.of("view.status.title"), close),
            words,
            suggestions,
            Dialog.field(Texts.of("view.status.expiry"), expiry),
            Dialog.problem(status.problemProperty()),
            Dialog.foot(clear, save));
  }

  /** Starts with what is said now. */
  public void open() {
    status.edit();
    text.requestFocus();
    text.selectAll();
  }

  private void buildFields(Runnable close) {
    text.setId("status-text");
    text.textProperty().bindBidirectional(status.textProperty());
    text.setPromptText(Texts.of("view.status.prompt"));
    text.setAccessibleText(Texts.of("view.status.prompt"));
    text.setOnAction(event -> status.save(close));
    expiry.getItems().setAll(Expiry.values());
    expiry.valueProperty().bindBidirectional(status.expiryProperty());
    expiry.setMaxWidth(Double.MAX_VALUE);
    expiry.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Expiry one) {
            return one == null ? "" : StatusWords.of(one);
          }

          @Override
          public Expiry fromString(String words) {
            return Expiry.NEVER;
          }
        });
  }

  /** Opens the picker; Backspace takes the emoji away. */
  private Button emojiButton(EmojiModel all) {
    Node none = Icons.of(Feather.SMILE);
    EmojiSign sign = new EmojiSign();
    Button button = new Button();
    button.setId("status-emoji");
    button.getStyleClass().add("emoji-field");
    button.setOnAction(
        event -> EmojiPicker.show(button, all, one -> status.emojiProperty().set(one)));
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.DELETE) {
            status.emojiProperty().set("");
          }
        });
    status
        .emojiProperty()
        .subscribe(
            now -> {
              sign.show(now);
              button.setGraphic(now.isEmpty() ? none : sign);
              button.setAccessibleText((Texts.of("view.status.emoji") + " " + now).strip());
            });
    return button;
  }

  private Node line(Suggestion suggestion) {
    EmojiSign icon = new EmojiSign();
    icon.show(suggestion.emoji());
    Label words = Controls.label(suggestion.text());
    Label until = Controls.label(StatusWords.of(suggestion.expiry()), "caption");
    HBox line = new HBox(icon, words, until);
    line.getStyleClass().add("suggestion-line");
    Button button =
        Controls.button(
            "",
            () -> {
              status.choose(suggestion);
              text.requestFocus();
              text.end();
            },
            "line-button");
    button.setGraphic(line);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setAccessibleText(
        new Status(suggestion.emoji(), suggestion.text(), 0).text() + ", " + until.getText());
    return button;
  }
}
