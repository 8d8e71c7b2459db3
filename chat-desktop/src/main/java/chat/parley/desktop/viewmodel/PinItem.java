package chat.parley.desktop.viewmodel;

import chat.parley.model.UserId;

/**
 * A message that is pinned to a room.
 *
 * @param at epoch milliseconds
 * @param mayUnpin whether I may take it down
 */
public record PinItem(long seq, UserId from, String name, long at, String body, boolean mayUnpin) {}
