package chat.parley.desktop.viewmodel.search;

import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.model.UserId;

/**
 * A message that was found.
 *
 * @param at epoch milliseconds of the server's clock
 * @param files the names of its files; empty when it has none
 * @param roomNamed whether it has to say where it stands
 */
public record SearchHit(
    RoomItem room,
    long seq,
    UserId from,
    String name,
    long at,
    Excerpt said,
    Excerpt files,
    boolean roomNamed) {
  /** No two in a list have the same. */
  public String key() {
    return room.id() + " " + seq;
  }
}
