package chat.parley.model;

/**
 * The opaque name of a room on the wire: 1 to 64 visible ASCII characters, never shown to people.
 */
public record RoomId(String value) {
  public RoomId {
    Ids.check("room id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
