package chat.parley.protocol;

import java.util.Locale;

/** Why a command was not done. The closed list; docs/PROTOCOL.md has a line for each. */
public enum ErrorCode {
  /** Not JSON, not the right shape, or a value out of range. */
  BAD_MESSAGE,
  /** Understood, but this server does not do it. */
  UNSUPPORTED,
  /** The first command must be hello. */
  NOT_LOGGED_IN,
  /** The token is unknown or was revoked. */
  BAD_TOKEN,
  /** The name and the password do not belong together; which of them is wrong is not said. */
  BAD_LOGIN,
  /** The password breaks the rules for passwords. */
  BAD_PASSWORD,
  /** The invitation or the code is unknown, used up or over. */
  BAD_INVITE,
  /** This server lets nobody in without an account. */
  ACCOUNT_NEEDED,
  /** This person or device was banned. */
  BANNED,
  /** The name breaks the rules for names. */
  BAD_NAME,
  /** Somebody has this name, or one that looks like it. */
  NAME_TAKEN,
  /** There is no such room, or not for this person: the two cannot be told apart. */
  NO_SUCH_ROOM,
  /** There is no such message in that room, or it was deleted. */
  NO_SUCH_MESSAGE,
  /** There is no such file, or not for this person: the two cannot be told apart. */
  NO_SUCH_FILE,
  /** There is nobody of that id. */
  NO_SUCH_USER,
  /** This person may not do that. */
  FORBIDDEN,
  /** A text is longer than the limit. */
  TOO_BIG,
  /** Faster than the limit; wait {@code retry_ms}. */
  RATE_LIMITED,
  /** Members of that room wait between their messages; {@code retry_ms} says how long. */
  SLOW_MODE,
  /** A count has reached its limit. */
  TOO_MANY,
  /** The server has too much to write just now; wait {@code retry_ms}. */
  BUSY,
  /** The server cannot write to its disk; nothing was stored. */
  STORAGE,
  /** This nonce was used for another text. */
  NONCE_CONFLICT,
  /** The server is stopping; connect again. */
  GOING_AWAY,
  /** A fault of the server; it is in its log. */
  INTERNAL,
  /** A code that this build does not know. */
  OTHER;

  /** As it stands on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ErrorCode ofWire(String wire) {
    for (ErrorCode code : values()) {
      if (code.wire().equals(wire)) {
        return code;
      }
    }
    return OTHER;
  }

  /** Whether the same command may succeed later without anybody changing it. */
  public boolean temporary() {
    return switch (this) {
      case RATE_LIMITED, BUSY, STORAGE, GOING_AWAY, INTERNAL -> true;
      case BAD_MESSAGE,
          UNSUPPORTED,
          NOT_LOGGED_IN,
          BAD_TOKEN,
          BAD_LOGIN,
          BAD_PASSWORD,
          BAD_INVITE,
          ACCOUNT_NEEDED,
          BANNED,
          BAD_NAME,
          NAME_TAKEN,
          NO_SUCH_ROOM,
          NO_SUCH_MESSAGE,
          NO_SUCH_FILE,
          NO_SUCH_USER,
          FORBIDDEN,
          TOO_BIG,
          SLOW_MODE,
          TOO_MANY,
          NONCE_CONFLICT,
          OTHER ->
          false;
    };
  }
}
