package chat.parley.model;

/**
 * A line of the room directory.
 *
 * @param members how many people belong to it
 * @param joined whether the reader is one of them
 */
public record RoomListing(Room room, int members, boolean joined) {}
