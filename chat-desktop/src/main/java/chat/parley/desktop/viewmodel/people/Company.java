package chat.parley.desktop.viewmodel.people;

import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.RoomState;
import chat.parley.model.UserId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other people on the server, and the ways to talk with some of them alone. */
public final class Company {
  /** A direct room has at most so many others. */
  private static final int MOST_TALKED_WITH = 7;

  private static final Logger log = LoggerFactory.getLogger(Company.class);

  /** Of so many strangers of one name nobody finds the one that is meant. */
  private static final int MOST_MET = 30;

  private final PeopleBook book = new PeopleBook();
  private final StatusModel status = new StatusModel(book);
  private final AccountModel account = new AccountModel();
  private final PeopleSearch search = new PeopleSearch(book, MOST_TALKED_WITH);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final KeepModel keeps;
  private final Consumer<RoomState> show;
  private final Consumer<Toast> toasts;
  private @Nullable Seat seat;
  private Runnable stopMeeting = () -> {};

  /**
   * @param show brings a room on the screen
   */
  public Company(KeepModel keeps, Consumer<RoomState> show, Consumer<Toast> toasts) {
    this.keeps = keeps;
    this.show = show;
    this.toasts = toasts;
    search.queryProperty().addListener((_, _, _) -> problem.set(""));
  }

  public PeopleBook book() {
    return book;
  }

  /** What I say about myself. */
  public StatusModel status() {
    return status;
  }

  /** My name, password and devices. */
  public AccountModel account() {
    return account;
  }

  /** Who a new conversation is with. */
  public PeopleSearch search() {
    return search;
  }

  /** Why the conversation could not be opened, one sentence; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Starts to choose whom to talk with. */
  public void choose() {
    problem.set("");
    search.start(Set.of());
  }

  /** Opens the conversation with those who were picked; {@code done} runs when that worked. */
  public void openPicked(Runnable done) {
    if (!search.picked().isEmpty()) {
      open(search.pickedIds(), done, problem::set);
    }
  }

  /**
   * Asks the server for people with that in their names, when nobody asks for others for a moment;
   * not when everybody is known.
   *
   * @param met runs when those there are stand in the book
   */
  public void meet(String name, Runnable met) {
    stopMeeting.run();
    if (seat != null && !book.isWhole() && !name.isBlank()) {
      stopMeeting = seat.around().fx().after(PeopleSearch.PAUSE, () -> ask(name.strip(), met));
    }
  }

  private void ask(String name, Runnable met) {
    if (seat != null) {
      seat.await(
          seat.connection().people(name, MOST_MET),
          list -> {
            book.know(list.people());
            met.run();
          },
          e -> log.info("Who is called {} is not known: {}", name, e.toString()));
    }
  }

  /** Opens the conversation with one person. A problem becomes a toast. */
  public void message(UserId user) {
    open(List.of(user), () -> {}, sentence -> toasts.accept(Toast.of(sentence)));
  }

  private void open(List<UserId> with, Runnable done, Consumer<String> failed) {
    if (seat == null) {
      return;
    }
    problem.set("");
    seat.await(
        seat.connection().openDirect(with),
        joined -> {
          show.accept(joined.room());
          done.run();
        },
        e -> failed.accept(Sentences.of(e)));
  }

  public boolean isMe(UserId user) {
    return seat != null && user.equals(seat.me().id());
  }

  public boolean blocks(UserId user) {
    return keeps.blocks(user);
  }

  /** Nobody hears of it; they cannot write to me alone any more. */
  public void block(UserId user, boolean now) {
    keeps.block(user, now);
  }

  public void attach(Seat now) {
    seat = now;
    book.attach(now);
    status.attach(now);
    account.attach(now);
    search.attach(now);
  }

  public void detach() {
    stopMeeting.run();
    seat = null;
    search.detach();
    status.detach();
    account.detach();
    book.detach();
  }
}
