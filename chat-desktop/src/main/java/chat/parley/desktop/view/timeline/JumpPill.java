package chat.parley.desktop.view.timeline;

import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** Leads back to the newest message, and says what has come meanwhile. */
final class JumpPill extends Button {
  private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");

  JumpPill(Runnable jump) {
    getStyleClass().add("jump-pill");
    setGraphic(Icons.of(Feather.ARROW_DOWN));
    setOnAction(event -> jump.run());
    show(0, 0);
  }

  void show(int newBelow, int mentionsBelow) {
    setText(
        newBelow == 0
            ? Texts.of("view.jump.latest")
            : mentionsBelow == 0
                ? Texts.of("view.jump.new", newBelow)
                : Texts.of("view.jump.mentions", newBelow, mentionsBelow));
    pseudoClassStateChanged(MENTION, mentionsBelow > 0);
  }
}
