package chat.parley.client;

import chat.parley.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The state of the connection and why.
 *
 * @param problem one sentence for a person, in {@code WAITING} and {@code REFUSED}
 * @param code what the server said, in {@code REFUSED}; null when the address itself is the trouble
 * @param retryAtMillis when the next try starts, epoch milliseconds, in {@code WAITING}; else 0
 */
public record Link(
    LinkState state, @Nullable String problem, @Nullable ErrorCode code, long retryAtMillis) {
  public static Link of(LinkState state) {
    return new Link(state, null, null, 0);
  }
}
