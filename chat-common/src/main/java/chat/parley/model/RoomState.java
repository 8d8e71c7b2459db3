package chat.parley.model;

import java.util.List;

/**
 * A room as one member has it.
 *
 * @param head the newest seq of the room's log; 0 when it is empty
 * @param read the seq up to which this member has read, at most {@code head}
 * @param unread messages of others after {@code read}
 * @param mentions how many of those name this member
 * @param rank what this member may do there
 * @param with the other people of a direct room, by name; empty for every other kind
 * @param mutedUntil until when this member may not write, epoch milliseconds; 0 when they may
 * @param expired messages up to this seq are gone because of their age; 0 for none
 */
public record RoomState(
    Room room,
    long head,
    long read,
    long unread,
    long mentions,
    Rank rank,
    List<User> with,
    long mutedUntil,
    long expired) {
  public RoomState {
    if (head < 0 || read < 0 || read > head || unread < 0 || mentions < 0 || expired < 0) {
      throw new IllegalArgumentException("Room numbers are out of range.");
    }
    with = List.copyOf(with);
  }

  /** As somebody has it who may write. */
  public RoomState(
      Room room, long head, long read, long unread, long mentions, Rank rank, List<User> with) {
    this(room, head, read, unread, mentions, rank, with, 0, 0);
  }

  /** As an ordinary member of a room that is not direct has it. */
  public RoomState(Room room, long head, long read, long unread, long mentions) {
    this(room, head, read, unread, mentions, Rank.MEMBER, List.of());
  }

  /** The same room with other numbers. */
  public RoomState count(long newHead, long newRead, long newUnread, long newMentions) {
    return new RoomState(
        room, newHead, newRead, newUnread, newMentions, rank, with, mutedUntil, expired);
  }

  /** The same numbers for a room that was changed. */
  public RoomState with(Room changed) {
    return new RoomState(changed, head, read, unread, mentions, rank, with, mutedUntil, expired);
  }
}
