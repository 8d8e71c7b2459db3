package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A message of this person on its way out.
 *
 * @param queuedAt when it was written, this computer's clock, epoch milliseconds
 * @param problem one sentence for a person, in {@code FAILED}
 * @param seq its place in the log, in {@code SENT}; else 0
 * @param hook what it hangs on
 * @param heldUntil it waits until then, this computer's clock, so that it can be taken back; 0 when
 *     it does not
 * @param code what the problem is about, in {@code FAILED}; null for one that has no code
 */
public record Outgoing(
    RoomId room,
    Nonce nonce,
    String body,
    long queuedAt,
    State state,
    @Nullable String problem,
    long seq,
    Command.Hook hook,
    long heldUntil,
    @Nullable ErrorCode code) {

  /** A message that was not refused. */
  public Outgoing(
      RoomId room,
      Nonce nonce,
      String body,
      long queuedAt,
      State state,
      @Nullable String problem,
      long seq,
      Command.Hook hook,
      long heldUntil) {
    this(room, nonce, body, queuedAt, state, problem, seq, hook, heldUntil, null);
  }

  /** A message that hangs on nothing and is not held back. */
  public Outgoing(
      RoomId room,
      Nonce nonce,
      String body,
      long queuedAt,
      State state,
      @Nullable String problem,
      long seq) {
    this(room, nonce, body, queuedAt, state, problem, seq, Command.Hook.NONE, 0);
  }

  /** The same message on another step of its way. */
  public Outgoing in(State next, @Nullable String why, long place) {
    return new Outgoing(
        room, nonce, body, queuedAt, next, why, place, hook, next == State.QUEUED ? heldUntil : 0);
  }

  /** The same message, refused for good. */
  public Outgoing refused(ErrorCode what, String why) {
    return new Outgoing(room, nonce, body, queuedAt, State.FAILED, why, 0, hook, 0, what);
  }

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
