package chat.parley.model;

/**
 * Lets somebody register. Its code is told once, to who made it.
 *
 * @param role what they become who use it: guest or member
 * @param usesLeft how many more people may
 * @param until when it is over, epoch milliseconds
 * @param by who made it
 * @param at when, epoch milliseconds
 * @param note what it is for; may be empty
 */
public record Invitation(
    String id, Role role, int usesLeft, long until, User by, long at, String note) {}
