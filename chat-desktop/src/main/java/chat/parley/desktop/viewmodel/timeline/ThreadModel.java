package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.KeepModel.ThreadWish;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A message and what was said under it. Shows first what is kept on this computer, then what the
 * server has.
 */
public final class ThreadModel {
  private static final int PAGE = 100;

  /** Of the log after the first message, so much is looked through for replies that are kept. */
  private static final int MOST_SCANNED = 2_000;

  private final RoomId room;
  private final long root;
  private final Seat seat;
  private final KeepModel keeps;
  private final Beside beside;
  private final ThreadLog log;
  private final Unsent unsent = new Unsent();
  private final RowList items = new RowList();
  private final ReadOnlyBooleanWrapper followed = new ReadOnlyBooleanWrapper(this, "followed");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final long lineAfter;
  private boolean more;
  private boolean layoutDue;
  private boolean closed;

  /**
   * @param root the seq of the message
   */
  public ThreadModel(RoomState state, long root, Seat seat, KeepModel keeps) {
    this.root = root;
    this.seat = seat;
    this.keeps = keeps;
    room = state.room().id();
    beside = new Beside(state, seat, keeps, this::layOutSoon);
    log = new ThreadLog(root);
    log.expire(state.expired());
    long read = keeps.thread(room, root).read();
    lineAfter = read == 0 ? TimelineLayout.NO_LINE : read;
  }

  public RoomId room() {
    return room;
  }

  /** The seq of the first message. */
  public long root() {
    return root;
  }

  /** The first message and its replies, the oldest first. */
  public ObservableList<TimelineItem> items() {
    return items;
  }

  /** Whether I am told of replies. */
  public ReadOnlyBooleanProperty followedProperty() {
    return followed.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Why the thread may not be complete; empty when it is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public void open() {
    new MessageLookup(room, seat)
        .find(
            root,
            message -> {
              if (message != null) {
                take(List.of(message));
              }
            });
    seat.around().background().run(this::kept, this::take, e -> problem.set(Sentences.of(e)));
    seat.around()
        .background()
        .run(
            () -> seat.archive().outbox(room),
            outbox -> {
              unsent.open(outbox.stream().filter(this::isHere).toList());
              layOutSoon();
            },
            e -> problem.set(Sentences.of(e)));
    ask(0);
  }

  /** On the disk's thread. */
  private List<Event.Message> kept() {
    List<Event.Message> found = new ArrayList<>();
    long after = root;
    while (after < root + MOST_SCANNED) {
      List<Event.RoomEvent> page = seat.archive().after(room, after, Pages.SIZE);
      if (page.isEmpty()) {
        break;
      }
      for (Event.RoomEvent event : page) {
        if (event instanceof Event.Message message && message.ties().thread() == root) {
          found.add(message);
        }
      }
      after = page.getLast().seq();
    }
    return found;
  }

  private void ask(long before) {
    loading.set(true);
    seat.await(
        seat.connection().thread(room, root, before, PAGE),
        page -> {
          loading.set(false);
          problem.set("");
          more = page.more();
          take(page.messages());
        },
        e -> {
          loading.set(false);
          problem.set(Sentences.of(e));
        });
  }

  /** The reader comes near the first reply. */
  public void loadOlder() {
    if (more && !loading.get() && log.firstReply() > 0) {
      ask(log.firstReply());
    }
  }

  private void take(List<Event.Message> messages) {
    log.take(messages);
    unsent.arrived(messages);
    layOutSoon();
  }

  /** My newest reply that the server has; null when none is loaded. */
  public @Nullable MessageItem newestOfMine() {
    MessageItem newest = TimelineItem.newestOfMine(items);
    return newest == null || newest.seq() == root ? null : newest;
  }

  /** I want to be told of replies, or no longer. */
  public void follow(boolean now) {
    keeps.thread(room, root, new ThreadWish(now, keeps.thread(room, root).read()));
  }

  /** That reply, and with it all before, was in sight in a focused window. */
  public void seen(long seq) {
    ThreadWish wish = keeps.thread(room, root);
    if (followed.get() && seq > Math.max(root, wish.read())) {
      keeps.thread(room, root, new ThreadWish(wish.follow(), seq));
    }
  }

  public void reveal(long seq) {
    beside.reveal(seq);
  }

  public void onEvents(List<Event.RoomEvent> events) {
    beside.onEvents(events);
    log.onEvents(events);
    unsent.arrived(events);
    layOutSoon();
  }

  /** The room's numbers; messages may be gone because of their age. */
  public void onState(RoomState now) {
    log.expire(now.expired());
    beside.onState(now);
    layOutSoon();
  }

  public void onOutgoing(Outgoing message) {
    if (isHere(message)) {
      unsent.move(message, log.newest());
      layOutSoon();
    }
  }

  private boolean isHere(Outgoing message) {
    return message.room().equals(room) && message.hook().thread() == root;
  }

  /** A message of mine was thrown away. */
  public void discarded(Nonce nonce) {
    unsent.discard(nonce);
    layOutSoon();
  }

  public void keptChanged() {
    beside.keptChanged();
  }

  /** The connection is there: a moment to load what is missing. */
  public void onLive() {
    beside.onLive();
    ask(0);
  }

  public void close() {
    closed = true;
  }

  private void layOutSoon() {
    if (!layoutDue) {
      layoutDue = true;
      seat.around().fx().beforeFrame(this::layOut);
    }
  }

  private void layOut() {
    layoutDue = false;
    if (closed) {
      return;
    }
    List<Event.RoomEvent> events = log.events();
    List<Outgoing> written = unsent.messages();
    Aside aside = beside.aside(true, events, written, log::message);
    items.become(
        TimelineLayout.rows(
            new TimelineLayout.Input(
                events, written, seat.me(), lineAfter, false, seat.around().zone(), aside)));
    Event.Message first = log.message(root);
    ThreadWish wish = keeps.thread(room, root);
    followed.set(
        first != null
            && ItemMaker.follows(seat.me(), first, new Aside.Follow(wish.follow(), wish.read())));
  }
}
