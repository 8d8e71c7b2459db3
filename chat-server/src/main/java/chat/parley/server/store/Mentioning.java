package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Predicate;

/**
 * Finds whom a text names or calls, and writes it down for their counts. Committer's thread only.
 */
final class Mentioning {
  /** Whom one message can name; what is beyond stays plain text. */
  private static final int MOST_NAMED = 50;

  /** Whom one message can call. */
  private static final int MOST_CALLED = 2_000;

  private final Statements db;
  private final Recounts recounts;

  Mentioning(Statements db, Recounts recounts) {
    this.db = db;
    this.recounts = recounts;
  }

  /**
   * @param call the widest of those in the text
   */
  record Found(SequencedSet<Membership> named, Ties.Call call) {
    List<UserId> ids() {
      return named.stream().map(member -> member.user.id()).toList();
    }
  }

  Found find(RoomEntry room, Membership sender, List<Write.Naming> naming) {
    var named = new LinkedHashSet<Membership>();
    Ties.Call call = Ties.Call.NOBODY;
    for (Write.Naming one : naming) {
      Membership member = room.memberNamed(one.keys());
      if (member == null) {
        call = one.call().compareTo(call) > 0 ? one.call() : call;
      } else if (member != sender && named.size() < MOST_NAMED) {
        named.add(member);
      }
    }
    return new Found(named, call);
  }

  /**
   * For a new message.
   *
   * @param online whom @here calls
   */
  void write(RoomEntry room, Membership sender, long seq, Found found, Predicate<UserId> online)
      throws SQLException {
    for (Membership member : found.named()) {
      insert(room, member, seq);
    }
    if (found.call() == Ties.Call.NOBODY) {
      return;
    }
    int called = 0;
    for (Membership member : room.members()) {
      boolean meant =
          member != sender && (found.call() == Ties.Call.ROOM || online.test(member.user.id()));
      if (meant && !found.named().contains(member) && called < MOST_CALLED) {
        insert(room, member, seq);
        called++;
      }
    }
  }

  /** For an edited message: whoever was named before stays so. */
  void add(RoomEntry room, long seq, Found found) throws SQLException {
    for (Membership member : found.named()) {
      if (insert(room, member, seq)) {
        recounts.add(room.id(), member.userKey, seq);
      }
    }
  }

  /** For a message that is no more. Seldom, so that it needs no index of its own. */
  void forget(long roomKey, RoomId room, long seq) throws SQLException {
    List<Long> named =
        db.all(
            "DELETE FROM mentions WHERE user_key IN (SELECT key FROM users)"
                + " AND room_key = ? AND seq = ? RETURNING user_key",
            row -> row.getLong(1),
            roomKey,
            seq);
    named.forEach(userKey -> recounts.add(room, userKey, seq));
  }

  /** Whether it was not there before. */
  private boolean insert(RoomEntry room, Membership member, long seq) throws SQLException {
    return db.update(
            "INSERT INTO mentions (user_key, room_key, seq) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING",
            member.userKey,
            room.key,
            seq)
        > 0;
  }
}
