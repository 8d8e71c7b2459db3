package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.Company;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Chooses whom to talk with: one person, or a few. */
public final class NewDirectView extends VBox {
  private final Company company;
  private final PeoplePicker picker;
  private final Button open;

  /**
   * @param close takes this view away
   */
  public NewDirectView(Company company, Runnable close) {
    this.company = company;
    getStyleClass().addAll("dialog", "new-direct");
    open =
        Controls.button(Texts.of("view.newDirect.open"), () -> company.openPicked(close), "accent");
    picker = new PeoplePicker(company.search(), Texts.of("view.newDirect.prompt"), open::fire);
    VBox.setVgrow(picker, Priority.ALWAYS);
    getChildren()
        .addAll(
            Dialog.head(Texts.of("view.newDirect"), close),
            picker,
            Dialog.problem(company.problemProperty()),
            Dialog.foot(open));
    company.search().picked().subscribe(this::show);
    show();
  }

  /** Starts anew. */
  public void open() {
    company.choose();
    picker.field().requestFocus();
  }

  private void show() {
    ObservableList<?> picked = company.search().picked();
    open.setDisable(picked.isEmpty());
  }
}
