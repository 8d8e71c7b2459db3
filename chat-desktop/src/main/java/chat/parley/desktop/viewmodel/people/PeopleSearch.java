package chat.parley.desktop.viewmodel.people;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Finds people of the server by part of a name while it is typed, and holds who was picked. */
public final class PeopleSearch {
  /** What the list of found people is about. */
  public enum State {
    LOADING,
    READY,
    /** Nobody is called like that, or there is nobody else. */
    EMPTY,
    /** See {@link #problemProperty()}. */
    FAILED
  }

  /** So long after the last key the server is asked. */
  static final Duration PAUSE = Duration.ofMillis(150);

  private static final int MOST_FOUND = 50;

  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObservableList<Person> found = FXCollections.observableArrayList();
  private final ObservableList<Person> picked = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.LOADING);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  private final PeopleBook book;
  private final int most;
  private List<Person> answer = List.of();
  private Set<UserId> leftOut = Set.of();
  private @Nullable Seat seat;
  private Runnable stopAsking = () -> {};
  private int questions;

  /**
   * @param most how many people may be picked
   */
  public PeopleSearch(PeopleBook book, int most) {
    this.book = book;
    this.most = most;
    query.addListener((_, _, _) -> askSoon());
    book.listen(this::changed);
  }

  /** What is typed: part of a name, or nothing. */
  public StringProperty queryProperty() {
    return query;
  }

  /** Who fits and is not picked yet, by name. */
  public ObservableList<Person> found() {
    return found;
  }

  /** In the order they were picked. */
  public ObservableList<Person> picked() {
    return picked;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why nobody could be found, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public List<UserId> pickedIds() {
    return picked.stream().map(Person::id).toList();
  }

  public boolean isFull() {
    return picked.size() >= most;
  }

  /** Begins anew: nobody picked, everybody offered but me and these. */
  public void start(Set<UserId> without) {
    leftOut = Set.copyOf(without);
    picked.clear();
    answer = List.of();
    found.clear();
    query.set("");
    state.set(State.LOADING);
    ask();
  }

  /** Adds somebody and empties the field for the next name. */
  public void pick(Person person) {
    if (!isFull() && picked.stream().noneMatch(one -> one.id().equals(person.id()))) {
      picked.add(person);
      query.set("");
      show();
    }
  }

  public void unpick(Person person) {
    picked.removeIf(one -> one.id().equals(person.id()));
    show();
  }

  /** Asks the server again. */
  public void refresh() {
    ask();
  }

  public void attach(Seat now) {
    seat = now;
  }

  public void detach() {
    stopAsking.run();
    seat = null;
    picked.clear();
    found.clear();
    answer = List.of();
  }

  private void askSoon() {
    stopAsking.run();
    if (seat != null) {
      stopAsking = seat.around().fx().after(PAUSE, this::ask);
    }
  }

  private void ask() {
    stopAsking.run();
    if (seat == null) {
      return;
    }
    UserId me = seat.me().id();
    int question = ++questions;
    seat.await(
        seat.connection().people(query.get().strip(), MOST_FOUND),
        list -> {
          book.know(list.people());
          if (question == questions) {
            answer = list.people().stream().map(one -> Person.of(one, me)).toList();
            problem.set("");
            show();
          }
        },
        e -> {
          if (question == questions) {
            problem.set(Sentences.of(e));
            state.set(State.FAILED);
          }
        });
  }

  private void show() {
    Predicate<Person> isPicked =
        person -> picked.stream().anyMatch(one -> one.id().equals(person.id()));
    List<Person> now =
        answer.stream()
            .filter(person -> !person.me() && !leftOut.contains(person.id()))
            .filter(isPicked.negate())
            .toList();
    if (!found.equals(now)) {
      found.setAll(now);
    }
    state.set(now.isEmpty() ? State.EMPTY : State.READY);
  }

  private void changed(UserId user) {
    if (answer.stream().anyMatch(one -> one.id().equals(user))) {
      answer =
          answer.stream()
              .map(
                  one ->
                      one.id().equals(user)
                          ? one.with(book.presence(user), book.status(user))
                          : one)
              .toList();
      if (state.get() == State.READY) {
        show();
      }
    }
  }
}
