package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.EmptyState;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.PeopleSearch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Picks people by typing part of their names: Enter takes the first who fits, or finishes when
 * nothing is typed; Backspace in the empty field takes the last one back.
 */
public final class PeoplePicker extends VBox {
  private final PeopleSearch search;
  private final Runnable finish;
  private final FlowPane chips = Controls.folding(new FlowPane());
  private final TextField field = new TextField();
  private final ListView<Person> list = new ListView<>();
  private final StackPane middle = new StackPane();

  /**
   * @param prompt what to type
   * @param finish Enter was pressed with nothing typed
   */
  public PeoplePicker(PeopleSearch search, String prompt, Runnable finish) {
    this.search = search;
    this.finish = finish;
    getStyleClass().add("people-picker");
    chips.getStyleClass().add("chips");
    middle.getStyleClass().add("picker-middle");
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(chips, field, middle);
    buildField(prompt);
    buildList();
    search.picked().subscribe(this::showPicked);
    search.stateProperty().subscribe(this::showFound);
    showPicked();
    showFound();
  }

  public TextField field() {
    return field;
  }

  private void buildField(String prompt) {
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.getStyleClass().add("picker-field");
    field.textProperty().bindBidirectional(search.queryProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::fieldKey);
  }

  private void fieldKey(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> {
        if (field.getText().isBlank()) {
          finish.run();
        } else if (!search.found().isEmpty()) {
          search.pick(search.found().getFirst());
        }
      }
      case BACK_SPACE -> {
        if (!field.getText().isEmpty() || search.picked().isEmpty()) {
          return;
        }
        search.unpick(search.picked().getLast());
      }
      case DOWN -> {
        if (search.found().isEmpty()) {
          return;
        }
        list.requestFocus();
        list.getSelectionModel().selectFirst();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void buildList() {
    list.getStyleClass().add("people-list");
    list.setAccessibleText(Texts.of("view.people"));
    list.setItems(search.found());
    list.setCellFactory(view -> cell());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            pick(list.getSelectionModel().getSelectedItem());
            event.consume();
          }
        });
  }

  private PersonCell cell() {
    PersonCell cell = new PersonCell();
    cell.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
            pick(cell.getItem());
          }
        });
    return cell;
  }

  private void pick(Person person) {
    if (person != null) {
      search.pick(person);
      field.requestFocus();
    }
  }

  private void showPicked() {
    chips.getChildren().setAll(search.picked().stream().map(this::chip).toList());
    chips.setVisible(!search.picked().isEmpty());
    field.setDisable(search.isFull());
  }

  private Node chip(Person person) {
    Button chip = new Button(person.name(), Icons.of(Feather.X));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().add("chip");
    chip.setAccessibleText(Texts.of("view.picker.remove", person.name()));
    chip.setOnAction(
        event -> {
          search.unpick(person);
          field.requestFocus();
        });
    return chip;
  }

  private void showFound() {
    middle
        .getChildren()
        .setAll(
            switch (search.stateProperty().get()) {
              case LOADING -> Controls.label(Texts.of("view.picker.loading"), "muted");
              case READY -> list;
              case EMPTY ->
                  EmptyState.of(
                      Feather.USERS,
                      Texts.of(
                          field.getText().isBlank() ? "view.picker.nobody" : "view.picker.none"),
                      Texts.of("view.picker.none.text"));
              case FAILED ->
                  EmptyState.of(
                      Feather.ALERT_TRIANGLE,
                      Texts.of("view.picker.failed"),
                      search.problemProperty().get(),
                      Controls.button(Texts.of("view.history.tryAgain"), search::refresh));
            });
  }
}
