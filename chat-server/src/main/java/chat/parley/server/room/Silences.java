package chat.parley.server.room;

import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may not write in which room, for what never reaches the store: typing. A shadow of the
 * store's, moved by the results of committed writes. Safe for any thread.
 */
public final class Silences {
  private record Place(RoomId room, UserId user) {}

  private final Map<Place, Long> until = new ConcurrentHashMap<>();

  /** They stay it when they leave, for the day on which they come back. */
  private final Set<Place> readers = ConcurrentHashMap.newKeySet();

  /**
   * @param untilMillis epoch milliseconds; 0 when they may write
   */
  public void put(RoomId room, UserId user, long untilMillis) {
    var place = new Place(room, user);
    if (untilMillis == 0) {
      until.remove(place);
    } else {
      until.put(place, untilMillis);
    }
  }

  /** Whether somebody only reads there, as long as nobody says otherwise. */
  public void reader(RoomId room, UserId user, boolean only) {
    var place = new Place(room, user);
    if (only) {
      readers.add(place);
    } else {
      readers.remove(place);
    }
  }

  /** Ranks change by a command, and by an owner's leaving; both are in the log. */
  public void follow(List<Event.RoomEvent> events) {
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.RankChanged changed) {
        reader(changed.room(), changed.member().id(), changed.rank() == Rank.READER);
      }
    }
  }

  public boolean isReader(RoomId room, UserId user) {
    return readers.contains(new Place(room, user));
  }

  /** Until when somebody may not write; 0 when they may. */
  public long of(RoomId room, UserId user, long nowMillis) {
    var place = new Place(room, user);
    long end = until.getOrDefault(place, 0L);
    if (end != 0 && end <= nowMillis) {
      until.remove(place, end);
      return 0;
    }
    return end;
  }
}
