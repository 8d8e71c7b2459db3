package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * A message of this person on its way out.
 *
 * @param queuedAt when it was written, this computer's clock, epoch milliseconds
 * @param problem one sentence for a person, in {@code FAILED}
 * @param seq its place in the log, in {@code SENT}; else 0
 */
public record Outgoing(
    RoomId room,
    Nonce nonce,
    String body,
    long queuedAt,
    State state,
    @Nullable String problem,
    long seq) {

  /** How far it has come. */
  public enum State {
    /** On this computer's disk, waiting for a connection. */
    QUEUED,
    /** Said to the server, not yet acknowledged. */
    SENDING,
    /** On the server's disk. */
    SENT,
    /** Refused for good; the person may retry or delete it. */
    FAILED
  }
}
