package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.RightToLeft;
import chat.parley.desktop.viewmodel.Texts;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A text under its name that can be changed where it stands. Enter saves, Shift+Enter breaks the
 * line where lines are allowed, Escape gives up.
 */
final class EditableText extends VBox {
  private final BooleanProperty allowed = new SimpleBooleanProperty(this, "allowed");
  private final Label words = Controls.label("", "about-words");
  private final TextArea area = new TextArea();
  private final Button edit;
  private final HBox buttons;
  private final String emptyWords;
  private final boolean lines;
  private final Consumer<String> save;
  private String text = "";

  /**
   * @param key names the texts: title, and what stands where there is none
   * @param lines whether it may have several
   */
  EditableText(String key, boolean lines, Consumer<String> save) {
    this.lines = lines;
    this.save = save;
    emptyWords = Texts.of(key + ".empty");
    getStyleClass().add("editable");
    Label title = Controls.label(Texts.of(key), "section-title");
    edit =
        Controls.folding(Controls.iconButton(Feather.EDIT_2, Texts.of(key + ".edit"), this::edit));
    edit.getStyleClass().add("tiny");
    HBox head = new HBox(title, Controls.spacer(), edit);
    head.getStyleClass().add("editable-head");
    RightToLeft.fold(words);
    area.setAccessibleText(title.getText());
    area.setPrefRowCount(lines ? 5 : 2);
    area.setWrapText(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.textProperty().subscribe(now -> area.setWrapText(RightToLeft.folds(now)));
    buttons =
        new HBox(
            Controls.button(Texts.of("view.save"), this::done, "accent", "compact"),
            Controls.button(Texts.of("view.cancel"), this::stop, "compact"));
    buttons.getStyleClass().add("editable-buttons");
    getChildren().addAll(head, words);
    edit.visibleProperty().bind(allowed);
  }

  /** Whether it may be changed. */
  BooleanProperty allowedProperty() {
    return allowed;
  }

  void show(String now) {
    text = now;
    words.setText(now.isEmpty() ? emptyWords : now);
    stop();
  }

  private void edit() {
    area.setText(text);
    getChildren().remove(words);
    if (!getChildren().contains(area)) {
      getChildren().addAll(area, buttons);
    }
    area.requestFocus();
    area.end();
  }

  private void done() {
    String now = area.getText().strip();
    stop();
    if (!now.equals(text)) {
      save.accept(lines ? now : now.replaceAll("\\s+", " "));
    }
  }

  private void stop() {
    boolean focused = area.isFocused();
    getChildren().removeAll(area, buttons);
    if (!getChildren().contains(words)) {
      getChildren().add(words);
    }
    if (focused) {
      edit.requestFocus();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      stop();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      if (lines && event.isShiftDown()) {
        area.replaceSelection("\n");
      } else {
        done();
      }
      event.consume();
    }
  }
}
