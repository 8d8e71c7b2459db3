package chat.parley.server.store;

import java.sql.SQLException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what people do by the power of a role or a rank, and how they came by it. Never what
 * messages say, never a secret. Committer's thread only.
 */
final class AuditLog {
  private final Statements db;
  private final InstantSource clock;

  AuditLog(Statements db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * @param whom the key of a person; null for nobody
   * @param room the key of a room; null for the whole server
   */
  void add(long by, String deed, @Nullable Long whom, @Nullable Long room, String detail)
      throws SQLException {
    db.update(
        "INSERT INTO audit (at, by_key, deed, whom_key, room_key, detail)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        clock.millis(),
        by,
        deed,
        whom,
        room,
        detail);
  }

  /** For how long, and why. */
  static String detail(long seconds, String reason) {
    String time = seconds == 0 ? "for ever" : "for " + seconds + " s";
    return reason.isEmpty() ? time : time + ": " + reason;
  }
}
