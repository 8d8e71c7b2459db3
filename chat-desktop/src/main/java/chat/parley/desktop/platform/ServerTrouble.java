package chat.parley.desktop.platform;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why the server on this computer did not do what it should. The message is for the log; whoever
 * tells a person makes a sentence of what it is.
 */
public final class ServerTrouble extends IOException {
  /** What it is, and what {@link #detail} says of it. */
  public enum Kind {
    /** The detail is the range of the ports. */
    PORTS_TAKEN,
    /** The detail is the file that the server wrote to. */
    ENDED,
    /** The detail is the server's last line. */
    ENDED_SAYING,
    /** The detail is the file that the server wrote to. */
    NOT_OPEN,
    NOT_ENDED,
    NO_STARTER,
    NONE_YET,
    GIVEN_UP
  }

  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String detail;

  public ServerTrouble(Kind kind, String detail, @Nullable Throwable cause) {
    super(detail.isEmpty() ? kind.name() : kind + " " + detail, cause);
    this.kind = kind;
    this.detail = detail;
  }

  ServerTrouble(Kind kind, String detail) {
    this(kind, detail, null);
  }

  public Kind kind() {
    return kind;
  }

  public String detail() {
    return detail;
  }
}
