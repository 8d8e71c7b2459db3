package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.model.SearchWords;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whom and what a filter can name. Who is not known by name is asked for. */
final class KnownNames {
  private static final int PEOPLE = 20;

  private final RoomListModel rooms;
  private final PeopleBook book;

  /** Of people the server has not told of: those who said what is kept here. */
  private final Map<UserId, String> kept = new HashMap<>();

  /** Names that were asked for, folded. */
  private final Set<String> asked = new HashSet<>();

  KnownNames(RoomListModel rooms, PeopleBook book) {
    this.rooms = rooms;
    this.book = book;
  }

  Aim.Known now(Seat seat) {
    var people = new HashMap<>(kept);
    book.others().forEach(person -> people.put(person.id(), person.name()));
    User me = seat.me();
    people.put(me.id(), me.name());
    LocalDate today = seat.around().clock().instant().atZone(seat.around().zone()).toLocalDate();
    return new Aim.Known(people, me.id(), rooms.items(), new Days(today));
  }

  /**
   * Asks who is called so, at most once until {@link #forget}. Answers whether it asks.
   *
   * @param then runs when there is an answer, or will be none
   */
  boolean ask(String name, Seat seat, Runnable then) {
    if (!asked.add(SearchWords.fold(name))) {
      return false;
    }
    seat.await(
        seat.connection().people(name, PEOPLE),
        list -> {
          book.know(list.people());
          then.run();
        },
        e -> lookHere(seat, then));
    return true;
  }

  /** The next time everybody can be asked for again. */
  void askAgain() {
    asked.clear();
  }

  void forget() {
    asked.clear();
    kept.clear();
  }

  private void lookHere(Seat seat, Runnable then) {
    seat.around()
        .background()
        .run(
            seat.archive()::authors,
            authors -> {
              kept.putAll(authors);
              then.run();
            },
            e -> then.run());
  }
}
