package chat.parley.desktop.viewmodel.timeline;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages of one room, as far as they are on the screen or near it. */
public final class TimelineModel {
  private final RoomId room;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyStringWrapper topic = new ReadOnlyStringWrapper(this, "topic", "");
  private final ObservableList<TimelineItem> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<TimelineState> state =
      new ReadOnlyObjectWrapper<>(this, "state", TimelineState.LOADING);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper loadingOlder =
      new ReadOnlyBooleanWrapper(this, "loadingOlder");
  private final ReadOnlyBooleanWrapper atStart = new ReadOnlyBooleanWrapper(this, "atStart");
  private final ReadOnlyBooleanWrapper atNewest =
      new ReadOnlyBooleanWrapper(this, "atNewest", true);
  private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper(this, "newBelow");
  private final ReadOnlyIntegerWrapper mentionsBelow =
      new ReadOnlyIntegerWrapper(this, "mentionsBelow");

  public TimelineModel(RoomId room) {
    this.room = room;
  }

  public RoomId room() {
    return room;
  }

  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty topicProperty() {
    return topic.getReadOnlyProperty();
  }

  /** The rows, oldest first. Changes at most once a frame; an arrival is an append. */
  public ObservableList<TimelineItem> items() {
    return items;
  }

  public ReadOnlyObjectProperty<TimelineState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why older messages, or all of them, could not be loaded; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingOlderProperty() {
    return loadingOlder.getReadOnlyProperty();
  }

  /** Whether the first row is the beginning of the log. */
  public ReadOnlyBooleanProperty atStartProperty() {
    return atStart.getReadOnlyProperty();
  }

  /** Whether the last row is the newest there is. */
  public ReadOnlyBooleanProperty atNewestProperty() {
    return atNewest.getReadOnlyProperty();
  }

  /** Messages of others that arrived while the reader was not at the bottom. */
  public ReadOnlyIntegerProperty newBelowProperty() {
    return newBelow.getReadOnlyProperty();
  }

  /** How many of those name me. */
  public ReadOnlyIntegerProperty mentionsBelowProperty() {
    return mentionsBelow.getReadOnlyProperty();
  }

  /** The reader comes near the first row. Harmless when called too often. */
  public void loadOlder() {}

  /** The reader comes near the last row. Harmless when called too often. */
  public void loadNewer() {}

  /** Shows the newest messages, whatever was shown. The view then goes to the bottom. */
  public void jumpToNewest() {}

  /** Whether the last row is in sight and the window has the focus, said whenever it changes. */
  public void atBottom(boolean there) {}

  /** The message of that seq, and with it all before, was in sight in a focused window. */
  public void seen(long seq) {}

  public void retry(Nonce nonce) {}

  public void discard(Nonce nonce) {}
}
