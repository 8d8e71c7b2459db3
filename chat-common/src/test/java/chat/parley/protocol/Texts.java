package chat.parley.protocol;

/** Text for tests that nobody wants to see written out. */
final class Texts {
  private Texts() {}

  /** Unknown JSON of that depth as a field next to a command's own: the command itself is 1. */
  static String pingWithDepth(int depth) {
    return "{\"type\":\"ping\",\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  /** The first part of a long text, for the message of a failed test. */
  static String shorten(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "… (" + text.length() + ")";
  }
}
