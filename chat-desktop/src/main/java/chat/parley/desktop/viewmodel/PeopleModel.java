package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Who belongs to the selected room, who of them is here, and who is writing. */
public final class PeopleModel {
  /** Several people who come at once cost one question. */
  private static final Duration ASK_AFTER = Duration.ofMillis(300);

  private static final Comparator<Person> ORDER =
      Comparator.comparing((Person person) -> person.presence() == Presence.OFFLINE)
          .thenComparing(Person::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(person -> person.id().value());

  private final ObservableList<Person> people = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper online = new ReadOnlyIntegerWrapper(this, "online");
  private final ReadOnlyStringWrapper typing = new ReadOnlyStringWrapper(this, "typing", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  private final TypingLine line = new TypingLine();
  private final PeopleBook book;
  private final KeepModel keeps;
  private Subscription heard = Subscription.EMPTY;
  private @Nullable Seat seat;
  private @Nullable RoomId room;
  private Runnable stopAsking = () -> {};
  private Runnable stopTyping = () -> {};

  PeopleModel(PeopleBook book, KeepModel keeps) {
    this.book = book;
    this.keeps = keeps;
  }

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

  /** Why the list may be old or is missing; empty when it is as the server has it. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Asks the server again. */
  public void refresh() {
    ask();
  }

  void attach(Seat now) {
    seat = now;
    heard.unsubscribe();
    heard = book.listen(this::changed);
  }

  void detach() {
    room(null);
    heard.unsubscribe();
    seat = null;
  }

  /** Another room is selected. */
  void room(@Nullable RoomItem now) {
    stopAsking.run();
    room = now == null ? null : now.id();
    people.clear();
    online.set(0);
    problem.set("");
    line.clear();
    showTyping();
    ask();
  }

  /** The connection is up: what was known of people is old. */
  void onLive() {
    ask();
  }

  void onEvents(RoomId of, List<Event.RoomEvent> events) {
    if (!of.equals(room)) {
      return;
    }
    for (Event.RoomEvent event : events) {
      switch (event) {
        case Event.Message e -> line.stopped(e.from());
        case Event.LeftRoom e -> {
          line.stopped(e.from());
          askSoon();
        }
        case Event.JoinedRoom _, Event.RankChanged _, Event.Renamed _ -> askSoon();
        case Event.Change _, Event.RoomChanged _, Event.Unrecognized _ -> {}
      }
    }
    showTyping();
  }

  void onPassing(Event.Passing passing) {
    switch (passing) {
      case Event.Typing e -> onTyping(e);
      case Event.PresenceChanged e -> {
        if (e.presence() == Presence.OFFLINE) {
          line.stopped(e.user());
          showTyping();
        }
      }
      case Event.Seen _ -> {}
    }
  }

  private void onTyping(Event.Typing e) {
    if (seat != null && e.room().equals(room) && !e.from().equals(seat.me().id())) {
      line.typing(e.from(), e.name(), seat.around().clock().millis());
      showTyping();
    }
  }

  private void changed(UserId user) {
    show(
        people.stream()
            .map(
                person ->
                    person.id().equals(user)
                        ? person.with(book.presence(user), book.status(user))
                        : person)
            .toList());
  }

  private void ask() {
    if (seat == null || room == null) {
      return;
    }
    RoomId asked = room;
    seat.await(
        seat.connection().members(asked),
        list -> {
          if (asked.equals(room)) {
            problem.set("");
            show(list.members().stream().map(this::person).toList());
            book.know(list.members());
          }
        },
        e -> {
          if (asked.equals(room)) {
            problem.set(Sentences.of(e));
          }
        });
  }

  private void askSoon() {
    stopAsking.run();
    if (seat != null) {
      stopAsking = seat.around().fx().after(ASK_AFTER, this::ask);
    }
  }

  private Person person(Member member) {
    Person person = Person.of(member, seat == null ? member.user().id() : seat.me().id());
    boolean over =
        seat != null
            && person.status() != null
            && person.status().isOver(seat.around().clock().millis());
    return over ? person.with(person.presence(), null) : person;
  }

  private void show(List<Person> now) {
    List<Person> sorted = now.stream().sorted(ORDER).toList();
    if (!people.equals(sorted)) {
      people.setAll(sorted);
    }
    online.set((int) now.stream().filter(p -> p.presence() != Presence.OFFLINE).count());
  }

  private void showTyping() {
    stopTyping.run();
    if (seat == null) {
      typing.set("");
      return;
    }
    long now = seat.around().clock().millis();
    keeps.blocked().forEach(line::stopped);
    typing.set(line.at(now));
    if (line.changesAt() != Long.MAX_VALUE) {
      Duration wait = Duration.ofMillis(line.changesAt() - now);
      stopTyping = seat.around().fx().after(wait, this::showTyping);
    }
  }
}
