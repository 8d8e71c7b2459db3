package chat.parley.server.frontdoor;

import chat.parley.protocol.Limits;
import java.time.Duration;

/**
 * How long the other side may take.
 *
 * @param head from accept to a complete request head, TLS handshake included; also for every later
 *     head on the same connection, from its first byte
 * @param idle how long an HTTP connection may wait for its next request, and a body for its end
 * @param silent a WebSocket connection on which nothing arrived for so long is dead
 * @param stalled how long one write may go without progress
 * @param goodbye from the decision to close to the end of the socket
 * @param stop most that {@link FrontDoor#close} takes
 */
public record Deadlines(
    Duration head,
    Duration idle,
    Duration silent,
    Duration stalled,
    Duration goodbye,
    Duration stop) {
  public static final Deadlines DEFAULT =
      new Deadlines(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(Limits.DEAD_SECONDS),
          Duration.ofSeconds(10),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3));
}
