package chat.parley.model;

/** Somebody who belongs to a room, connected or not. */
public record Member(User user, Presence presence) {}
