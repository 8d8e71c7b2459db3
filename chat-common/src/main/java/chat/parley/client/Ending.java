package chat.parley.client;

import chat.parley.protocol.CloseCode;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended, and what that means for the next one.
 *
 * @param comeBack whether to try again by itself
 * @param problem one sentence for a person
 * @param code what the server said, when it refused the log-in
 * @param retryMs the least to wait before the next try
 */
record Ending(boolean comeBack, String problem, @Nullable ErrorCode code, long retryMs) {

  static Ending broken(String problem) {
    return new Ending(true, problem, null, 0);
  }

  static Ending refused(Event.Failed refusal) {
    boolean comeBack = refusal.code().temporary();
    return new Ending(comeBack, refusal.message(), refusal.code(), refusal.retryMs());
  }

  static Ending closed(ServerAddress server, WebSocketLine.Closed closed) {
    if (!closed.byServer()) {
      return broken(closed.problem());
    }
    return new Ending(CloseCode.comeBack(closed.code()), problem(server, closed), null, 0);
  }

  private static String problem(ServerAddress server, WebSocketLine.Closed closed) {
    for (CloseCode known : CloseCode.values()) {
      if (known.code() == closed.code()) {
        return problem(server, known);
      }
    }
    return closed.problem();
  }

  private static String problem(ServerAddress server, CloseCode code) {
    return switch (code) {
      case NORMAL -> server + " ended the connection.";
      case SLOW_READER -> "The connection to " + server + " was too slow and was cut.";
      case TOO_BIG -> server + " was sent more at once than it takes.";
      case REPLACED ->
          "You are connected in another window with the same log-in; this one was disconnected.";
      case GOING_AWAY -> server + " is stopping or restarting.";
      case TOO_MANY -> server + " has too many connections just now.";
      case BAD_MESSAGE ->
          server + " does not understand this version of Parley; update the older of the two.";
      case NOT_LOGGED_IN, FORBIDDEN -> server + " does not let you in any more; log in again.";
      case TOO_SLOW_TO_LOG_IN -> "The connection to " + server + " was too slow to log in.";
    };
  }
}
