package chat.parley.client;

import chat.parley.protocol.Limits;
import java.time.Duration;

/**
 * How long a client waits for what. Tests pass shorter ones.
 *
 * @param connect from the call to an open TCP connection
 * @param handshake from there to an open WebSocket
 * @param welcome from there to the server's welcome
 * @param ping after so long without a word of ours, or of the server, we ask whether it is there
 * @param dead nothing heard for so long means that the line is dead
 * @param reply no answer to a command for so long means the same
 * @param backoff the longest first wait after a cut; doubles with every failure in a row
 * @param backoffMax the longest wait of all
 * @param typing between two typing signals for one room
 * @param read between two rounds of read marks
 */
public record Timings(
    Duration connect,
    Duration handshake,
    Duration welcome,
    Duration ping,
    Duration dead,
    Duration reply,
    Duration backoff,
    Duration backoffMax,
    Duration typing,
    Duration read) {
  public static final Timings DEFAULT =
      new Timings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(Limits.PING_SECONDS),
          Duration.ofSeconds(Limits.DEAD_SECONDS),
          Duration.ofSeconds(20),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(3),
          Duration.ofMillis(500));
}
