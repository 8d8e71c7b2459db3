package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.ComposerModel;
import chat.parley.desktop.viewmodel.Texts;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where a message is written. Enter sends it, Shift+Enter breaks the line. */
final class ComposerView extends VBox {
  /** The count appears when so few characters are left. */
  private static final int NEAR_LIMIT = 200;

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final ComposerModel model;
  private final IntConsumer page;
  private final TextArea area = new GrowingArea();
  private final HBox box;
  private final Label count = Controls.folding(Controls.label("", "composer-count"));
  private final Label problem = Controls.folding(Controls.label("", "problem"));

  /**
   * @param page scrolls the messages by so many views
   */
  ComposerView(ComposerModel model, IntConsumer page) {
    this.model = model;
    this.page = page;
    getStyleClass().add("composer");
    Button send = Controls.iconButton(Feather.SEND, Texts.of("view.composer.send"), this::send);
    send.setId("send");
    send.getStyleClass().add("send");
    send.disableProperty().bind(model.canSendProperty().not());
    box = new HBox(area, count, send);
    box.getStyleClass().add("composer-box");
    box.setAlignment(Pos.BOTTOM_LEFT);
    HBox.setHgrow(area, Priority.ALWAYS);
    count.setMinWidth(Region.USE_PREF_SIZE);
    RightToLeft.fold(problem);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    getChildren().addAll(problem, box);
    buildArea();
    model.leftProperty().subscribe(this::showCount);
    model.overProperty().subscribe(this::showCount);
    showCount();
  }

  Node keyboardTarget() {
    return area;
  }

  /** Goes on with something that was typed while the keyboard was elsewhere. */
  void type(String characters) {
    area.requestFocus();
    area.end();
    area.replaceSelection(characters);
  }

  private void buildArea() {
    area.setId("composer");
    area.textProperty().bindBidirectional(model.textProperty());
    area.promptTextProperty().bind(model.placeholderProperty());
    area.accessibleTextProperty().bind(model.placeholderProperty());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.textProperty()
        .subscribe(
            () -> {
              if (area.isFocused()) {
                model.typed();
              }
            });
  }

  private void key(KeyEvent event) {
    boolean plain = !event.isShiftDown() && !event.isControlDown() && !event.isAltDown();
    switch (event.getCode()) {
      case ENTER -> {
        if (event.isShiftDown()) {
          area.replaceSelection("\n");
        } else if (plain) {
          send();
        } else {
          return;
        }
      }
      case PAGE_UP -> page.accept(-1);
      case PAGE_DOWN -> page.accept(1);
      case TAB ->
          area.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void send() {
    model.send();
    area.requestFocus();
  }

  private void showCount() {
    int left = model.leftProperty().get();
    int over = model.overProperty().get();
    box.pseudoClassStateChanged(OVER, over > 0);
    count.pseudoClassStateChanged(OVER, over > 0);
    count.setVisible(left <= NEAR_LIMIT);
    count.setText(
        over > 0 ? Texts.of("view.composer.over", over) : Texts.of("view.composer.left", left));
  }
}
