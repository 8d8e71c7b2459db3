package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Nonce;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/**
 * The messages of one room, as far as they are on the screen or near it: a window that moves over
 * the log as the reader scrolls, and so needs the same memory in a room of a hundred messages and
 * in one of a hundred thousand.
 */
public final class TimelineModel {
  private final RoomId room;
  private final UserId me;
  private final Seat seat;
  private final Consumer<Nonce> discarded;
  private final TimelineLoader loader;
  private final ReadReports reads;
  private final UnreadLine line;
  private final TimelineWindow window;
  private final Unsent unsent = new Unsent();
  private final RowList items = new RowList();

  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyStringWrapper topic = new ReadOnlyStringWrapper(this, "topic", "");
  private final ReadOnlyObjectWrapper<TimelineState> state =
      new ReadOnlyObjectWrapper<>(this, "state", TimelineState.LOADING);
  private final ReadOnlyBooleanWrapper atStart = new ReadOnlyBooleanWrapper(this, "atStart");
  private final ReadOnlyBooleanWrapper atNewest =
      new ReadOnlyBooleanWrapper(this, "atNewest", true);
  private final ReadOnlyIntegerWrapper newBelow = new ReadOnlyIntegerWrapper(this, "newBelow");
  private final ReadOnlyIntegerWrapper mentionsBelow =
      new ReadOnlyIntegerWrapper(this, "mentionsBelow");
  private final ReadOnlyIntegerWrapper jumps = new ReadOnlyIntegerWrapper(this, "jumps");

  /** The newest seq that the server told of. */
  private long head;

  private boolean readerAtBottom;
  private boolean layoutDue;
  private boolean closed;

  /**
   * @param room as known now
   * @param live whether the server said so in this session
   * @param discarded is told of messages that the person deleted
   */
  public TimelineModel(RoomState room, boolean live, Seat seat, Consumer<Nonce> discarded) {
    this.room = room.room().id();
    this.seat = seat;
    this.discarded = discarded;
    me = seat.me().id();
    loader = new TimelineLoader(this.room, seat, this::shown);
    window = loader.window();
    reads = new ReadReports(this.room, room.read(), seat);
    line = new UnreadLine(room, live);
    head = room.head();
    describe(room.room());
  }

  public RoomId room() {
    return room;
  }

  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty topicProperty() {
    return topic.getReadOnlyProperty();
  }

  /** The rows, oldest first. Changes at most once a frame; an arrival is an append. */
  public ObservableList<TimelineItem> items() {
    return items;
  }

  public ReadOnlyObjectProperty<TimelineState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why older messages, or all of them, could not be loaded; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return loader.problem().getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingOlderProperty() {
    return loader.loadingOlder().getReadOnlyProperty();
  }

  /** Whether the first row is the beginning of the log. */
  public ReadOnlyBooleanProperty atStartProperty() {
    return atStart.getReadOnlyProperty();
  }

  /** Whether the last row is the newest there is. */
  public ReadOnlyBooleanProperty atNewestProperty() {
    return atNewest.getReadOnlyProperty();
  }

  /** Messages of others that arrived while the reader was not at the bottom. */
  public ReadOnlyIntegerProperty newBelowProperty() {
    return newBelow.getReadOnlyProperty();
  }

  /** How many of those name me. */
  public ReadOnlyIntegerProperty mentionsBelowProperty() {
    return mentionsBelow.getReadOnlyProperty();
  }

  /** Goes up by one each time the view shall go to the bottom wherever the reader was. */
  public ReadOnlyIntegerProperty jumpsProperty() {
    return jumps.getReadOnlyProperty();
  }

  /** Shows the newest messages that are kept, or asks the server when none are. */
  public void open() {
    seat.around()
        .background()
        .run(
            () -> seat.archive().outbox(room),
            outbox -> {
              unsent.open(outbox);
              layOutSoon();
            },
            e -> loader.problem().set(Sentences.of(e)));
    loader.open(head);
  }

  private void shown(List<Event.RoomEvent> events) {
    unsent.arrived(events);
    readAllWhenAtBottom();
    layOutSoon();
  }

  /** The reader comes near the first row. Harmless when called too often. */
  public void loadOlder() {
    loader.older(head);
  }

  /** The reader comes near the last row. Harmless when called too often. */
  public void loadNewer() {
    loader.newer();
  }

  /** Shows the newest messages, whatever was shown. The view then goes to the bottom. */
  public void jumpToNewest() {
    if (!window.atNewest()) {
      loader.open(head);
    }
    jumps.set(jumps.get() + 1);
  }

  /** Whether the last row is in sight and the window has the focus, said whenever it changes. */
  public void atBottom(boolean there) {
    readerAtBottom = there;
    readAllWhenAtBottom();
  }

  private void readAllWhenAtBottom() {
    if (readerAtBottom && window.atNewest() && !loader.opening()) {
      newBelow.set(0);
      mentionsBelow.set(0);
      reads.seen(window.last());
    }
  }

  /** The message of that seq, and with it all before, was in sight in a focused window. */
  public void seen(long seq) {
    reads.seen(seq);
  }

  /** Tries a failed message again. */
  public void retry(Nonce nonce) {
    seat.connection().retry(nonce);
  }

  /** Deletes a message that was not sent, unless it is on its way at this moment. */
  public void discard(Nonce nonce) {
    seat.await(
        seat.connection().discard(nonce),
        done -> {
          if (done) {
            unsent.discard(nonce);
            discarded.accept(nonce);
            layOutSoon();
          }
        },
        e -> loader.problem().set(Sentences.of(e)));
  }

  /** The room is called otherwise, or about something else. */
  public void describe(Room now) {
    name.set(now.name());
    topic.set(now.topic());
  }

  /** The server told its numbers. */
  public void onState(RoomState now) {
    describe(now.room());
    head = now.head();
    line.server(now);
    layOutSoon();
  }

  /** What is shown is up to date: a good moment to load what could not be loaded before. */
  public void onLive() {
    if (window.isEmpty() && !loader.opening() && !window.atStart()) {
      loader.open(head);
    }
  }

  /** The next events of the log. */
  public void onEvents(List<Event.RoomEvent> events) {
    unsent.arrived(events);
    if (!readerAtBottom) {
      events.forEach(this::countBelow);
    }
    loader.arrived(events, readerAtBottom);
    readAllWhenAtBottom();
    layOutSoon();
  }

  private void countBelow(Event.RoomEvent event) {
    if (event instanceof Event.Message message && !message.from().equals(me)) {
      newBelow.set(newBelow.get() + 1);
      if (message.mentions().contains(me)) {
        mentionsBelow.set(mentionsBelow.get() + 1);
      }
    }
  }

  /** A message of mine moved on. One that was just written is shown wherever the reader was. */
  public void onOutgoing(Outgoing message) {
    boolean fresh = unsent.move(message, window.newest());
    if (fresh && message.state() == Outgoing.State.QUEUED) {
      jumpToNewest();
    }
    layOutSoon();
  }

  /** Everything shown is of another history. */
  public void onReset() {
    loader.reset(head);
    layOutSoon();
  }

  /** The room is no longer shown. */
  public void close() {
    reads.flush();
    loader.close();
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
    items.become(
        TimelineLayout.rows(
            new TimelineLayout.Input(
                window.events(),
                window.atNewest() ? unsent.messages() : List.of(),
                seat.me(),
                line.after(),
                window.atStart(),
                seat.around().zone())));
    atStart.set(window.atStart());
    atNewest.set(window.atNewest());
    state.set(stateNow());
  }

  private TimelineState stateNow() {
    if (items.stream().anyMatch(MessageItem.class::isInstance)) {
      return TimelineState.READY;
    }
    if (loader.opening()) {
      return TimelineState.LOADING;
    }
    if (!window.atStart()) {
      return loader.problem().get().isEmpty() ? TimelineState.READY : TimelineState.FAILED;
    }
    return TimelineState.EMPTY;
  }
}
