package chat.parley.server.command;

import java.nio.charset.StandardCharsets;

/** Makes what people wrote fit the end of a connection (RFC 6455 section 5.5). */
final class CloseReason {
  private static final int MOST_BYTES = 120;
  private static final String REST = "…";

  private CloseReason() {}

  static String of(String reason) {
    if (bytes(reason) <= MOST_BYTES) {
      return reason;
    }
    int end = reason.length();
    while (end > 0 && bytes(reason.substring(0, end) + REST) > MOST_BYTES) {
      end = reason.offsetByCodePoints(end, -1);
    }
    return reason.substring(0, end) + REST;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
