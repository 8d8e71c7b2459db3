package chat.parley.desktop.viewmodel.timeline;

import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.model.RoomId;
import java.time.Duration;

/** Tells the server how far I have read: at once, but not with every line that scrolls by. */
final class ReadReports {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final RoomId room;
  private final Seat seat;
  private long seen;
  private long told;
  private boolean pausing;

  /** Whether I want what is in sight to stay unread. */
  private boolean held;

  ReadReports(RoomId room, long read, Seat seat) {
    this.room = room;
    this.seat = seat;
    seen = read;
    told = read;
  }

  /** From after {@code seq} on I want it unread, until {@link #release}. */
  void hold(long seq) {
    seen = seq;
    told = seq;
    held = true;
  }

  void release() {
    held = false;
  }

  boolean isHeld() {
    return held;
  }

  void seen(long seq) {
    if (held) {
      return;
    }
    seen = Math.max(seen, seq);
    if (!pausing && seen > told) {
      tell();
      pausing = true;
      seat.around().fx().after(PAUSE, this::pauseOver);
    }
  }

  /** Tells what is still to be told. */
  void flush() {
    if (seen > told) {
      tell();
    }
  }

  private void pauseOver() {
    pausing = false;
    seen(seen);
  }

  private void tell() {
    told = seen;
    seat.connection().read(room, seen);
  }
}
