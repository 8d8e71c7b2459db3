package chat.parley.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did by the power of their role or rank. Never has what messages say.
 *
 * @param at epoch milliseconds
 * @param deed a word for it, such as {@code ban}
 * @param whom it was done to; null when to nobody
 * @param room where; null when on the whole server
 * @param detail of that deed; may be empty
 */
public record AuditEntry(
    long id,
    long at,
    User by,
    String deed,
    @Nullable User whom,
    @Nullable RoomId room,
    String detail) {}
