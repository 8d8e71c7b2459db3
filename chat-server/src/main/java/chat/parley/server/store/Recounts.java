package chat.parley.server.store;

import chat.parley.model.RoomId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose unread mentions a batch changed otherwise than by a new message. They are counted when the
 * batch is over and told after its events, so that nobody counts one of those twice. Committer's
 * thread only.
 */
final class Recounts {
  private record Whose(RoomId room, long userKey) {}

  /** With the newest of the messages concerned. */
  private final Map<Whose, Long> due = new LinkedHashMap<>();

  void add(RoomId room, long userKey, long seq) {
    due.merge(new Whose(room, userKey), seq, Math::max);
  }

  /** The numbers of those who are still there and have not read that far. */
  List<Recount> take(RoomCache rooms, ReadMarks marks) throws SQLException {
    if (due.isEmpty()) {
      return List.of();
    }
    List<Recount> recounts = new ArrayList<>();
    for (Map.Entry<Whose, Long> one : due.entrySet()) {
      RoomEntry room = rooms.find(one.getKey().room()).orElse(null);
      Membership member = room == null ? null : room.memberOf(one.getKey().userKey());
      if (room != null && member != null && member.readSeq() < one.getValue()) {
        recounts.add(new Recount(member.user.id(), marks.now(room, member)));
      }
    }
    due.clear();
    return recounts;
  }
}
