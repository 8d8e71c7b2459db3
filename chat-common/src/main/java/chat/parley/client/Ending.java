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

  /** To try again would only ask a stranger again; a person has to decide. */
  static Ending strangersKey(ServerAddress server) {
    String problem = server + " has another key than before; nothing was sent.";
    return new Ending(false, problem, null, 0);
  }

  static Ending closed(ServerAddress server, WebSocketLine.Closed closed) {
    if (!closed.byServer()) {
      return broken(closed.problem());
    }
    // A device that was logged out hears it so, or by the token with which it comes back.
    boolean loggedOut = closed.code() == CloseCode.LOGGED_OUT.code();
    ErrorCode code = loggedOut ? ErrorCode.BAD_TOKEN : null;
    return new Ending(CloseCode.comeBack(closed.code()), problem(server, closed), code, 0);
  }

  /** Who was sent out is told why by those who did it. */
  private static String problem(ServerAddress server, WebSocketLine.Closed closed) {
    for (CloseCode known : CloseCode.values()) {
      if (known.code() == closed.code()) {
        boolean personal = known == CloseCode.LOGGED_OUT || known == CloseCode.FORBIDDEN;
        return personal && !closed.reason().isEmpty() ? closed.reason() : problem(server, known);
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
      case LOGGED_OUT -> "This device was logged out of " + server + "; log in again.";
      case GOING_AWAY -> server + " is stopping or restarting.";
      case TOO_MANY -> server + " has too many connections just now.";
      case BAD_MESSAGE ->
          server + " does not understand this version of Parley; update the older of the two.";
      case NOT_LOGGED_IN -> server + " does not let you in any more; log in again.";
      case FORBIDDEN ->
          "You were sent out of " + server + "; log in again to see whether you may return.";
      case TOO_SLOW_TO_LOG_IN -> "The connection to " + server + " was too slow to log in.";
    };
  }
}
