package chat.parley.desktop.viewmodel.room;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.Objections;
import chat.parley.desktop.viewmodel.PeopleModel;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.desktop.viewmodel.people.PeopleSearch;
import chat.parley.model.Names;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.UserId;
import chat.parley.protocol.Command.ChangeRoom;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the shown room is and who is in it, and what I may change of that. */
public final class RoomDetailsModel {
  /** How many may be brought in at once. */
  private static final int MOST_INVITED = 100;

  private final ReadOnlyObjectWrapper<@Nullable RoomItem> room =
      new ReadOnlyObjectWrapper<>(this, "room");
  private final ReadOnlyObjectWrapper<@Nullable Room> now =
      new ReadOnlyObjectWrapper<>(this, "now");
  private final ReadOnlyObjectWrapper<Rights> rights =
      new ReadOnlyObjectWrapper<>(this, "rights", Rights.NONE);
  private final ReadOnlyStringWrapper closedBecause =
      new ReadOnlyStringWrapper(this, "closedBecause", "");
  private final ReadOnlyStringWrapper threadsClosedBecause =
      new ReadOnlyStringWrapper(this, "threadsClosedBecause", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final ObservableList<Person> members = FXCollections.observableArrayList();

  private final PeopleModel people;
  private final KeepModel keeps;
  private final PeopleSearch invited;
  private Runnable stopWaiting = () -> {};
  private Subscription bound = Subscription.EMPTY;
  private @Nullable Seat seat;

  public RoomDetailsModel(PeopleModel people, KeepModel keeps, PeopleBook book) {
    this.people = people;
    this.keeps = keeps;
    invited = new PeopleSearch(book, MOST_INVITED);
    filter.addListener((_, _, _) -> showMembers());
    people.people().subscribe(this::judge);
    keeps.listen(
        key -> {
          if (KeepModel.blockOf(key) != null) {
            judge();
          }
        });
  }

  /** Null when none is shown. */
  public ReadOnlyObjectProperty<@Nullable RoomItem> roomProperty() {
    return room.getReadOnlyProperty();
  }

  /** What the room is; null when none is shown. */
  public ReadOnlyObjectProperty<@Nullable Room> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** What I may do; only that is offered. */
  public ReadOnlyObjectProperty<Rights> rightsProperty() {
    return rights.getReadOnlyProperty();
  }

  /** Why I cannot write here, one sentence; empty when I can. */
  public ReadOnlyStringProperty closedBecauseProperty() {
    return closedBecause.getReadOnlyProperty();
  }

  /** Why I cannot write in its threads; empty when I can, as in a room for announcements. */
  public ReadOnlyStringProperty threadsClosedBecauseProperty() {
    return threadsClosedBecause.getReadOnlyProperty();
  }

  /** What went wrong with the last step, one sentence; empty when nothing did. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Part of the name of the members that are shown. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** The members that fit the filter, those who are here first. */
  public ObservableList<Person> members() {
    return members;
  }

  /** Who is to be brought in. */
  public PeopleSearch invited() {
    return invited;
  }

  public void rename(String name) {
    String clean = Names.clean(name);
    String wrong = Objections.toRoomName(clean);
    problem.set(wrong);
    if (wrong.isEmpty()) {
      change(id -> new ChangeRoom(0, id.id(), clean, null, null, null, null));
    }
  }

  public void topic(String topic) {
    change(id -> new ChangeRoom(0, id.id(), null, topic.strip(), null, null, null));
  }

  public void describe(String words) {
    change(id -> new ChangeRoom(0, id.id(), null, null, words.strip(), null, null));
  }

  public void announceOnly(boolean only) {
    Posting posting = only ? Posting.MODERATORS : Posting.EVERYBODY;
    change(id -> new ChangeRoom(0, id.id(), null, null, null, posting, null));
  }

  public void archive(boolean archived) {
    change(id -> new ChangeRoom(0, id.id(), null, null, null, null, archived));
  }

  public void remove(Person person) {
    ask((mine, of) -> mine.connection().remove(of.id(), person.id()), () -> {});
  }

  public void rank(Person person, Rank rank) {
    ask((mine, of) -> mine.connection().rank(of.id(), person.id(), rank), () -> {});
  }

  /** Starts to choose who is brought in. */
  public void chooseInvited() {
    problem.set("");
    invited.start(people.people().stream().map(Person::id).collect(Collectors.toSet()));
  }

  /** Brings those in who were picked; {@code done} runs when that worked. */
  public void invitePicked(Runnable done) {
    List<UserId> picked = invited.pickedIds();
    if (!picked.isEmpty()) {
      ask((mine, of) -> mine.connection().invite(of.id(), picked), done);
    }
  }

  private void change(Function<RoomItem, ChangeRoom> how) {
    ask((mine, of) -> mine.connection().changeRoom(how.apply(of)), () -> {});
  }

  private void ask(
      BiFunction<Seat, RoomItem, CompletableFuture<Event.Done>> question, Runnable done) {
    RoomItem of = room.get();
    if (seat == null || of == null) {
      return;
    }
    problem.set("");
    seat.await(
        question.apply(seat, of),
        _ -> done.run(),
        e -> {
          if (room.get() == of) {
            problem.set(Sentences.of(e));
            now.set(null); // What was tried on the screen is shown as it is.
            now.set(of.roomProperty().get());
          }
        });
  }

  public void attach(Seat here) {
    seat = here;
    invited.attach(here);
  }

  public void detach() {
    room(null);
    invited.detach();
    seat = null;
  }

  /** Another room is shown. */
  public void room(@Nullable RoomItem shown) {
    bound.unsubscribe();
    bound = Subscription.EMPTY;
    problem.set("");
    filter.set("");
    room.set(shown);
    if (shown == null) {
      now.set(null);
    } else {
      bound =
          Subscription.combine(
              shown.roomProperty().subscribe(this::changed),
              shown.rankProperty().subscribe(this::judge),
              shown.mutedUntilProperty().subscribe(this::judge));
    }
    judge();
  }

  private void changed(Room to) {
    now.set(to);
    judge();
  }

  /** Looks again at what I may do. */
  public void judge() {
    stopWaiting.run();
    RoomItem of = room.get();
    if (seat == null || of == null) {
      rights.set(Rights.NONE);
      closedBecause.set("");
      threadsClosedBecause.set("");
    } else {
      boolean owned =
          people.people().isEmpty()
              || people.people().stream().anyMatch(person -> person.rank() == Rank.OWNER);
      rights.set(
          Rights.of(seat.me().role(), of.rankProperty().get(), of.roomProperty().get(), owned));
      String reason = reason(of);
      threadsClosedBecause.set(reason);
      closedBecause.set(
          reason.isEmpty() && !rights.get().write()
              ? Texts.of("room.closed.announcements")
              : reason);
    }
    showMembers();
  }

  /** Why I may say nothing at all, not even in a thread. */
  private String reason(RoomItem of) {
    if (of.roomProperty().get().archived()) {
      return Texts.of("room.closed.archived");
    }
    if (of.rankProperty().get() == Rank.READER && !rights.get().write()) {
      return Texts.of("room.closed.reader");
    }
    long mutedUntil = of.mutedUntilProperty().get();
    Surroundings around = Objects.requireNonNull(seat).around();
    long left = mutedUntil - around.clock().millis();
    if (left > 0 && !rights.get().moderates()) {
      stopWaiting = around.fx().after(Duration.ofMillis(left), this::judge);
      return Texts.of("room.closed.muted", Moments.recent(mutedUntil, around));
    }
    boolean blocked = of.with().size() == 1 && keeps.blocks(of.with().getFirst().id());
    return blocked ? Texts.of("room.closed.blocked", of.with().getFirst().name()) : "";
  }

  private void showMembers() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    List<Person> fit =
        people.people().stream()
            .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    if (!members.equals(fit)) {
      members.setAll(fit);
    }
  }
}
