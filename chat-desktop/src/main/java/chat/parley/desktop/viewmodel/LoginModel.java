package chat.parley.desktop.viewmodel;

import chat.parley.client.BadAddress;
import chat.parley.client.ServerAddress;
import chat.parley.model.Names;
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
  /** Does what the form asks for. */
  interface Entrance {
    void enter(ServerAddress address, String name);

    void giveUp();
  }

  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ObservableList<String> recentAddresses = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper nameProblem =
      new ReadOnlyStringWrapper(this, "nameProblem", "");
  private final ReadOnlyBooleanWrapper canSubmit = new ReadOnlyBooleanWrapper(this, "canSubmit");
  private final Entrance entrance;

  LoginModel(Entrance entrance) {
    this.entrance = entrance;
    name.addListener((_, _, _) -> judge());
    address.addListener((_, _, _) -> judge());
    judge();
  }

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

  public void submit() {
    if (!canSubmit.get()) {
      return;
    }
    problem.set("");
    ServerAddress server;
    try {
      server = ServerAddress.parse(address.get());
    } catch (BadAddress e) {
      problem.set(e.sentence());
      return;
    }
    busy.set(true);
    judge();
    entrance.enter(server, Names.clean(name.get()));
  }

  /** Gives up the try that is under way. */
  public void cancel() {
    if (busy.get()) {
      entrance.giveUp();
      ended("");
    }
  }

  /** Fills the form with what was used last. */
  void remember(Preferences preferences) {
    recentAddresses.setAll(preferences.addresses());
    name.set(preferences.name());
    if (!recentAddresses.isEmpty()) {
      address.set(recentAddresses.getFirst());
    }
  }

  /**
   * The try is over.
   *
   * @param sentence why it did not work; empty when it did
   */
  void ended(String sentence) {
    busy.set(false);
    problem.set(sentence);
    judge();
  }

  private void judge() {
    String clean = Names.clean(name.get());
    String wrong = Names.problemWithUser(clean).orElse("");
    nameProblem.set(clean.isEmpty() ? "" : wrong);
    canSubmit.set(wrong.isEmpty() && !address.get().isBlank() && !busy.get());
  }
}
