package chat.parley.server.store;

import java.sql.SQLException;

/**
 * How much room files take. Bytes count once, as they lie on the disk: however often a file is
 * passed on, it takes no more of the server. Whoever passes on what somebody else uploaded has it
 * in their share too, since the bytes now stay for them. Committer's thread only.
 */
final class FileShares {
  private final Statements db;

  FileShares(Statements db) {
    this.db = db;
  }

  /**
   * @throws Refused when the person or the server would have more than the quota says
   */
  void requireRoom(Filing.Begin w, long userKey) throws SQLException, Refused {
    requireShare(own(userKey) + w.size(), w.quota().person());
    long most = w.quota().server() - w.size();
    // The first sum is never less, and found much faster.
    if (all("files") > most && all(once("")) > most) {
      throw new Refused(
          Refusals.tooMany("The room for files on this server is used up. Tell those who run it."));
    }
  }

  /**
   * @param seq the message whose files the person passes on
   * @throws Refused when they would have more than their share
   */
  void requireRoom(long roomKey, long seq, long userKey, long share) throws SQLException, Refused {
    long more =
        db.number(
            "SELECT coalesce(sum(size), 0) FROM "
                + once(
                    "WHERE room_key = ?1 AND seq = ?2 AND NOT EXISTS (SELECT 1 FROM files mine WHERE"
                        + " mine.owner_key = ?3 AND mine.sha256 = files.sha256)"),
            roomKey,
            seq,
            userKey);
    if (more > 0) {
      requireShare(own(userKey) + more, share);
    }
  }

  private static void requireShare(long wanted, long share) throws Refused {
    if (wanted > share) {
      throw new Refused(
          Refusals.tooMany(
              "Your files on this server would take more room than one person has here. Delete"
                  + " messages with files that nobody needs any more."));
    }
  }

  private long own(long userKey) throws SQLException {
    return db.number(
        "SELECT (SELECT coalesce(sum(size), 0) FROM "
            + once("WHERE owner_key = ?1")
            + ") + (SELECT coalesce(sum(size), 0) FROM uploads WHERE owner_key = ?1)",
        userKey);
  }

  private long all(String files) throws SQLException {
    return db.number(
        "SELECT (SELECT coalesce(sum(size), 0) FROM "
            + files
            + ") + (SELECT coalesce(sum(size), 0) FROM uploads)");
  }

  private static String once(String which) {
    return "(SELECT max(size) AS size FROM files " + which + " GROUP BY sha256)";
  }
}
