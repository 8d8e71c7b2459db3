package chat.parley.desktop.viewmodel;

import chat.parley.client.Outgoing;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Counts the seconds until I may write again in a room whose members have to wait. */
final class SlowMode {
  private static final long SECOND = 1_000;

  private final Consumer<String> tell;
  private final Map<RoomId, Long> saidAt = new HashMap<>();
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

  void onOutgoing(Outgoing message) {
    if (seat != null && message.state() == Outgoing.State.SENT) {
      saidAt.put(message.room(), seat.around().clock().millis());
      count();
    }
  }

  private void count() {
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
    long wait = room.roomProperty().get().slowSeconds() * SECOND;
    return said == null || wait == 0 ? 0 : said + wait - seat.around().clock().millis();
  }

  private static boolean isExempt(Seat seat, RoomItem room) {
    return room.rankProperty().get().compareTo(Rank.MODERATOR) >= 0
        || seat.me().role().compareTo(Role.ADMIN) >= 0;
  }
}
