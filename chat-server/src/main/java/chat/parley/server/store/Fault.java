package chat.parley.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** What kind of failure the database reported, which decides what is done about it. */
enum Fault {
  /** Somebody else holds the lock: the same may work in a moment. */
  LOCKED("Another program keeps the database %s locked. Close it, and Parley goes on by itself."),
  FULL("The disk with %s is full. Free some space, and Parley goes on by itself."),
  READ_ONLY("The database %s may not be written. Allow it, and Parley goes on by itself."),
  DAMAGED("The database %s is damaged. Stop the server and put a backup in its place."),
  DEVICE("The disk with %s reports errors. Check the disk; Parley tries again by itself."),
  /** Not about the disk: the write itself, or a mistake of ours. */
  UNEXPECTED("The database %s did not do what was asked. The server's log says more.");

  private final String sentence;

  Fault(String sentence) {
    this.sentence = sentence;
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

  /** One sentence for the operator. */
  String about(Path database) {
    return sentence.formatted(database);
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
