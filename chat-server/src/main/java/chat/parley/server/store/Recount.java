package chat.parley.server.store;

import chat.parley.model.UserId;
import chat.parley.protocol.Event;

/**
 * Somebody has another number of unread mentions in a room than what they heard makes them think.
 */
public record Recount(UserId user, Event.ReadMark mark) {}
