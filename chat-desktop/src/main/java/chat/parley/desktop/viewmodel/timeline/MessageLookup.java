package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command.Span;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds single messages of a room: in the cache, else on the server. Answers on the FX thread. */
final class MessageLookup {
  private final RoomId room;
  private final Seat seat;

  MessageLookup(RoomId room, Seat seat) {
    this.room = room;
    this.seat = seat;
  }

  /**
   * @param found is told of the message, or of null when it cannot be found now
   */
  void find(long seq, Consumer<Event.@Nullable Message> found) {
    seat.around()
        .background()
        .run(
            () -> seat.archive().after(room, seq - 1, 1),
            kept -> {
              Event.Message message = in(kept, seq);
              if (message != null) {
                found.accept(message);
              } else {
                ask(seq, found);
              }
            },
            _ -> ask(seq, found));
  }

  private void ask(long seq, Consumer<Event.@Nullable Message> found) {
    seat.await(
        seat.connection().history(room, new Span.Before(seq + 1), 1),
        page -> found.accept(in(page.events(), seq)),
        _ -> found.accept(null));
  }

  private static Event.@Nullable Message in(List<Event.RoomEvent> events, long seq) {
    return !events.isEmpty()
            && events.getLast() instanceof Event.Message message
            && message.seq() == seq
        ? message
        : null;
  }
}
