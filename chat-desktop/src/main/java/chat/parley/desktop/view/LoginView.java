package chat.parley.desktop.view;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.LoginModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.beans.value.ObservableValue;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The first screen: one card that asks for a name and a server. */
final class LoginView extends StackPane {
  private final LoginModel model;
  private final TextField name = new TextField();
  private final ComboBox<String> address = new ComboBox<>();

  LoginView(LoginModel model) {
    this.model = model;
    getStyleClass().add("login");
    StackPane mark = new StackPane(Icons.of(Feather.MESSAGE_CIRCLE));
    mark.getStyleClass().add("login-mark");
    Label title = Controls.label(Texts.of("view.login.title"), "display");
    Label sentence = Controls.label(Texts.of("view.login.sentence"), "muted");
    RightToLeft.fold(sentence);
    VBox card = new VBox(mark, title, sentence, nameField(), addressField(), problem(), buttons());
    card.getStyleClass().add("login-card");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    getChildren().add(card);
  }

  /** To the first field that is empty, or to the button when nothing is missing. */
  void takeKeyboard() {
    if (name.getText().isBlank()) {
      name.requestFocus();
    } else if (address.getEditor().getText().isBlank()) {
      address.requestFocus();
    } else {
      name.requestFocus();
      name.selectAll();
    }
  }

  private Node nameField() {
    name.setId("login-name");
    name.textProperty().bindBidirectional(model.nameProperty());
    name.disableProperty().bind(model.busyProperty());
    name.setOnAction(event -> model.submit());
    Label wrong = sentence(model.nameProblemProperty(), "field-problem");
    return field("view.login.name", name, wrong);
  }

  private Node addressField() {
    address.setId("login-address");
    address.setEditable(true);
    address.setMaxWidth(Double.MAX_VALUE);
    address.setItems(model.recentAddresses());
    address.getEditor().textProperty().bindBidirectional(model.addressProperty());
    address.getEditor().setPromptText(Texts.of("view.login.address.prompt"));
    address.disableProperty().bind(model.busyProperty());
    address.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !address.isShowing()) {
            model.submit();
            event.consume();
          }
        });
    Label hint = Controls.label(Texts.of("view.login.address.hint"), "caption");
    RightToLeft.fold(hint);
    return field("view.login.address", address, hint);
  }

  private static VBox field(String labelKey, Node control, Label below) {
    Label label = Controls.label(Texts.of(labelKey), "field-label");
    label.setLabelFor(control);
    control.setAccessibleText(label.getText());
    VBox field = new VBox(label, control, below);
    field.getStyleClass().add("field");
    return field;
  }

  private Node problem() {
    Label words = sentence(model.problemProperty(), "login-problem");
    words.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
    return words;
  }

  private static Label sentence(ObservableValue<String> text, String styleClass) {
    Label label = Controls.folding(Controls.label("", styleClass));
    RightToLeft.fold(label);
    label.textProperty().bind(text);
    label.visibleProperty().bind(text.map(words -> !words.isEmpty()));
    return label;
  }

  private Node buttons() {
    Button join = Controls.button("", model::submit, "accent");
    join.setId("login-join");
    join.setDefaultButton(true);
    join.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(join, Priority.ALWAYS);
    join.disableProperty().bind(model.canSubmitProperty().not());
    join.textProperty()
        .bind(
            model
                .busyProperty()
                .map(busy -> Texts.of(busy ? "view.login.joining" : "view.login.join")));
    Button cancel =
        Controls.folding(Controls.button(Texts.of("view.cancel"), model::cancel, "secondary"));
    cancel.visibleProperty().bind(model.busyProperty());
    cancel.setCancelButton(true);
    HBox buttons = new HBox(join, cancel);
    buttons.getStyleClass().add("login-buttons");
    return buttons;
  }
}
