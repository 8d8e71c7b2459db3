package chat.parley.desktop.viewmodel.alerts;

import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What waits for me in each room: the server's numbers, and what only this app knows to concern me
 * since it has my keywords. Read marks of any device take both away.
 */
final class RoomCounts {
  /** Nobody sees a larger number. */
  private static final int MOST_OWN = 999;

  private final Map<RoomId, RoomState> rooms = new HashMap<>();
  private final Map<RoomId, TreeSet<Long>> own = new HashMap<>();

  void become(List<RoomState> states) {
    rooms.clear();
    states.forEach(this::put);
    own.keySet().retainAll(rooms.keySet());
  }

  void put(RoomState state) {
    RoomId room = state.room().id();
    rooms.put(room, state);
    TreeSet<Long> seqs = own.get(room);
    if (seqs != null) {
      seqs.headSet(state.read(), true).clear();
    }
  }

  void remove(RoomId room) {
    rooms.remove(room);
    own.remove(room);
  }

  void clear() {
    rooms.clear();
    own.clear();
  }

  @Nullable RoomState find(RoomId room) {
    return rooms.get(room);
  }

  /** A message that the server does not count as naming me, but I do. */
  void concernsMe(RoomId room, long seq) {
    TreeSet<Long> seqs = own.computeIfAbsent(room, _ -> new TreeSet<>());
    if (seqs.size() < MOST_OWN) {
      seqs.add(seq);
    }
  }

  /** What the badge shows: all of direct rooms, of others what concerns me. */
  int total(RoomLevels levels) {
    long sum = rooms.values().stream().mapToLong(state -> of(state, levels)).sum();
    return (int) Math.min(Integer.MAX_VALUE, sum);
  }

  private long of(RoomState state, RoomLevels levels) {
    RoomKind kind = state.room().kind();
    RoomLevels.Choice choice = levels.of(state.room().id(), kind);
    if (choice.muted()) {
      return 0;
    }
    if (kind == RoomKind.DIRECT && choice.level() != Level.NONE) {
      return state.unread();
    }
    TreeSet<Long> seqs = own.get(state.room().id());
    return state.mentions() + (seqs == null ? 0 : seqs.size());
  }
}
