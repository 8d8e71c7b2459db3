package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Counts the seconds until I may write again in a room whose members have to wait. */
final class SlowMode {
  private static final long SECOND = 1_000;

  /** Of what is kept of a room, so many of the newest events are looked through for mine. */
  private static final int MOST = 500;

  private final Consumer<String> tell;
  private final Map<RoomId, Long> saidAt = new HashMap<>();
  private final Set<RoomId> looked = new HashSet<>();
  private @Nullable Seat seat;
  private @Nullable RoomItem room;
  private Subscription bound = Subscription.EMPTY;
  private Runnable stopCounting = () -> {};

  /**
   * @param tell is told one sentence while I have to wait, and an empty one when I need not
   */
  SlowMode(Consumer<String> tell) {
    this.tell = tell;
  }

  void attach(Seat now) {
    seat = now;
    count();
  }

  void detach() {
    room(null);
    saidAt.clear();
    looked.clear();
    seat = null;
  }

  /** Another room is shown. */
  void room(@Nullable RoomItem now) {
    bound.unsubscribe();
    room = now;
    bound =
        now == null
            ? Subscription.EMPTY
            : Subscription.combine(
                now.roomProperty().subscribe(this::count),
                now.rankProperty().subscribe(this::count));
    count();
  }

  /** Of what I said on another device, and before the app was started. */
  void onEvents(RoomId of, List<Event.RoomEvent> events) {
    if (seat != null) {
      Optional<Long> at = lastOfMine(events, seat.me().id());
      at.ifPresent(when -> know(of, when));
    }
  }

  /** By the server's clock, which may differ from mine; so it never counts from the future. */
  private void know(RoomId of, long at) {
    if (seat != null) {
      saidAt.merge(of, Math.min(at, seat.around().clock().millis()), Math::max);
      count();
    }
  }

  private static Optional<Long> lastOfMine(List<Event.RoomEvent> events, UserId me) {
    return events.stream()
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast)
        .filter(message -> message.from().equals(me))
        .map(Event.Message::at)
        .max(Comparator.naturalOrder());
  }

  /** What I said before the app was started is kept on this computer. */
  private void lookBack() {
    RoomItem of = room;
    Seat here = seat;
    if (here != null && of != null && waitMillis(of) > 0 && looked.add(of.id())) {
      here.around()
          .background()
          .run(
              () ->
                  lastOfMine(here.archive().before(of.id(), Long.MAX_VALUE, MOST), here.me().id()),
              at -> at.ifPresent(when -> know(of.id(), when)),
              _ -> {}); // the server counts too, and says so when it is asked
    }
  }

  void onOutgoing(Outgoing message) {
    if (seat != null && message.state() == Outgoing.State.SENT) {
      saidAt.put(message.room(), seat.around().clock().millis());
      count();
    }
  }

  private void count() {
    lookBack();
    stopCounting.run();
    stopCounting = () -> {};
    long left = left();
    if (seat == null || left <= 0) {
      tell.accept("");
      return;
    }
    tell.accept(Texts.of("composer.slow", (left + SECOND - 1) / SECOND));
    long untilNext = left % SECOND == 0 ? SECOND : left % SECOND;
    stopCounting = seat.around().fx().after(Duration.ofMillis(untilNext), this::count);
  }

  /** In milliseconds. */
  private long left() {
    if (seat == null || room == null || isExempt(seat, room)) {
      return 0;
    }
    Long said = saidAt.get(room.id());
    long wait = waitMillis(room);
    return said == null || wait == 0 ? 0 : said + wait - seat.around().clock().millis();
  }

  private static long waitMillis(RoomItem room) {
    return room.roomProperty().get().slowSeconds() * SECOND;
  }

  private static boolean isExempt(Seat seat, RoomItem room) {
    return room.rankProperty().get().compareTo(Rank.MODERATOR) >= 0
        || seat.me().role().compareTo(Role.ADMIN) >= 0;
  }
}
