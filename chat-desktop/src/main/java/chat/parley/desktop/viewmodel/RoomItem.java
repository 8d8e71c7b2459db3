package chat.parley.desktop.viewmodel;

import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A room in the list. */
public final class RoomItem {
  private final RoomId id;
  private final RoomKind kind;
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyStringWrapper topic = new ReadOnlyStringWrapper(this, "topic", "");
  private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper(this, "unread");
  private final ReadOnlyLongWrapper mentions = new ReadOnlyLongWrapper(this, "mentions");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
  private final ReadOnlyStringWrapper draft = new ReadOnlyStringWrapper(this, "draft", "");
  private RoomState state;

  RoomItem(RoomState state) {
    this.state = state;
    id = state.room().id();
    kind = state.room().kind();
    become(state);
  }

  public RoomId id() {
    return id;
  }

  public RoomKind kind() {
    return kind;
  }

  public String name() {
    return name.get();
  }

  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Empty when there is none. */
  public ReadOnlyStringProperty topicProperty() {
    return topic.getReadOnlyProperty();
  }

  /** Messages of others that were not read. */
  public ReadOnlyLongProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  /** How many of the unread ones name me. */
  public ReadOnlyLongProperty mentionsProperty() {
    return mentions.getReadOnlyProperty();
  }

  /** Whether a message of mine was refused and waits for a decision. */
  public ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** What was typed and not sent; empty when nothing was. */
  public ReadOnlyStringProperty draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** The room as the client last told of it. */
  RoomState state() {
    return state;
  }

  void become(RoomState now) {
    state = now;
    name.set(now.room().name());
    topic.set(now.room().topic());
    unread.set(now.unread());
    mentions.set(now.mentions());
  }

  void setFailed(boolean value) {
    failed.set(value);
  }

  void setDraft(String text) {
    draft.set(text);
  }

  @Override
  public String toString() {
    return "#" + name();
  }
}
