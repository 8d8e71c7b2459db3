package chat.parley.bench;

/**
 * Reads of an event only what is counted, without building anything: the generator shares the
 * computer with the server, and must not be what is measured. Stands on the promise of the wire
 * that {@code type} comes first; text inside a body has its quotes escaped and is never taken for a
 * field.
 */
final class EventScan {
  private static final String TYPE = "{\"type\":\"";
  private static final String SEQ = "\"seq\":";
  private static final String BODY = "\"body\":\"";

  private EventScan() {}

  static boolean isOfType(String json, String type) {
    return json.startsWith(TYPE)
        && json.startsWith(type, TYPE.length())
        && json.startsWith("\"", TYPE.length() + type.length());
  }

  /** The event's seq, or 0 when it has none. */
  static long seq(String json) {
    int at = json.indexOf(SEQ);
    return at < 0 ? 0 : number(json, at + SEQ.length());
  }

  /** The number with which the body starts, or 0. */
  static long stamp(String json) {
    int at = json.indexOf(BODY);
    return at < 0 ? 0 : number(json, at + BODY.length());
  }

  private static long number(String json, int from) {
    long value = 0;
    for (int i = from; i < json.length(); i++) {
      int digit = json.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
