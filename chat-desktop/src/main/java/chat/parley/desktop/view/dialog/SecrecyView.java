package chat.parley.desktop.view.dialog;

import chat.parley.client.Secrecy;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Copied;
import chat.parley.desktop.view.look.KeyPlate;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.SecrecyModel;
import chat.parley.desktop.viewmodel.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says who else can know what is said on a server, and by which key it is known. */
public final class SecrecyView extends VBox {
  private final Button done;

  public SecrecyView(SecrecyModel model, Runnable close) {
    getStyleClass().addAll("dialog", "secrecy");
    setMaxHeight(USE_PREF_SIZE);
    done = Controls.button(Texts.of("view.close"), close, "secondary");
    getChildren().add(Dialog.head(Texts.of("view.secrecy.title"), close));
    switch (model.secrecyProperty().get()) {
      case null -> getChildren().add(words(Texts.of("view.secrecy.unknown")));
      case Secrecy.Open _ -> getChildren().add(words(Texts.of("view.secrecy.open")));
      case Secrecy.Encrypted encrypted ->
          getChildren()
              .addAll(
                  words(Texts.of("view.secrecy.encrypted")),
                  new KeyPlate(Texts.of("view.secrecy.key"), encrypted.key().words()),
                  words(Texts.of("view.secrecy.compare")));
      case Secrecy.Withheld withheld ->
          getChildren()
              .addAll(
                  words(Texts.of("view.secrecy.withheld")),
                  words(Texts.of("view.secrecy.withheld.do")),
                  new KeyPlate(Texts.of("view.key.known"), withheld.known().words()));
      case Secrecy.KeyChanged changed ->
          getChildren()
              .addAll(
                  words(Texts.of("view.secrecy.changed")),
                  new KeyPlate(Texts.of("view.key.known"), changed.known().words()),
                  new KeyPlate(Texts.of("view.key.shown"), changed.shown().words()));
    }
    HBox foot = Dialog.foot(done);
    String invitation = model.invitation();
    if (invitation != null) {
      foot.getChildren().addFirst(copy(invitation));
    }
    getChildren().add(foot);
  }

  private static Button copy(String invitation) {
    Button copy = Controls.button(Texts.of("view.secrecy.invite"), () -> {}, "secondary");
    copy.setId("copy-invitation");
    copy.setOnAction(
        event -> {
          Copied.text(invitation);
          copy.setText(Texts.of("view.secrecy.invited"));
        });
    return copy;
  }

  public void open() {
    done.requestFocus();
  }

  private static Label words(String text) {
    Label label = Controls.label(text);
    RightToLeft.fold(label);
    return label;
  }
}
