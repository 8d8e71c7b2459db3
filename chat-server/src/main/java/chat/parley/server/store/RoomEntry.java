package chat.parley.server.store;

import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A room as the committer has it: its numbers and members, as they are in the open transaction.
 * Committer's thread only.
 */
final class RoomEntry {
  final long key;
  private Room room;
  private long head;
  private long messages;
  private long expired;
  private int owners;
  private final Map<UserId, Membership> members = new HashMap<>();
  private final Map<String, Membership> membersByNameKey = new HashMap<>();

  RoomEntry(long key, Room room, long head, long messages, long expired) {
    this.key = key;
    this.room = room;
    this.head = head;
    this.messages = messages;
    this.expired = expired;
  }

  Room room() {
    return room;
  }

  RoomId id() {
    return room.id();
  }

  boolean isDirect() {
    return room.kind() == RoomKind.DIRECT;
  }

  void become(Room changed) {
    room = changed;
  }

  long head() {
    return head;
  }

  long messages() {
    return messages;
  }

  /** Messages up to there are gone because of their age. */
  void expire(long seq) {
    expired = seq;
  }

  /** The log has a new event, the numbers of which are these. */
  void grow(long newHead, long newMessages) {
    head = newHead;
    messages = newMessages;
  }

  int size() {
    return members.size();
  }

  boolean isOwned() {
    return owners > 0;
  }

  Collection<Membership> members() {
    return members.values();
  }

  @Nullable Membership member(UserId user) {
    return members.get(user);
  }

  @Nullable Membership memberOf(long userKey) {
    return members.values().stream()
        .filter(member -> member.userKey == userKey)
        .findFirst()
        .orElse(null);
  }

  Membership get(UserId user) throws Refused {
    Membership member = members.get(user);
    if (member == null) {
      throw new Refused(Refusals.noSuchRoom());
    }
    return member;
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
    owners += ownersIn(member);
  }

  void remove(Membership member) {
    members.remove(member.user.id());
    membersByNameKey.remove(member.nameKey);
    owners -= ownersIn(member);
  }

  void rank(Membership member, Rank rank) {
    owners -= ownersIn(member);
    member.rank(rank);
    owners += ownersIn(member);
  }

  boolean isLastOwner(Membership member) {
    return owners == 1 && member.rank() == Rank.OWNER;
  }

  /**
   * @param now epoch milliseconds
   */
  Rules.Standing standing(Membership member, long now) {
    return new Rules.Standing(
        member.user.role(),
        member.rank(),
        room.kind(),
        room.posting(),
        room.archived(),
        isOwned(),
        member.mutedUntil() > now ? member.mutedUntil() : 0);
  }

  long unread(Membership member) {
    return messages - member.readMessages() - member.ownUnread();
  }

  RoomState state(Membership member, long mentions) {
    List<User> with =
        isDirect()
            ? members.values().stream()
                .filter(other -> other != member)
                .map(other -> other.user)
                .sorted(Comparator.comparing(User::name, String.CASE_INSENSITIVE_ORDER))
                .toList()
            : List.of();
    return new RoomState(
        room,
        head,
        member.readSeq(),
        unread(member),
        mentions,
        member.rank(),
        with,
        member.mutedUntil(),
        expired);
  }

  /** The room as a member has it who has just come in. */
  RoomState stateOf(UserId member) {
    return state(Objects.requireNonNull(members.get(member)), 0);
  }

  private static int ownersIn(Membership member) {
    return member.rank() == Rank.OWNER ? 1 : 0;
  }
}
