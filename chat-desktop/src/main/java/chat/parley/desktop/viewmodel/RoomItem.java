package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.KeepModel.Level;
import chat.parley.desktop.viewmodel.KeepModel.RoomWish;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
  private final ReadOnlyObjectWrapper<Room> room;
  private final ReadOnlyObjectWrapper<Rank> rank;
  private final ReadOnlyObjectWrapper<RoomWish> wish =
      new ReadOnlyObjectWrapper<>(this, "wish", RoomWish.NONE);
  private final ReadOnlyBooleanWrapper muted = new ReadOnlyBooleanWrapper(this, "muted");
  private final ReadOnlyObjectWrapper<Level> level;
  private final ReadOnlyLongWrapper mutedUntil = new ReadOnlyLongWrapper(this, "mutedUntil");
  private RoomState state;

  RoomItem(RoomState state) {
    this.state = state;
    id = state.room().id();
    kind = state.room().kind();
    room = new ReadOnlyObjectWrapper<>(this, "room", state.room());
    rank = new ReadOnlyObjectWrapper<>(this, "rank", state.rank());
    level = new ReadOnlyObjectWrapper<>(this, "level", usualLevel());
    become(state);
  }

  public RoomId id() {
    return id;
  }

  public RoomKind kind() {
    return kind;
  }

  /** Whether it is between the people in it, and called by their names. */
  public boolean isDirect() {
    return kind == RoomKind.DIRECT;
  }

  /** The other people of a direct room; empty for every other kind. */
  public List<User> with() {
    return state.with();
  }

  /** What it is called, without a #. */
  public String name() {
    return name.get();
  }

  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** What it is called as it stands in a sentence: #general, or Ben Roth. */
  public String label() {
    return isDirect() ? name() : "#" + name();
  }

  /** All that the room is. */
  public ReadOnlyObjectProperty<Room> roomProperty() {
    return room.getReadOnlyProperty();
  }

  /** What I may do in it. */
  public ReadOnlyObjectProperty<Rank> rankProperty() {
    return rank.getReadOnlyProperty();
  }

  /** What I want of it, on all my devices. */
  public ReadOnlyObjectProperty<RoomWish> wishProperty() {
    return wish.getReadOnlyProperty();
  }

  /** Whether only messages that name me shall show. */
  public ReadOnlyBooleanProperty mutedProperty() {
    return muted.getReadOnlyProperty();
  }

  /** Of which messages I want to be told; what is usual for its kind unless I said otherwise. */
  public ReadOnlyObjectProperty<Level> levelProperty() {
    return level.getReadOnlyProperty();
  }

  /** How many messages are for me: in a direct room all, else those that name me. */
  public long count() {
    return isDirect() && !muted.get() ? unread.get() : mentions.get();
  }

  /** Whether something in it is worth a look now. */
  public boolean calls() {
    return count() > 0 || unread.get() > 0 && !muted.get();
  }

  /** Empty when there is none. */
  public ReadOnlyStringProperty topicProperty() {
    return topic.getReadOnlyProperty();
  }

  /** Until when I may not write in it, epoch milliseconds; 0 when I may. */
  public ReadOnlyLongProperty mutedUntilProperty() {
    return mutedUntil.getReadOnlyProperty();
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
  public RoomState state() {
    return state;
  }

  void become(RoomState now) {
    state = now;
    room.set(now.room());
    rank.set(now.rank());
    name.set(RoomTitle.of(now));
    topic.set(now.room().topic());
    unread.set(now.unread());
    mentions.set(now.mentions());
    mutedUntil.set(now.mutedUntil());
  }

  void setFailed(boolean value) {
    failed.set(value);
  }

  void setDraft(String text) {
    draft.set(text);
  }

  void setWish(RoomWish now) {
    wish.set(now);
    muted.set(now.muted());
    level.set(now.level() == null ? usualLevel() : now.level());
  }

  private Level usualLevel() {
    return isDirect() ? Level.ALL : Level.MENTIONS;
  }

  @Override
  public String toString() {
    return label();
  }
}
