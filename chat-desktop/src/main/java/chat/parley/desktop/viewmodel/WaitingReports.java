package chat.parley.desktop.viewmodel;

import chat.parley.model.RoomId;
import chat.parley.protocol.Event;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * How many reports wait, of those that I may see: for each room I moderate, and for all rooms when
 * I run the server. The server tells it by itself. FX thread.
 */
public final class WaitingReports {
  private final Map<RoomId, Long> byRoom = new HashMap<>();
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total");

  WaitingReports() {}

  /** In all rooms together. */
  public ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  public long in(RoomId room) {
    return byRoom.getOrDefault(room, 0L);
  }

  void heard(Event.Reported reported) {
    byRoom.put(reported.room(), reported.waiting());
    total.set(byRoom.values().stream().mapToLong(Long::longValue).sum());
  }

  /** The server tells all of it again. */
  void clear() {
    byRoom.clear();
    total.set(0);
  }
}
