package chat.parley.client;

import chat.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far this client is in one room's log, and the rule that nothing is applied twice or out of
 * order: {@code seq == cursor + 1} is applied, lower is dropped, higher is held until what lies
 * between has come. Loop only.
 */
final class RoomLog {
  /** Events held beyond a hole; more are dropped and fetched again later. */
  static final int MAX_HELD = 200;

  private final TreeMap<Long, Event.RoomEvent> held = new TreeMap<>();
  private List<Event.RoomEvent> fresh = new ArrayList<>();
  private long cursor;
  private long wanted;
  private boolean kept;

  /**
   * @param cursor the last seq applied; the next one is applied
   * @param kept whether the journal has anything of this room
   */
  RoomLog(long cursor, boolean kept) {
    this.cursor = cursor;
    this.wanted = cursor;
    this.kept = kept;
  }

  void arrived(Event.RoomEvent event) {
    want(event.seq());
    if (event.seq() == cursor + 1) {
      apply(event);
      applyHeld();
    } else if (event.seq() > cursor && held.size() < MAX_HELD) {
      held.put(event.seq(), event);
    }
  }

  /** It is known that the log reaches to {@code seq}. */
  void want(long seq) {
    wanted = Math.max(wanted, seq);
  }

  long cursor() {
    return cursor;
  }

  boolean hasHole() {
    return cursor < wanted;
  }

  boolean kept() {
    return kept;
  }

  /** What was applied since the last call, in order. */
  List<Event.RoomEvent> takeFresh() {
    List<Event.RoomEvent> taken = fresh;
    fresh = new ArrayList<>();
    return taken;
  }

  /** The journal has something of this room now. */
  void nowKept() {
    kept = true;
  }

  private void apply(Event.RoomEvent event) {
    fresh.add(event);
    cursor = event.seq();
  }

  private void applyHeld() {
    for (Map.Entry<Long, Event.RoomEvent> next = held.firstEntry();
        next != null && next.getKey() <= cursor + 1;
        next = held.firstEntry()) {
      held.pollFirstEntry();
      if (next.getKey() == cursor + 1) {
        apply(next.getValue());
      }
    }
  }
}
