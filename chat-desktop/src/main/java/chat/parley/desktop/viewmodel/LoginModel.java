package chat.parley.desktop.viewmodel;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The first screen: who, and on which server. */
public final class LoginModel {
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ObservableList<String> recentAddresses = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper nameProblem =
      new ReadOnlyStringWrapper(this, "nameProblem", "");
  private final ReadOnlyBooleanWrapper canSubmit = new ReadOnlyBooleanWrapper(this, "canSubmit");

  LoginModel() {}

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty addressProperty() {
    return address;
  }

  /** Addresses that worked before, the latest first. */
  public ObservableList<String> recentAddresses() {
    return recentAddresses;
  }

  /** Whether a try is under way; {@link #cancel()} ends it. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why the last try did not work, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is wrong with the name as typed so far; empty when it may be used or is empty. */
  public ReadOnlyStringProperty nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canSubmitProperty() {
    return canSubmit.getReadOnlyProperty();
  }

  public void submit() {}

  /** Gives up the try that is under way. */
  public void cancel() {}
}
