package chat.parley.model;

/** A place with a log. {@code topic} may be empty, never null. */
public record Room(RoomId id, String name, RoomKind kind, String topic) {}
