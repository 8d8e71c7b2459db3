package chat.parley.desktop.viewmodel;

import chat.parley.model.RoomListing;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rooms there are, for joining one or making another. */
public final class DirectoryModel {
  /** What the list is about. */
  public enum State {
    LOADING,
    READY,
    /** The filter fits no room, or there is none. */
    EMPTY,
    /** See {@link #problemProperty()}. */
    FAILED
  }

  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObservableList<RoomListing> listings = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.LOADING);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper nameProblem =
      new ReadOnlyStringWrapper(this, "nameProblem", "");

  DirectoryModel() {}

  /** What the person types to find a room, and the name of the one {@link #create()} makes. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The rooms that fit the filter, by name. */
  public ObservableList<RoomListing> listings() {
    return listings;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What went wrong with the last step, one sentence; empty when nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Why a room cannot have the name in the filter field; empty when it can, or nothing is typed.
   */
  public ReadOnlyStringProperty nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  /** Asks the server again. */
  public void refresh() {}

  /** Becomes a member and selects the room; {@code done} runs when that worked. */
  public void join(RoomListing listing, Runnable done) {}

  /** Makes a room named as the filter says, and selects it; {@code done} runs when that worked. */
  public void create(Runnable done) {}
}
