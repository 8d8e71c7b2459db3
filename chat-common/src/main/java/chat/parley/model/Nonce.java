package chat.parley.model;

import java.util.UUID;

/**
 * The sender's mark on one message, which makes sending it again harmless: a device never uses the
 * same nonce for two messages. 1 to 64 visible ASCII characters.
 */
public record Nonce(String value) {
  public Nonce {
    Ids.check("nonce", value);
  }

  /** A nonce nobody has used before. */
  public static Nonce fresh() {
    return new Nonce(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
