package chat.parley.model;

/**
 * One installation of a client, by which a person came in: the scope in which nonces are unique.
 */
public record DeviceId(String value) {
  public DeviceId {
    Ids.check("device id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
