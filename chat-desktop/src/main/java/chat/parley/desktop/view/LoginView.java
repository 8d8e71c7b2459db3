package chat.parley.desktop.view;

import chat.parley.desktop.view.finding.FoundServersView;
import chat.parley.desktop.view.finding.HostLine;
import chat.parley.desktop.view.finding.WhyView;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.LoginModel;
import chat.parley.desktop.viewmodel.LoginModel.Way;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.finding.FindingModel;
import chat.parley.desktop.viewmodel.finding.FoundItem;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The first screen: one card that asks for a name and a server. */
final class LoginView extends StackPane {
  private final LoginModel model;
  private final TextField name = new TextField();
  private final ComboBox<String> address = new ComboBox<>();
  private final PasswordField password = new PasswordField();
  private final Button join = new Button();

  private final FindingModel finding;
  private final FoundServersView found;
  private final HostLine host;
  private final VBox card;
  private final ScrollPane scroll = new ScrollPane();
  private final StackPane form;

  LoginView(LoginModel model, FindingModel finding, HostingModel hosting) {
    this.model = model;
    this.finding = finding;
    getStyleClass().add("login");
    StackPane mark = new StackPane(Icons.of(Feather.MESSAGE_CIRCLE));
    mark.getStyleClass().add("login-mark");
    Label title = Controls.label("", "display");
    RightToLeft.fold(title);
    finding.chosenProperty().subscribe(server -> title.setText(titleFor(server)));
    Label sentence = Controls.label(Texts.of("view.login.sentence"), "muted");
    RightToLeft.fold(sentence);
    found = new FoundServersView(finding, this::showWhy, this::goOn);
    host = new HostLine(hosting, hosting::start);
    card =
        new VBox(
            mark,
            title,
            sentence,
            found,
            nameField(),
            addressField(),
            way(),
            passwordField(),
            codeField(),
            problem(),
            buttons(),
            host);
    card.getStyleClass().add("login-card");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    card.setMinHeight(Region.USE_PREF_SIZE);
    // With large text the card may be higher than the window.
    form = new StackPane(card);
    scroll.setContent(form);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("quiet-scroll");
    getChildren().add(scroll);
    finding.noneProperty().subscribe(this::placeHost);
    finding.chosenProperty().subscribe(this::chosen);
  }

  private static String titleFor(@Nullable FoundItem server) {
    return server == null
        ? Texts.of("view.login.title")
        : Texts.of("view.login.title.chosen", server.name());
  }

  /** Where there is no office yet, to start one is what somebody came for. */
  private void placeHost(boolean nobody) {
    host.beWanted(nobody);
    if (!host.isFocusWithin()) {
      card.getChildren().remove(host);
      card.getChildren()
          .add(nobody ? card.getChildren().indexOf(found) + 1 : card.getChildren().size(), host);
    }
  }

  /** The only server there is was chosen by itself: one press is left to who has a name. */
  private void chosen(@Nullable FoundItem server) {
    boolean untouched = name.isFocused() && name.getSelectedText().equals(name.getText());
    if (server != null && untouched && !name.getText().isBlank()) {
      goOn();
    }
  }

  private void showWhy() {
    var why = new WhyView(finding, this::closeWhy);
    scroll.setContent(new StackPane(why));
    finding.check();
    why.takeKeyboard();
  }

  private void closeWhy() {
    scroll.setContent(form);
    takeKeyboard();
  }

  /** A server was chosen: to what is still missing, or to the button. */
  private void goOn() {
    if (name.getText().isBlank()) {
      name.requestFocus();
    } else if (model.wayProperty().get() != Way.GUEST) {
      password.requestFocus();
    } else {
      join.requestFocus();
    }
  }

  /** To the first field that is empty, or to the button when nothing is missing. */
  void takeKeyboard() {
    // Until its skin is made, what is in a ScrollPane is in no scene and cannot have it.
    // A ComboBox that was not laid out since forgets what is put into it meanwhile.
    applyCss();
    layout();
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

  /** Three that stand beside each other, the one that is taken filled. */
  private Node way() {
    var group = new ToggleGroup();
    HBox ways = new HBox();
    ways.getStyleClass().add("login-ways");
    for (Way one : Way.values()) {
      ToggleButton button = new ToggleButton(words(one));
      button.setId("way-" + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      button.getStyleClass().add("day-toggle");
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(
          event -> {
            model.wayProperty().set(one);
            button.setSelected(true); // a second press takes nothing away
            if (one != Way.GUEST) {
              password.requestFocus();
            }
          });
      model.wayProperty().subscribe(now -> button.setSelected(now == one));
      button.disableProperty().bind(model.busyProperty());
      ways.getChildren().add(button);
    }
    return ways;
  }

  private static String words(Way way) {
    return switch (way) {
      case GUEST -> Texts.of("view.login.way.guest");
      case ACCOUNT -> Texts.of("view.login.way.account");
      case NEW_ACCOUNT -> Texts.of("view.login.way.new_account");
    };
  }

  private Node passwordField() {
    password.setId("login-password");
    password.textProperty().bindBidirectional(model.passwordProperty());
    password.disableProperty().bind(model.busyProperty());
    password.setOnAction(event -> model.submit());
    Label hint = Controls.folding(Controls.label(Texts.of("view.login.password.hint"), "caption"));
    hint.visibleProperty().bind(model.wayProperty().isEqualTo(Way.NEW_ACCOUNT));
    Node field = Controls.folding(field("view.login.password", password, hint));
    field.visibleProperty().bind(model.wayProperty().isNotEqualTo(Way.GUEST));
    return field;
  }

  private Node codeField() {
    TextField code = new TextField();
    code.setId("login-code");
    code.textProperty().bindBidirectional(model.codeProperty());
    code.disableProperty().bind(model.busyProperty());
    code.setOnAction(event -> model.submit());
    Label hint = Controls.label(Texts.of("view.login.code.hint"), "caption");
    RightToLeft.fold(hint);
    Node field = Controls.folding(field("view.login.code", code, hint));
    field.visibleProperty().bind(model.wayProperty().isEqualTo(Way.NEW_ACCOUNT));
    return field;
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
    join.setOnAction(_ -> model.submit());
    join.getStyleClass().add("accent");
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
    cancel.visibleProperty().bind(model.canCancelProperty());
    cancel.setCancelButton(true);
    HBox buttons = new HBox(join, cancel);
    buttons.getStyleClass().add("login-buttons");
    return buttons;
  }
}
