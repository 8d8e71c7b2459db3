package chat.parley.model;

/**
 * A room as one member has it.
 *
 * @param head the newest seq of the room's log; 0 when it is empty
 * @param read the seq up to which this member has read, at most {@code head}
 * @param unread messages of others after {@code read}
 * @param mentions how many of those name this member
 */
public record RoomState(Room room, long head, long read, long unread, long mentions) {
  public RoomState {
    if (head < 0 || read < 0 || read > head || unread < 0 || mentions < 0) {
      throw new IllegalArgumentException("Room numbers are out of range.");
    }
  }
}
