package chat.parley.protocol;

import chat.parley.model.MessageLimits;

/**
 * What a server lets one client do; told in {@link Event.Welcome} so that a client can keep to it.
 *
 * @param frameBytes largest WebSocket message in UTF-8 bytes, fragments together
 * @param bodyChars longest message text in UTF-16 units; always fits a frame, whatever it escapes
 *     to
 * @param rooms rooms one person may be a member of
 * @param inFlight sends that may wait for their ack on one connection
 * @param sendBurst messages one person may send at once
 * @param sendPerSecond messages a second that one person may send for long; 0 means no limit
 * @param historyEvents most events in one page of history
 * @param fileBytes largest file in bytes; 0 when the server takes none
 */
public record Limits(
    int frameBytes,
    int bodyChars,
    int rooms,
    int inFlight,
    int sendBurst,
    int sendPerSecond,
    int historyEvents,
    long fileBytes) {
  public static final Limits DEFAULT =
      new Limits(65_536, 16_384, 512, 32, 10, 5, 500, 100L * 1024 * 1024);

  /** Most files that go with one message. */
  public static final int MESSAGE_FILES = 10;

  /** Most messages in one page of a search. */
  public static final int HITS = 100;

  /** How deep JSON may nest, on both ends. */
  public static final int JSON_DEPTH = 16;

  /** Largest frame a client accepts from a server: a page of history is one frame. */
  public static final int SERVER_FRAME_BYTES = 32 * 1024 * 1024;

  /** A client says something at least this often; the server answers. */
  public static final int PING_SECONDS = 20;

  /** A connection on which nothing arrived for so long is dead, on both ends. */
  public static final int DEAD_SECONDS = 45;

  /** The same limits without a rate, for benchmarks. */
  public Limits withoutRates() {
    return new Limits(frameBytes, bodyChars, rooms, inFlight, 0, 0, historyEvents, fileBytes);
  }

  /** The same limits with messages as they were decided; a rate that is lifted stays lifted. */
  public Limits withMessages(MessageLimits messages) {
    boolean lifted = sendPerSecond == 0;
    return new Limits(
        frameBytes,
        messages.bodyChars(),
        rooms,
        inFlight,
        lifted ? 0 : MessageLimits.burst(messages.sendPerSecond()),
        lifted ? 0 : messages.sendPerSecond(),
        historyEvents,
        fileBytes);
  }

  /** The same limits with files of at most so many bytes. */
  public Limits withFiles(long bytes) {
    return new Limits(
        frameBytes, bodyChars, rooms, inFlight, sendBurst, sendPerSecond, historyEvents, bytes);
  }
}
