package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for the name of a heading in the sidebar. */
public final class SectionNameView extends VBox {
  private final TextField name = new TextField();
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

  /**
   * @param title what the name is for
   * @param action takes the name, and answers what is wrong with it, or nothing
   * @param close takes this view away
   */
  public SectionNameView(
      String title, String before, String button, UnaryOperator<String> action, Runnable close) {
    getStyleClass().addAll("dialog", "section-name");
    setMaxHeight(USE_PREF_SIZE);
    name.setText(before);
    name.setId("section-name");
    Button save =
        Controls.button(
            button,
            () -> {
              problem.set(action.apply(name.getText()));
              if (problem.get().isEmpty()) {
                close.run();
              }
            },
            "accent");
    name.setOnAction(event -> save.fire());
    name.textProperty().subscribe(() -> problem.set(""));
    getChildren()
        .addAll(
            Dialog.head(title, close),
            Dialog.field(Texts.of("view.section.name"), name),
            Dialog.problem(problem),
            Dialog.foot(Controls.button(Texts.of("view.cancel"), close, "secondary"), save));
  }

  public void open() {
    name.requestFocus();
    name.selectAll();
  }
}
