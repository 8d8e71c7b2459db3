package chat.parley.server.store;

import java.sql.SQLException;
import java.util.Optional;

/** Log-ins that failed, kept so that a restart does not make guessing free again. */
final class FailedLogIns {
  /** No longer than the guard counts them. */
  private static final long FORGOTTEN_AFTER_MS = 24L * 60 * 60 * 1000;

  private final Statements db;

  FailedLogIns(Statements db) {
    this.db = db;
  }

  /** Committer's thread only. */
  Result<Write.Changed> count(Write.CountFailures write) throws SQLException {
    db.update("DELETE FROM failed_log_ins WHERE at < ?", write.at() - FORGOTTEN_AFTER_MS);
    int rows =
        write.failures() == 0
            ? db.update("DELETE FROM failed_log_ins WHERE aim = ?", write.aim())
            : db.update(
                "INSERT INTO failed_log_ins (aim, failures, at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (aim) DO UPDATE"
                    + " SET failures = excluded.failures, at = excluded.at",
                write.aim(),
                write.failures(),
                write.at());
    return new Result.Done<>(new Write.Changed(rows > 0));
  }

  static Optional<Store.Failures> of(Statements db, String aim) throws SQLException {
    return db.first(
        "SELECT failures, at FROM failed_log_ins WHERE aim = ?",
        row -> new Store.Failures(row.getInt(1), row.getLong(2)),
        aim);
  }
}
