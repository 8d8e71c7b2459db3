package chat.parley.server.store;

import chat.parley.model.Report;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of reports. Nobody reads those about what they said themselves. */
final class ReportQuestions {
  private ReportQuestions() {}

  static Overview.Page<Report> page(
      Statements db,
      UserId reader,
      Overview.Scope scope,
      @Nullable RoomId room,
      boolean resolved,
      long before,
      int limit)
      throws SQLException {
    List<Report> found =
        db.all(
            "SELECT p.key, r.id, CASE WHEN r.kind = 'PUBLIC' OR m.user_key IS NOT NULL THEN r.name"
                + " ELSE '' END, p.seq, a.id, a.name, a.role, p.body, b.id, b.name, b.role,"
                + " p.reason, p.at, p.resolved_at, p.note, s.id, s.name, s.role"
                + " FROM reports p JOIN rooms r ON r.key = p.room_key"
                + " JOIN events e ON e.room_key = p.room_key AND e.seq = p.seq"
                + " JOIN users a ON a.key = e.user_key JOIN users b ON b.key = p.by_key"
                + " LEFT JOIN users s ON s.key = p.resolver"
                + " LEFT JOIN members m ON m.room_key = p.room_key"
                + " AND m.user_key = (SELECT key FROM users WHERE id = ?1)"
                + " WHERE (p.resolved_at > 0) = ?2 AND (?3 = 0 OR p.key < ?3) AND a.id <> ?1"
                + " AND (?4 IS NULL OR r.id = ?4)"
                + visible(scope)
                + " ORDER BY p.key DESC LIMIT ?5",
            ReportQuestions::read,
            reader.value(),
            resolved ? 1 : 0,
            before,
            room == null ? null : room.value(),
            limit + 1);
    return OversightQuestions.page(found, limit, Report::id);
  }

  static List<Event.Reported> waiting(Statements db, UserId reader, Overview.Scope scope)
      throws SQLException {
    return db.all(
        "SELECT r.id, count(*) FROM reports p JOIN rooms r ON r.key = p.room_key"
            + " JOIN events e ON e.room_key = p.room_key AND e.seq = p.seq"
            + " JOIN users a ON a.key = e.user_key"
            + " LEFT JOIN members m ON m.room_key = p.room_key"
            + " AND m.user_key = (SELECT key FROM users WHERE id = ?1)"
            + " WHERE (p.resolved_at > 0) = 0 AND a.id <> ?1"
            + visible(scope)
            + " GROUP BY r.id",
        row -> new Event.Reported(new RoomId(row.getString(1)), row.getLong(2)),
        reader.value());
  }

  /** What narrows rooms (r) and memberships (m) down. */
  private static String visible(Overview.Scope scope) {
    return switch (scope) {
      case Overview.Scope.Everything _ -> "";
      case Overview.Scope.Moderated _ ->
          " AND m.rank IN ('MODERATOR', 'OWNER') AND r.kind <> 'DIRECT'";
    };
  }

  private static Report read(ResultSet row) throws SQLException {
    long resolvedAt = row.getLong(14);
    return new Report(
        row.getLong(1),
        new RoomId(row.getString(2)),
        row.getString(3),
        row.getLong(4),
        user(row, 5),
        row.getString(8),
        user(row, 9),
        row.getString(12),
        row.getLong(13),
        resolvedAt == 0
            ? null
            : new Report.Resolution(user(row, 16), resolvedAt, row.getString(15)));
  }

  /**
   * @param first the number of the column with the id; name and role follow
   */
  static User user(ResultSet row, int first) throws SQLException {
    return new User(
        new UserId(row.getString(first)),
        row.getString(first + 1),
        Role.valueOf(row.getString(first + 2)));
  }
}
