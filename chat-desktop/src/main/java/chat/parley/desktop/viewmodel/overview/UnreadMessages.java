package chat.parley.desktop.viewmodel.overview;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.protocol.Command.Span;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The oldest of what is unread in one room: from this computer, or from the server where that is
 * not whole.
 */
final class UnreadMessages {
  /** Whoever has more to read in a room reads it there. */
  private static final int MOST = 200;

  private final RoomItem room;
  private final Seat seat;
  private final Runnable changed;
  private final Consumer<String> problem;
  private List<Event.Message> messages = List.of();
  private long read;
  private long head;
  private boolean loaded;
  private boolean cut;

  /** Counts the questions; what answers an older one is not used. */
  private int asked;

  /**
   * @param changed runs when there is more to show
   * @param problem hears one sentence when the server did not answer
   */
  UnreadMessages(RoomItem room, Seat seat, Runnable changed, Consumer<String> problem) {
    this.room = room;
    this.seat = seat;
    this.changed = changed;
    this.problem = problem;
    load();
  }

  RoomItem room() {
    return room;
  }

  /** Whether {@link #messages()} has been found out. */
  boolean isLoaded() {
    return loaded;
  }

  /** The oldest first; messages of mine are never unread. */
  Stream<Event.Message> messages() {
    return messages.stream().filter(message -> message.seq() > gone());
  }

  /** What was read, and what is too old for the server, is not shown any more. */
  private long gone() {
    return Math.max(room.state().read(), room.state().expired());
  }

  /** Whether there are more than are shown. */
  boolean isCut() {
    return cut;
  }

  /** Epoch milliseconds of the newest one that is known; 0 when none is. */
  long newest() {
    return messages.isEmpty() ? 0 : messages.getLast().at();
  }

  /** Whether the room has moved on since it was asked. */
  boolean isOld() {
    return read != room.state().read() || head != room.state().head();
  }

  void load() {
    int mine = ++asked;
    read = room.state().read();
    head = room.state().head();
    seat.around()
        .background()
        .run(
            () -> seat.archive().after(room.id(), read, MOST),
            kept -> found(mine, kept),
            _ -> ask(mine, List.of()));
  }

  /** The archive may have a hole, or may not reach as far back. */
  private void found(int mine, List<Event.RoomEvent> kept) {
    long last = read + kept.size();
    boolean whole = !kept.isEmpty() && kept.getLast().seq() == last;
    if (whole && (last >= head || kept.size() == MOST) || read >= head) {
      show(mine, kept);
    } else {
      ask(mine, kept);
    }
  }

  private void ask(int mine, List<Event.RoomEvent> kept) {
    if (mine == asked) {
      seat.await(
          seat.connection().history(room.id(), new Span.After(read), MOST),
          page -> show(mine, page.events()),
          e -> {
            show(mine, kept);
            problem.accept(Sentences.of(e));
          });
    }
  }

  private void show(int mine, List<Event.RoomEvent> events) {
    if (mine == asked) {
      loaded = true;
      cut = !events.isEmpty() && events.getLast().seq() < head;
      messages =
          events.stream()
              .filter(Event.Message.class::isInstance)
              .map(Event.Message.class::cast)
              .filter(message -> !message.from().equals(seat.me().id()))
              .filter(message -> !message.changes().deleted())
              .toList();
      changed.run();
    }
  }
}
