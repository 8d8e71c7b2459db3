package chat.parley.model;

/**
 * A place with a log. {@code topic} and {@code description} may be empty, never null.
 *
 * @param name without a #; empty for a direct room, which is called by the people in it
 * @param archived nobody may write in it any more; it can be read and searched
 * @param slowSeconds how long a member waits from one message to the next; 0 for not at all
 */
public record Room(
    RoomId id,
    String name,
    RoomKind kind,
    String topic,
    String description,
    Posting posting,
    boolean archived,
    int slowSeconds) {

  /** A room in which nobody has to wait. */
  public Room(
      RoomId id,
      String name,
      RoomKind kind,
      String topic,
      String description,
      Posting posting,
      boolean archived) {
    this(id, name, kind, topic, description, posting, archived, 0);
  }

  /** A room in which everybody may write. */
  public Room(RoomId id, String name, RoomKind kind, String topic) {
    this(id, name, kind, topic, "", Posting.EVERYBODY, false);
  }
}
