package chat.parley.server.store;

import chat.parley.model.Presence;
import chat.parley.model.Resident;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is read of people for those who run the server. */
final class ResidentQuestions {
  private ResidentQuestions() {}

  static Overview.Roll roster(Statements db, String query, int skip, int limit, long now)
      throws SQLException {
    String part = query.toLowerCase(Locale.ROOT);
    // The database folds the case of ASCII letters only.
    List<Resident> found =
        db
            .all(
                "SELECT u.id, u.name, u.role, u.password IS NOT NULL, u.created_at,"
                    + " coalesce((SELECT max(max(d.seen_at, d.created_at)) FROM devices d"
                    + " WHERE d.user_key = u.key), 0), u.banned_until"
                    + " FROM users u ORDER BY lower(u.name), u.id",
                row -> resident(row, now))
            .stream()
            .filter(person -> person.user().name().toLowerCase(Locale.ROOT).contains(part))
            .skip(skip)
            .limit(limit + 1L)
            .toList();
    boolean more = found.size() > limit;
    var people = new ArrayList<Resident>();
    for (Resident person : more ? found.subList(0, limit) : found) {
      people.add(withDevices(db, person));
    }
    return new Overview.Roll(people, more);
  }

  private static Resident resident(ResultSet row, long now) throws SQLException {
    long until = row.getLong(7);
    boolean banned = until > now;
    return new Resident(
        ReportQuestions.user(row, 1),
        row.getBoolean(4),
        Presence.OFFLINE,
        row.getLong(5),
        row.getLong(6),
        banned,
        banned && until != Long.MAX_VALUE ? until : 0,
        List.of());
  }

  private static Resident withDevices(Statements db, Resident person) throws SQLException {
    return new Resident(
        person.user(),
        person.account(),
        person.presence(),
        person.createdAt(),
        person.seenAt(),
        person.banned(),
        person.bannedUntil(),
        AccountQuestions.devicesOf(db, person.user().id()));
  }
}
