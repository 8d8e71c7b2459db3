package chat.parley.desktop.viewmodel.timeline;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.KeepModel;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Member;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is shown with the messages of a room but is not in the log next to them: what they
 * quote, what I want of threads, whom I block, how far others have read.
 */
final class Beside {
  private final RoomId room;
  private final Seat seat;
  private final KeepModel keeps;
  private final Quotes quotes;
  private final Readers readers;
  private final Runnable changed;
  private final Map<Long, Aside.Follow> threads = new HashMap<>();
  private final Map<Long, Room> roomsBefore = new HashMap<>();
  private final Set<Long> revealed = new HashSet<>();
  private Set<UserId> blocked;
  private Room known;

  /**
   * @param changed runs when rows may look different
   */
  Beside(RoomState state, Seat seat, KeepModel keeps, Runnable changed) {
    this.seat = seat;
    this.keeps = keeps;
    this.changed = changed;
    room = state.room().id();
    known = state.room();
    quotes = new Quotes(room, seat, changed);
    readers = new Readers(known.kind() == RoomKind.DIRECT ? state.with() : List.of());
    blocked = keeps.blocked();
  }

  /**
   * @param shown the message of a seq, when it is on the screen
   */
  Aside aside(
      boolean inThread,
      List<? extends Event.RoomEvent> events,
      List<Outgoing> unsent,
      LongFunction<Event.@Nullable Message> shown) {
    Map<Long, Quote> quoted = new HashMap<>();
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.Message message) {
        quote(message.ties().reply(), quoted, shown);
        if (message.changes().replies().count() > 0) {
          threads.computeIfAbsent(message.seq(), this::follow);
        }
      }
    }
    unsent.forEach(message -> quote(message.hook().reply(), quoted, shown));
    Readers told = keeps.tellsReading() && !inThread ? readers : new Readers(List.of());
    return new Aside(
        inThread,
        quoted,
        threads,
        blocked,
        revealed,
        roomsBefore,
        told,
        seat.connection().transfers()::known);
  }

  private void quote(
      long seq, Map<Long, Quote> quoted, LongFunction<Event.@Nullable Message> shown) {
    if (seq != 0) {
      Quote quote = quotes.of(seq, shown.apply(seq));
      quoted.put(seq, revealed.contains(seq) ? quote : quote.veiled(blocked::contains));
    }
  }

  private Aside.Follow follow(long root) {
    KeepModel.ThreadWish wish = keeps.thread(room, root);
    return new Aside.Follow(wish.follow(), wish.read());
  }

  /** Something that I keep was changed; most of it does not matter here. */
  void keptChanged() {
    threads.clear();
    blocked = keeps.blocked();
    changed.run();
  }

  void reveal(long seq) {
    revealed.add(seq);
    changed.run();
  }

  void onEvents(List<Event.RoomEvent> events) {
    quotes.onEvents(events);
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.RoomChanged change) {
        roomsBefore.put(change.seq(), known);
        known = change.now();
      }
    }
  }

  /** The room's numbers; what is quoted may be gone because of its age. */
  void onState(RoomState now) {
    quotes.expire(now.expired());
  }

  void onSeen(Event.Seen seen) {
    readers.seen(seen);
    changed.run();
  }

  /** The connection is there: asks anew what could not be known without it. */
  void onLive() {
    quotes.tryAgain();
    askReaders();
  }

  void askReaders() {
    if (!readers.isEmpty()) {
      seat.await(seat.connection().members(room), list -> showReaders(list.members()), _ -> {});
    }
  }

  private void showReaders(List<Member> members) {
    readers.members(members);
    changed.run();
  }

  void reset() {
    quotes.reset();
    revealed.clear();
  }
}
