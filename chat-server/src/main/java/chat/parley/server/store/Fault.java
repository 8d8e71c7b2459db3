package chat.parley.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** What kind of failure the database reported, which decides what is done about it. */
enum Fault {
  /** Somebody else holds the lock: the same may work in a moment. */
  LOCKED("Another program keeps the database %s locked.", "Close it"),
  FULL("The disk with %s is full.", "Free some space"),
  READ_ONLY("The database %s may not be written.", "Allow it"),
  DAMAGED("The database %s is damaged.", "Stop the server and put a backup in its place"),
  DEVICE("The disk with %s reports errors.", "Check the disk"),
  /** Not about the disk: the write itself, or a mistake of ours. */
  UNEXPECTED("The database %s did not do what was asked.", "See the server's log");

  private final String what;
  private final String remedy;

  Fault(String what, String remedy) {
    this.what = what;
    this.remedy = remedy;
  }

  /** The first database error in the chain of causes decides. */
  static Fault of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e) {
        return ofCode(e.getErrorCode());
      }
    }
    return UNEXPECTED;
  }

  /** What the operator is told while the server runs. */
  String whileRunning(Path database) {
    return told(database, this == DAMAGED ? "." : "; Parley then goes on by itself.");
  }

  /** What the operator is told when a server cannot start. */
  String atStart(Path database) {
    return told(database, this == DAMAGED ? "." : ", then start Parley again.");
  }

  private String told(Path database, String then) {
    return what.formatted(database) + " " + remedy + then;
  }

  private static Fault ofCode(int code) {
    // The low byte is the kind of error, the rest its details.
    @Nullable SQLiteErrorCode kind = SQLiteErrorCode.getErrorCode(code & 0xff);
    return switch (kind) {
      case SQLITE_BUSY, SQLITE_LOCKED -> LOCKED;
      case SQLITE_FULL -> FULL;
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> READ_ONLY;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
      case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PROTOCOL, SQLITE_NOLFS -> DEVICE;
      case null, default -> UNEXPECTED;
    };
  }
}
