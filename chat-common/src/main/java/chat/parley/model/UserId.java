package chat.parley.model;

/**
 * The opaque name of a user on the wire: 1 to 64 visible ASCII characters, never shown to people.
 */
public record UserId(String value) {
  public UserId {
    Ids.check("user id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
