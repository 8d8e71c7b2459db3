package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomListModel;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.people.PeopleBook;
import chat.parley.model.RoomId;
import chat.parley.model.SearchWords;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages while it is typed what they shall have. The server is asked; where there is no
 * connection, what is kept here is looked through by the same rule. Looking at what was found marks
 * nothing as read.
 */
public final class SearchModel {
  /** Where is looked unless a filter says otherwise. */
  public enum Scope {
    ROOM,
    EVERYWHERE
  }

  /** Goes to a message of any room. */
  public interface Opener {
    void open(RoomId room, long seq);
  }

  /** So long after the last key is asked. */
  static final Duration PAUSE = Duration.ofMillis(200);

  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final IntegerProperty caret = new SimpleIntegerProperty(this, "caret");
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(this, "scope", Scope.ROOM);
  private final ReadOnlyObjectWrapper<SearchState> state =
      new ReadOnlyObjectWrapper<>(this, "state", SearchState.IDLE);
  private final ReadOnlyObjectWrapper<Pointed> pointed =
      new ReadOnlyObjectWrapper<>(this, "pointed", Pointed.NOTHING);
  private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
  private final ObservableList<Offer> offers = FXCollections.observableArrayList();

  private final RoomListModel rooms;
  private final KeepModel keeps;
  private final KnownNames names;
  private final Opener opener;
  private final FoundMessages found = new FoundMessages();
  private @Nullable Seat seat;
  private @Nullable RoomItem room;
  private boolean open;
  private Runnable stopWaiting = () -> {};
  private Question question = Question.NONE;
  private @Nullable Hunt hunt;
  private String problem = "";

  /**
   * @param book who is known by name
   * @param opener goes to what was found
   */
  public SearchModel(RoomListModel rooms, PeopleBook book, KeepModel keeps, Opener opener) {
    this.rooms = rooms;
    this.keeps = keeps;
    this.opener = opener;
    names = new KnownNames(rooms, book);
    text.addListener((_, _, _) -> typed());
    caret.addListener((_, _, _) -> offer());
    scope.addListener((_, _, _) -> search());
  }

  /** What is typed: words, and filters such as {@code from:ann}. */
  public StringProperty textProperty() {
    return text;
  }

  /** Where in the text the caret is, in UTF-16 units. */
  public IntegerProperty caretProperty() {
    return caret;
  }

  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  public ReadOnlyObjectProperty<SearchState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The newest first. Those of the last question stay until there are others. */
  public ObservableList<SearchHit> hits() {
    return hits;
  }

  /**
   * What is pointed out in a room since a hit was opened; nothing once the search is closed or
   * another room is shown.
   */
  public ReadOnlyObjectProperty<Pointed> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /** How the word at the caret could go on. */
  public ObservableList<Offer> offers() {
    return offers;
  }

  /** The room that is shown, as it is called in a sentence; empty when there is none. */
  public String roomLabel() {
    return room == null ? "" : room.label();
  }

  /** The words that are looked for, without the filters. */
  public String wanted() {
    return question.typed();
  }

  /** Whether it is looked in this room only, because nothing else was asked for. */
  public boolean couldWiden() {
    RoomId only = question.narrow().room();
    return scope.get() == Scope.ROOM && room != null && room.id().equals(only);
  }

  /** Somebody looks at it, or no longer. Without anybody nothing is asked. */
  public void open(boolean now) {
    open = now;
    if (!now) {
      pointed.set(Pointed.NOTHING);
    }
    offer();
    search();
  }

  /** Does not wait until nothing is typed for a while. */
  public void search() {
    halt();
    Seat now = seat;
    if (!open || now == null) {
      return;
    }
    Query query = Query.of(text.get());
    SearchWords words = SearchWords.of(query.words());
    boolean nowhere = scope.get() == Scope.ROOM && room == null;
    if (nowhere || words.isEmpty() && query.terms().isEmpty()) {
      nothingToLookFor(SearchState.IDLE);
      return;
    }
    if (query.words().length() > SearchWords.MAX_CHARS) {
      nothingToLookFor(SearchState.unclear(Texts.of("search.too.long", SearchWords.MAX_CHARS)));
      return;
    }
    RoomId here = scope.get() == Scope.EVERYWHERE || room == null ? null : room.id();
    Aim aim = Aim.of(query.terms(), here, names.now(now), now.around().zone());
    String typed = text.get();
    boolean asks =
        !aim.stranger().isEmpty() && names.ask(aim.stranger(), now, () -> goOnIfStill(typed));
    if (asks) {
      state.set(SearchState.searching(hits.size()));
    } else if (!aim.problem().isEmpty()) {
      nothingToLookFor(SearchState.unclear(aim.problem()));
    } else {
      question = new Question(query.words(), words, aim.narrow());
      hunt = new Hunt(now, question, new Prey());
      hunt.goOn();
      tell();
    }
  }

  /** The reader comes near the oldest of those that were found. */
  public void loadMore() {
    if (hunt != null && problem.isEmpty() && !hunt.isTired()) {
      hunt.goOn();
      tell();
    }
  }

  /** Goes on although nothing was found for long. */
  public void lookFurtherBack() {
    if (hunt != null) {
      hunt.goOnAnyway();
      tell();
    }
  }

  /** After a problem: goes on from where it came to. */
  public void tryAgain() {
    if (hunt == null || hits.isEmpty()) {
      search();
    } else {
      problem = "";
      hunt.goOn();
      tell();
    }
  }

  /** Goes to the message, and points the words out in it. */
  public void show(SearchHit hit) {
    pointed.set(new Pointed(hit.room().id(), hit.seq(), question.words()));
    opener.open(hit.room().id(), hit.seq());
  }

  /** Goes on typing with what was offered. */
  public void take(Offer offer) {
    text.set(offer.typed());
    caret.set(offer.caret());
  }

  public void attach(Seat now) {
    seat = now;
  }

  public void detach() {
    halt();
    room(null);
    seat = null;
    names.forget();
    text.set("");
    nothingToLookFor(SearchState.IDLE);
  }

  public void room(@Nullable RoomItem now) {
    RoomItem before = room;
    room = now;
    if (now == null || !pointed.get().isIn(now.id())) {
      pointed.set(Pointed.NOTHING);
    }
    if (now != null && now != before && isOfRoom(before)) {
      nothingToLookFor(SearchState.IDLE);
      search();
    }
    layOut();
  }

  /** Whether what is looked for would be another in another room. */
  private boolean isOfRoom(@Nullable RoomItem shown) {
    RoomId only = question.narrow().room();
    return scope.get() == Scope.ROOM && (only == null || shown == null || only.equals(shown.id()));
  }

  /** The connection is up again. */
  public void onLive() {
    names.askAgain();
    if (open && (state.get().here() || !problem.isEmpty() || hits.isEmpty())) {
      search();
    }
  }

  /** A room is another now, or I am not in it any more. */
  public void onRooms() {
    layOut();
  }

  public void onEvents(List<Event.RoomEvent> events) {
    if (found.hear(events, question.words())) {
      layOut();
    }
  }

  private void typed() {
    offer();
    halt();
    if (open && seat != null) {
      stopWaiting = seat.around().fx().after(PAUSE, this::search);
    }
  }

  /** Nobody waits any more for what is on its way. */
  private void halt() {
    stopWaiting.run();
    stopWaiting = () -> {};
    problem = "";
    if (hunt != null) {
      hunt.stop();
      hunt = null;
    }
  }

  private void goOnIfStill(String typed) {
    offer();
    if (typed.equals(text.get())) {
      search();
    }
  }

  private void nothingToLookFor(SearchState now) {
    question = Question.NONE;
    found.clear();
    hits.clear();
    state.set(now);
  }

  private final class Prey implements Hunt.Listener {
    @Override
    public void found(List<Event.Message> page, boolean first) {
      if (first) {
        found.clear();
      }
      found.add(page);
      layOut();
      if (hunt != null && (page.isEmpty() || hits.isEmpty()) && !hunt.isTired()) {
        hunt.goOn();
      }
      tell();
    }

    @Override
    public void failed(String sentence) {
      problem = sentence;
      if (hunt != null && hits.isEmpty()) {
        found.clear();
      }
      tell();
    }
  }

  private void layOut() {
    RoomId only = question.narrow().room();
    boolean roomNamed = only == null || room == null || !room.id().equals(only);
    List<SearchHit> now = found.hits(rooms, keeps, question.words(), roomNamed);
    if (!hits.equals(now)) {
      hits.setAll(now);
      tell();
    }
  }

  private void tell() {
    if (hunt != null) {
      state.set(SearchState.of(hits.size(), hunt, problem));
    }
  }

  private void offer() {
    Seat now = seat;
    List<Offer> all =
        now == null || !open ? List.of() : Offers.of(text.get(), caret.get(), names.now(now));
    if (!offers.equals(all)) {
      offers.setAll(all);
    }
  }
}
