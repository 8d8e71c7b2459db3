package chat.parley.desktop.viewmodel;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.Names;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.protocol.Command.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

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

  private static final Comparator<RoomListing> ORDER =
      Comparator.comparing((RoomListing listing) -> listing.room().archived())
          .thenComparing(listing -> listing.room().name(), String.CASE_INSENSITIVE_ORDER);

  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObservableList<RoomListing> listings = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.LOADING);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper nameProblem =
      new ReadOnlyStringWrapper(this, "nameProblem", "");

  private final RoomListModel rooms;
  private List<RoomListing> all = List.of();

  /** Whether the server listed its rooms since I am here, or is asked to just now. */
  private boolean asked;

  private @Nullable Seat seat;

  DirectoryModel(RoomListModel rooms) {
    this.rooms = rooms;
    filter.addListener((_, _, now) -> filtered(now));
  }

  /** What the person types to find a room, and the name of the one {@link #create} makes. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The rooms whose name or topic fits the filter, by name, archived ones last. */
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

  /** The rooms in which I am not and could be, by name, as the server listed them last. */
  public List<RoomListing> others() {
    return all.stream()
        .filter(listing -> listing.room().kind() == RoomKind.PUBLIC && !listing.room().archived())
        .filter(listing -> rooms.find(listing.room().id()) == null)
        .toList();
  }

  /**
   * Asks the server unless it was asked already; {@code then} runs if that brings something. What
   * it lists may be some time old for who does not {@link #refresh()}.
   */
  public void once(Runnable then) {
    if (!asked) {
      refresh(then);
    }
  }

  /** Asks the server again. */
  public void refresh() {
    refresh(() -> {});
  }

  /** Asks the server again; {@code then} runs when it has listed its rooms. */
  public void refresh(Runnable then) {
    if (seat == null) {
      return;
    }
    asked = true;
    problem.set("");
    if (all.isEmpty()) {
      state.set(State.LOADING);
    }
    seat.await(
        seat.connection().rooms(),
        list -> {
          all = list.rooms().stream().sorted(ORDER).toList();
          show();
          then.run();
        },
        e -> {
          asked = false;
          problem.set(Sentences.of(e));
          state.set(State.FAILED);
        });
  }

  /** Becomes a member and selects the room; {@code done} runs when that worked. */
  public void join(RoomListing listing, Runnable done) {
    join(new Place.ById(listing.room().id()), done);
  }

  /** Makes a room named as the filter says, and selects it; {@code done} runs when that worked. */
  public void create(Runnable done) {
    String name = Names.clean(filter.get());
    nameProblem.set(Objections.toRoomName(name));
    if (nameProblem.get().isEmpty()) {
      join(new Place.ByName(name, true), done);
    }
  }

  private void join(Place place, Runnable done) {
    if (seat == null) {
      return;
    }
    problem.set("");
    seat.await(
        seat.connection().join(place),
        joined -> {
          rooms.show(joined.room());
          done.run();
        },
        e -> problem.set(Sentences.of(e)));
  }

  void attach(Seat now) {
    seat = now;
  }

  void detach() {
    seat = null;
    asked = false;
    all = List.of();
    listings.clear();
    filter.set("");
    problem.set("");
    state.set(State.LOADING);
  }

  private void filtered(String text) {
    String name = Names.clean(text);
    nameProblem.set(name.isEmpty() ? "" : Objections.toRoomName(name));
    problem.set("");
    if (state.get() == State.READY || state.get() == State.EMPTY) {
      show();
    }
  }

  private static boolean fits(RoomListing listing, String wanted) {
    return listing.room().name().toLowerCase(Locale.ROOT).contains(wanted)
        || listing.room().topic().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private void show() {
    String wanted = Names.clean(filter.get()).toLowerCase(Locale.ROOT);
    listings.setAll(all.stream().filter(listing -> fits(listing, wanted)).toList());
    state.set(listings.isEmpty() ? State.EMPTY : State.READY);
  }
}
