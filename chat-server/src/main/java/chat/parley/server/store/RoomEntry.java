package chat.parley.server.store;

import chat.parley.model.Room;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room as the committer has it: its numbers and members, as they are in the open transaction.
 * Committer's thread only.
 */
final class RoomEntry {
  final long key;
  final Room room;
  private long head;
  private long messages;
  private final Map<UserId, Membership> members = new HashMap<>();
  private final Map<String, Membership> membersByNameKey = new HashMap<>();

  RoomEntry(long key, Room room, long head, long messages) {
    this.key = key;
    this.room = room;
    this.head = head;
    this.messages = messages;
  }

  /** One person's place in the room. {@code readMessages} belongs to {@code readSeq}. */
  static final class Membership {
    final long userKey;
    final User user;
    final String nameKey;
    private long readSeq;
    private long readMessages;

    Membership(long userKey, User user, String nameKey, long readSeq, long readMessages) {
      this.userKey = userKey;
      this.user = user;
      this.nameKey = nameKey;
      this.readSeq = readSeq;
      this.readMessages = readMessages;
    }

    long readSeq() {
      return readSeq;
    }

    long readMessages() {
      return readMessages;
    }

    /** The caller makes sure that it only ever goes up. */
    void read(long seq, long messages) {
      readSeq = seq;
      readMessages = messages;
    }
  }

  long head() {
    return head;
  }

  long messages() {
    return messages;
  }

  /** The log has a new event, the numbers of which are these. */
  void grow(long newHead, long newMessages) {
    head = newHead;
    messages = newMessages;
  }

  int size() {
    return members.size();
  }

  @Nullable Membership member(UserId user) {
    return members.get(user);
  }

  /** The member meant by the first of these name keys that a member has. */
  @Nullable Membership memberNamed(List<String> nameKeys) {
    for (String nameKey : nameKeys) {
      Membership member = membersByNameKey.get(nameKey);
      if (member != null) {
        return member;
      }
    }
    return null;
  }

  void add(Membership member) {
    members.put(member.user.id(), member);
    membersByNameKey.put(member.nameKey, member);
  }

  void remove(Membership member) {
    members.remove(member.user.id());
    membersByNameKey.remove(member.nameKey);
  }

  long unread(Membership member) {
    return messages - member.readMessages;
  }

  RoomState state(Membership member, long mentions) {
    return new RoomState(room, head, member.readSeq, unread(member), mentions);
  }
}
