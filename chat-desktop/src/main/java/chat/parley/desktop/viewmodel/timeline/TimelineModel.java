package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.RoomTitle;
import chat.parley.desktop.viewmodel.files.RoomFile;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.Attachment;
import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

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
  private final Absence absence = new Absence();
  private final TimelineWindow window;
  private final Beside beside;
  private final Unsent unsent = new Unsent();
  private final Landings landings = new Landings();
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

  private boolean membershipShown = true;

  /** How far I have read, as the client told last. */
  private long read;

  private boolean readerAtBottom;

  /** Whether the window had the focus since the room was opened. */
  private boolean watchedOnce;

  private boolean layoutDue;
  private boolean closed;

  /**
   * @param room as known now
   * @param live whether the server said so in this session
   * @param keeps what I want of threads and of people
   * @param discarded is told of messages that the person deleted
   */
  public TimelineModel(
      RoomState room, boolean live, Seat seat, KeepModel keeps, Consumer<Nonce> discarded) {
    this.room = room.room().id();
    this.seat = seat;
    this.discarded = discarded;
    me = seat.me().id();
    loader = new TimelineLoader(this.room, seat, this::shown);
    window = loader.window();
    reads = new ReadReports(this.room, room.read(), seat);
    line = new UnreadLine(room, live);
    beside = new Beside(room, seat, keeps, this::layOutSoon);
    head = room.head();
    read = room.read();
    window.expire(room.expired());
    describe(room);
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

  /** Where the view shall go, whatever the reader reads; null before the first time. */
  public ReadOnlyObjectProperty<@Nullable Landing> landedProperty() {
    return landings.landed();
  }

  /**
   * Shows the oldest message that was not read, else the newest; from what is kept, or from the
   * server when nothing is.
   */
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
    beside.askReaders();
    if (line.after() == TimelineLayout.NO_LINE) {
      loader.open(head);
    } else {
      landings.toUnreadLine();
      loader.openAround(line.after() + 1, head);
    }
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
    landings.nowhere();
    if (!window.atNewest()) {
      loader.open(head);
    }
    jumps.set(jumps.get() + 1);
  }

  /** Brings a message into view and points it out; what is not loaded is. */
  public void jumpTo(long seq) {
    landings.toMessage(seq);
    absence.moved();
    if (!window.has(seq) || loader.opening()) {
      loader.openAround(seq, head);
    }
    layOutSoon();
  }

  /** Whether the last row is in sight and the window has the focus, said whenever it changes. */
  public void atBottom(boolean there) {
    readerAtBottom = there;
    readAllWhenAtBottom();
  }

  /**
   * Whether the window has the focus. What comes while it has not, to somebody who had read all, is
   * below the line when they come back, and the view stays there.
   */
  public void watched(boolean now) {
    if (now) {
      absence.end();
      watchedOnce = true;
    } else {
      boolean nothingNew = line.after() == TimelineLayout.NO_LINE && !landings.isDue();
      absence.begin(watchedOnce ? isReadAsItComes() && !reads.isHeld() : nothingNew);
    }
  }

  /** Whether the reader sees each message as it comes. */
  public boolean isReadAsItComes() {
    return readerAtBottom && window.atNewest();
  }

  private void readAllWhenAtBottom() {
    if (readerAtBottom && window.atNewest() && !loader.opening() && !landings.isDue()) {
      newBelow.set(0);
      mentionsBelow.set(0);
      reads.seen(window.last());
    }
  }

  /** The message of that seq, and with it all before, was in sight in a focused window. */
  public void seen(long seq) {
    if (!landings.isDue()) {
      reads.seen(seq);
    }
  }

  /** The reader moved through the messages: it counts again. */
  public void readsOn() {
    reads.release();
    absence.moved();
  }

  /** From that message on all shall be unread, on all my devices, until I read on. */
  public void unreadFrom(long seq) {
    keepUnread(seq - 1);
    seat.await(
        seat.connection().unread(room, seq), _ -> {}, e -> loader.problem().set(Sentences.of(e)));
  }

  private void keepUnread(long after) {
    read = after;
    reads.hold(after);
    absence.moved();
    line.moveTo(after);
    layOutSoon();
  }

  /** Shows a message of somebody I block. */
  public void reveal(long seq) {
    beside.reveal(seq);
  }

  /** Looks for one message, on the screen, in the cache and on the server; never waits. */
  public void find(long seq, Consumer<Quote> found) {
    Event.Message shown = window.message(seq);
    if (shown != null) {
      found.accept(Quote.of(shown));
    } else {
      new MessageLookup(room, seat)
          .find(
              seq,
              message -> found.accept(message == null ? Quote.unknown(seq) : Quote.of(message)));
    }
  }

  /** The pictures that are loaded, the oldest first. */
  public List<RoomFile> pictures() {
    return window.events().stream()
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast)
        .flatMap(
            message ->
                message.ties().files().stream()
                    .filter(Attachment::isPicture)
                    .map(file -> new RoomFile(message.seq(), message.name(), message.at(), file)))
        .toList();
  }

  /** The newest message of mine that the server has; null when none is loaded. */
  public @Nullable MessageItem newestOfMine() {
    return TimelineItem.newestOfMine(items);
  }

  /** What I keep for my devices is different now. */
  public void keptChanged() {
    beside.keptChanged();
  }

  /** Asks anew how far others in a direct room have come. */
  public void askReaders() {
    beside.askReaders();
  }

  /** Somebody else in a direct room has come so far. */
  public void onSeen(Event.Seen seen) {
    beside.onSeen(seen);
  }

  /** The place of a row in the log; 0 when it has none. */
  public static long seqOf(TimelineItem item) {
    return Landings.seqOf(item);
  }

  /** Whether it is told who came to the room and who left. */
  public void membershipShown(boolean now) {
    membershipShown = now;
    layOutSoon();
  }

  /** Takes the whole room for read, and shows its newest message. */
  public void readAll() {
    reads.release();
    newBelow.set(0);
    mentionsBelow.set(0);
    reads.seen(head);
    jumpToNewest();
  }

  /** Tries a failed message again. */
  public void retry(Nonce nonce) {
    seat.connection().retry(nonce);
  }

  /** Deletes a message that was not sent, unless it is on its way at this moment. */
  public void discard(Nonce nonce) {
    discard(nonce, () -> {});
  }

  /**
   * @param done runs when it is gone
   */
  public void discard(Nonce nonce, Runnable done) {
    seat.await(
        seat.connection().discard(nonce),
        gone -> {
          if (gone) {
            unsent.discard(nonce);
            discarded.accept(nonce);
            layOutSoon();
            done.run();
          }
        },
        e -> loader.problem().set(Sentences.of(e)));
  }

  /** The name of somebody, when a message of theirs is loaded. */
  public Optional<String> nameOf(UserId user) {
    return window.events().stream()
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast)
        .filter(message -> message.from().equals(user))
        .map(Event.Message::name)
        .findFirst();
  }

  /** The room is called otherwise, or about something else. */
  private void describe(RoomState now) {
    name.set(RoomTitle.of(now));
    topic.set(now.room().topic());
  }

  /** The server told its numbers. */
  public void onState(RoomState now) {
    describe(now);
    head = now.head();
    window.expire(now.expired());
    beside.onState(now);
    if (now.read() < read) {
      keepUnread(now.read()); // Marked so on another device.
    }
    read = now.read();
    boolean decided = line.isDecided();
    line.server(now);
    if (!decided && line.after() != TimelineLayout.NO_LINE) {
      absence.moved();
      landings.toUnreadLine();
    }
    layOutSoon();
  }

  /** What is shown is up to date: a good moment to load what could not be loaded before. */
  public void onLive() {
    beside.onLive();
    if (window.isEmpty() && !loader.opening() && !window.atStart()) {
      loader.open(head);
    }
  }

  /** The next events of the log. */
  public void onEvents(List<Event.RoomEvent> events) {
    unsent.arrived(events);
    beside.onEvents(events);
    drawLine(events);
    if (!readerAtBottom) {
      events.forEach(this::countBelow);
    }
    loader.arrived(events, readerAtBottom);
    readAllWhenAtBottom();
    layOutSoon();
  }

  private void drawLine(List<Event.RoomEvent> events) {
    long first = absence.firstUnread(events, me, read);
    if (first > 0) {
      line.moveTo(first - 1);
    }
    if (absence.staysAtLine()) {
      landings.toUnreadLine();
    }
  }

  private void countBelow(Event.RoomEvent event) {
    if (event instanceof Event.Message message && !message.from().equals(me)) {
      newBelow.set(newBelow.get() + 1);
      if (message.isFor(me)) {
        mentionsBelow.set(mentionsBelow.get() + 1);
      }
    }
  }

  /** A message of mine moved on. One that was just written is shown wherever the reader was. */
  public void onOutgoing(Outgoing message) {
    boolean fresh = unsent.move(message, window.newest());
    if (fresh && message.state() == Outgoing.State.QUEUED) {
      reads.release();
      jumpToNewest();
    }
    layOutSoon();
  }

  /** Everything shown is of another history. */
  public void onReset() {
    beside.reset();
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
    List<Outgoing> written = window.atNewest() ? unsent.messages() : List.of();
    List<TimelineItem> rows =
        TimelineLayout.rows(
            new TimelineLayout.Input(
                window.events(),
                written,
                seat.me(),
                line.after(),
                window.atStart(),
                seat.around().zone(),
                beside.aside(false, window.events(), written, window::message)));
    items.become(
        membershipShown ? rows : rows.stream().filter(TimelineModel::isNoMembership).toList());
    atStart.set(window.atStart());
    atNewest.set(window.atNewest());
    state.set(stateNow());
    land();
  }

  /** Whether the reader is at the bottom is not known until the view has gone there. */
  private void land() {
    if (!landings.isDue() || loader.opening()) {
      return;
    }
    if (landings.land(items, window.atNewest())) {
      readerAtBottom = false;
    } else {
      readAllWhenAtBottom();
    }
  }

  private static boolean isNoMembership(TimelineItem item) {
    return !(item instanceof TimelineItem.MembershipItem);
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
