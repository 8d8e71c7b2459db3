package chat.parley.desktop.view.dialog;

import chat.parley.desktop.viewmodel.Person;
import javafx.scene.control.ListCell;

/** A person in a list. */
public class PersonCell extends ListCell<Person> {
  private final PersonLine line = new PersonLine();

  public PersonCell() {
    getStyleClass().add("person-cell");
    setPrefWidth(0); // As wide as the list, however long a name is.
  }

  @Override
  protected void updateItem(Person person, boolean empty) {
    super.updateItem(person, empty);
    if (empty || person == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    line.show(person);
    setAccessibleText(PersonLine.spoken(person));
    setGraphic(line);
  }
}
