package chat.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * A message that somebody found should be looked at.
 *
 * @param roomName empty for readers who are not in the room, unless it is public
 * @param author who said it
 * @param text what it said when it was reported; empty once the report is resolved
 * @param by who reported it
 * @param at when, epoch milliseconds
 * @param resolution null while nobody has dealt with it
 */
public record Report(
    long id,
    RoomId room,
    String roomName,
    long seq,
    User author,
    String text,
    User by,
    String reason,
    long at,
    @Nullable Resolution resolution) {

  /**
   * What was made of a report.
   *
   * @param at epoch milliseconds
   */
  public record Resolution(User by, long at, String note) {}
}
