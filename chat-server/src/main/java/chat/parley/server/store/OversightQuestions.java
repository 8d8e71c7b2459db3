package chat.parley.server.store;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.DeviceId;
import chat.parley.model.Figures;
import chat.parley.model.Invitation;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.Storage;
import chat.parley.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What is read of bans, invitations, the audit log and the server's figures. */
final class OversightQuestions {
  private OversightQuestions() {}

  static Overview.Page<Ban> bans(Statements db, long before, int limit, long now)
      throws SQLException {
    List<Ban> found =
        db.all(
            "SELECT b.key, u.id, u.name, u.role, d.id, b.until, b.reason, w.id, w.name, w.role,"
                + " b.at FROM bans b JOIN users u ON u.key = b.user_key"
                + " JOIN users w ON w.key = b.by_key LEFT JOIN devices d ON d.key = b.device_key"
                + " WHERE b.lifted_at = 0 AND b.until > ?1 AND (?2 = 0 OR b.key < ?2)"
                + " ORDER BY b.key DESC LIMIT ?3",
            OversightQuestions::ban,
            now,
            before,
            limit + 1);
    var withAddresses = new ArrayList<Ban>(found.size());
    for (Ban ban : found) {
      withAddresses.add(withAddresses(db, ban));
    }
    return page(withAddresses, limit, Ban::id);
  }

  private static Ban ban(ResultSet row) throws SQLException {
    String device = row.getString(5);
    long until = row.getLong(6);
    return new Ban(
        row.getLong(1),
        ReportQuestions.user(row, 2),
        device == null ? null : new DeviceId(device),
        List.of(),
        until == Long.MAX_VALUE ? 0 : until,
        row.getString(7),
        ReportQuestions.user(row, 8),
        row.getLong(11));
  }

  private static Ban withAddresses(Statements db, Ban ban) throws SQLException {
    List<String> addresses =
        db.all(
            "SELECT address FROM banned_addresses WHERE ban_key = ? ORDER BY address",
            row -> row.getString(1),
            ban.id());
    return addresses.isEmpty()
        ? ban
        : new Ban(
            ban.id(),
            ban.user(),
            ban.device(),
            addresses,
            ban.until(),
            ban.reason(),
            ban.by(),
            ban.at());
  }

  static List<Invitation> invites(Statements db, long now) throws SQLException {
    return db.all(
        "SELECT i.id, i.role, i.uses_left, i.expires_at, u.id, u.name, u.role, i.created_at, i.note"
            + " FROM invites i JOIN users u ON u.key = i.by_key"
            + " WHERE i.uses_left > 0 AND i.expires_at > ? ORDER BY i.key DESC LIMIT 1000",
        row ->
            new Invitation(
                row.getString(1),
                Role.valueOf(row.getString(2)),
                row.getInt(3),
                row.getLong(4),
                ReportQuestions.user(row, 5),
                row.getLong(8),
                row.getString(9)),
        now);
  }

  /** Who reported somebody is not told that person; rooms are only told those who may know them. */
  static Overview.Page<AuditEntry> audit(Statements db, UserId reader, long before, int limit)
      throws SQLException {
    List<AuditEntry> found =
        db.all(
            "SELECT a.key, a.at, b.id, b.name, b.role, a.deed, a.whom_key IS NULL, w.id, w.name,"
                + " w.role, r.id, a.detail FROM audit a JOIN users b ON b.key = a.by_key"
                + " LEFT JOIN users w ON w.key = a.whom_key LEFT JOIN rooms r ON r.key = a.room_key"
                + " AND (r.kind = 'PUBLIC' OR EXISTS (SELECT 1 FROM members m"
                + " WHERE m.room_key = r.key"
                + " AND m.user_key = (SELECT key FROM users WHERE id = ?3)))"
                + " WHERE (?1 = 0 OR a.key < ?1) AND NOT (a.deed = 'report' AND w.id = ?3)"
                + " ORDER BY a.key DESC LIMIT ?2",
            OversightQuestions::entry,
            before,
            limit + 1,
            reader.value());
    return page(found, limit, AuditEntry::id);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    String room = row.getString(11);
    return new AuditEntry(
        row.getLong(1),
        row.getLong(2),
        ReportQuestions.user(row, 3),
        row.getString(6),
        row.getBoolean(7) ? null : ReportQuestions.user(row, 8),
        room == null ? null : new RoomId(room),
        row.getString(12));
  }

  static Figures figures(Statements db) throws SQLException {
    return db.first(
            "SELECT (SELECT page_count FROM pragma_page_count())"
                + " * (SELECT page_size FROM pragma_page_size()),"
                + " (SELECT coalesce(sum(messages), 0) FROM rooms), (SELECT count(*) FROM rooms),"
                + " (SELECT count(*) FROM users)",
            row ->
                new Figures(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    0,
                    0,
                    Storage.UNKNOWN,
                    null))
        .orElseThrow();
  }

  static List<Overview.Silence> silenced(Statements db, long now) throws SQLException {
    return db.all(
        "SELECT r.id, u.id, iif(x.muted_until > ?1, x.muted_until, 0), x.reader FROM restraints x"
            + " JOIN rooms r ON r.key = x.room_key JOIN users u ON u.key = x.user_key"
            + " WHERE x.muted_until > ?1 OR x.reader = 1",
        row ->
            new Overview.Silence(
                new RoomId(row.getString(1)),
                new UserId(row.getString(2)),
                row.getLong(3),
                row.getBoolean(4)),
        now);
  }

  /**
   * @param oneMore one more than was asked for tells that there are others
   */
  static <T> Overview.Page<T> page(List<T> oneMore, int limit, ToLongFunction<T> id) {
    if (oneMore.size() <= limit) {
      return new Overview.Page<>(oneMore, 0);
    }
    List<T> items = oneMore.subList(0, limit);
    return new Overview.Page<>(items, id.applyAsLong(items.getLast()));
  }
}
