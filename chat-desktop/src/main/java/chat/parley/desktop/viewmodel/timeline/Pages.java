package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command.Span;
import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings pages of a room's log: from the cache, and from the server where the cache has no more.
 * Answers come on the FX thread.
 */
final class Pages {
  static final int SIZE = 100;

  /**
   * A stretch of the log, oldest first.
   *
   * @param fromStart whether nothing comes before it; means nothing for a page that was asked for
   *     by what it comes after
   */
  record Page(List<Event.RoomEvent> events, boolean fromStart) {}

  private final RoomId room;
  private final Seat seat;

  Pages(RoomId room, Seat seat) {
    this.room = room;
    this.seat = seat;
  }

  /**
   * The page that ends with the newest.
   *
   * @param head the newest seq that the server told of, for asking it
   */
  void newest(long head, Consumer<Page> done, Consumer<String> failed) {
    from(Long.MAX_VALUE, head + 1, done, failed);
  }

  /** The page that ends just before {@code seq}. */
  void before(long seq, Consumer<Page> done, Consumer<String> failed) {
    from(seq, seq, done, failed);
  }

  /** The page that starts just after {@code seq}. */
  void after(long seq, Consumer<List<Event.RoomEvent>> done, Consumer<String> failed) {
    seat.around()
        .background()
        .run(
            () -> seat.archive().after(room, seq, SIZE),
            kept -> {
              if (!kept.isEmpty() && kept.getFirst().seq() == seq + 1) {
                done.accept(kept);
              } else {
                ask(new Span.After(seq), page -> done.accept(page.events()), failed);
              }
            },
            e -> failed.accept(Sentences.of(e)));
  }

  /** The pages before and from {@code seq} on, as one; only the first when the other fails. */
  void around(long seq, Consumer<Page> done, Consumer<String> failed) {
    before(
        seq,
        older ->
            after(
                seq - 1,
                newer -> done.accept(joined(older, newer)),
                sentence -> {
                  if (older.events().isEmpty()) {
                    failed.accept(sentence);
                  } else {
                    done.accept(older);
                  }
                }),
        failed);
  }

  private static Page joined(Page older, List<Event.RoomEvent> newer) {
    List<Event.RoomEvent> all = new ArrayList<>(older.events());
    all.addAll(newer);
    return new Page(all, older.fromStart());
  }

  private void from(long seq, long serverSeq, Consumer<Page> done, Consumer<String> failed) {
    seat.around()
        .background()
        .run(
            () -> seat.archive().before(room, seq, SIZE),
            kept -> {
              if (!kept.isEmpty()) {
                done.accept(new Page(kept, kept.getFirst().seq() == 1));
              } else if (serverSeq > 1) {
                ask(new Span.Before(serverSeq), done, failed);
              } else {
                done.accept(new Page(List.of(), true));
              }
            },
            e -> failed.accept(Sentences.of(e)));
  }

  private void ask(Span span, Consumer<Page> done, Consumer<String> failed) {
    seat.await(
        seat.connection().history(room, span, SIZE),
        page -> done.accept(new Page(page.events(), !page.more())),
        e -> failed.accept(Sentences.of(e)));
  }
}
