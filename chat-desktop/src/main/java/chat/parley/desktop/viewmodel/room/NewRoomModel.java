package chat.parley.desktop.viewmodel.room;

import chat.parley.desktop.viewmodel.Objections;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.desktop.viewmodel.people.PeopleSearch;
import chat.parley.model.Names;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form in which a room is made. */
public final class NewRoomModel {
  private static final int MOST_INVITED = 100;

  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty topic = new SimpleStringProperty(this, "topic", "");
  private final BooleanProperty closed = new SimpleBooleanProperty(this, "closed");
  private final ReadOnlyStringWrapper nameProblem =
      new ReadOnlyStringWrapper(this, "nameProblem", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyBooleanWrapper canCreate = new ReadOnlyBooleanWrapper(this, "canCreate");
  private final PeopleSearch invited;
  private final Consumer<RoomState> show;
  private boolean busy;
  private @Nullable Seat seat;

  /**
   * @param show brings a room on the screen
   */
  public NewRoomModel(PeopleBook book, Consumer<RoomState> show) {
    this.show = show;
    invited = new PeopleSearch(book, MOST_INVITED);
    name.addListener((_, _, _) -> judge());
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty topicProperty() {
    return topic;
  }

  /** Whether only those who are invited can find it. */
  public BooleanProperty closedProperty() {
    return closed;
  }

  /** Why the name cannot be used, one sentence; empty when it can, or nothing is typed. */
  public ReadOnlyStringProperty nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  /** Why the room was not made, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canCreateProperty() {
    return canCreate.getReadOnlyProperty();
  }

  /** Who is brought in at once. */
  public PeopleSearch invited() {
    return invited;
  }

  /** Empties the form. */
  public void start(String suggested) {
    name.set(suggested);
    topic.set("");
    closed.set(false);
    problem.set("");
    busy = false;
    invited.start(Set.of());
    judge();
  }

  /** Makes the room and shows it; {@code done} runs when that worked. */
  public void create(Runnable done) {
    if (!canCreate.get() || seat == null) {
      return;
    }
    busy = true;
    judge();
    RoomKind kind = closed.get() ? RoomKind.PRIVATE : RoomKind.PUBLIC;
    seat.await(
        seat.connection()
            .createRoom(Names.clean(name.get()), kind, topic.get().strip(), invited.pickedIds()),
        joined -> {
          busy = false;
          judge();
          show.accept(joined.room());
          done.run();
        },
        e -> {
          busy = false;
          judge();
          problem.set(Sentences.of(e));
        });
  }

  public void attach(Seat now) {
    seat = now;
    invited.attach(now);
  }

  public void detach() {
    seat = null;
    invited.detach();
  }

  private void judge() {
    String clean = Names.clean(name.get());
    problem.set("");
    nameProblem.set(clean.isEmpty() ? "" : Objections.toRoomName(clean));
    canCreate.set(!busy && !clean.isEmpty() && nameProblem.get().isEmpty());
  }
}
