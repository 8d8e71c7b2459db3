package chat.parley.server.store;

import chat.parley.protocol.ErrorCode;

/** How a write ended. */
public sealed interface Result<R> {
  /** On disk, synced. */
  record Done<R>(R value) implements Result<R> {}

  /**
   * Not done; nothing was written.
   *
   * @param message one sentence for the person who asked
   * @param retryMs when the same may succeed; 0 when waiting does not help
   */
  record Refused<R>(ErrorCode code, String message, long retryMs) implements Result<R> {}
}
