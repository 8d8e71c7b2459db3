package chat.parley.model;

/** The one rule for opaque ids: short, visible ASCII, so that they are safe in logs and JSON. */
final class Ids {
  static final int MAX_CHARS = 64;

  private Ids() {}

  /**
   * @throws IllegalArgumentException with a sentence about {@code what} when the rule is broken
   */
  static void check(String what, String value) {
    if (value.isEmpty() || value.length() > MAX_CHARS) {
      throw new IllegalArgumentException("A " + what + " has 1 to " + MAX_CHARS + " characters.");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        throw new IllegalArgumentException("A " + what + " has only visible ASCII characters.");
      }
    }
  }
}
