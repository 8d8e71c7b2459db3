package chat.parley.desktop.view;

import chat.parley.desktop.view.dialog.Dialog;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.KeyPlate;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.KeyQuestion;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Takes the place of everything else while a server shows another key than before. */
final class KeyQuestionView extends StackPane {
  private final Button stay;

  KeyQuestionView(KeyQuestion question) {
    getStyleClass().addAll("login", "key-question");
    StackPane mark = new StackPane(Icons.of(Feather.SHIELD_OFF));
    mark.getStyleClass().addAll("login-mark", "danger");
    stay = Controls.button(Texts.of("view.key.stay"), question::stayAway, "accent");
    stay.setId("key-stay");
    stay.setCancelButton(true);
    TextField typed = new TextField();
    typed.setId("key-typed");
    typed.textProperty().bindBidirectional(question.typedProperty());
    typed.setOnAction(event -> question.trust());
    VBox card =
        new VBox(
            mark,
            words(Texts.of("view.key.title", question.address()), "display"),
            words(Texts.of("view.key.sentence"), "muted"),
            new KeyPlate(Texts.of("view.key.known"), question.known()),
            new KeyPlate(Texts.of("view.key.shown"), question.shown()),
            causes(),
            words(Texts.of("view.key.advice"), "key-advice"),
            Dialog.field(Texts.of("view.key.type", question.word()), typed),
            buttons(question));
    card.getStyleClass().add("login-card");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    card.setMinHeight(Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(new StackPane(card));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("quiet-scroll");
    getChildren().add(scroll);
  }

  /** To the button that does no harm. */
  void takeKeyboard() {
    applyCss(); // only then is the card in the scene
    stay.requestFocus();
  }

  private static VBox causes() {
    VBox causes =
        new VBox(
            Controls.label(Texts.of("view.key.causes"), "field-label"),
            cause("view.key.cause.anew"),
            cause("view.key.cause.address"),
            cause("view.key.cause.attack"));
    causes.getStyleClass().add("key-causes");
    return causes;
  }

  private static Label cause(String key) {
    Label cause = words(Texts.of(key), "key-cause");
    cause.setGraphic(Icons.of(Feather.CHEVRON_RIGHT));
    return cause;
  }

  private HBox buttons(KeyQuestion question) {
    Button trust = Controls.button(Texts.of("view.key.trust"), question::trust, "danger-button");
    trust.setId("key-trust");
    trust.disableProperty().bind(question.canTrustProperty().not());
    HBox buttons = new HBox(stay, Controls.spacer(), trust);
    buttons.getStyleClass().add("login-buttons");
    return buttons;
  }

  private static Label words(String text, String styleClass) {
    Label label = Controls.label(text, styleClass);
    RightToLeft.fold(label);
    return label;
  }
}
