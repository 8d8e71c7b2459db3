package chat.parley.desktop.viewmodel;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who belongs to the selected room, who of them is here, and who is writing. */
public final class PeopleModel {
  private final ObservableList<Person> people = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper online = new ReadOnlyIntegerWrapper(this, "online");
  private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper(this, "typing", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  PeopleModel() {}

  /** Those who are here first, then by name. */
  public ObservableList<Person> people() {
    return people;
  }

  /** How many are here. */
  public ReadOnlyIntegerProperty onlineProperty() {
    return online.getReadOnlyProperty();
  }

  /** For example "Chen is typing…"; empty when nobody is. */
  public ReadOnlyStringProperty typingProperty() {
    return typing.getReadOnlyProperty();
  }

  /** Why nobody is listed; empty when the list is as the server has it. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
