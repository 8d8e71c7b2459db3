package chat.parley.server.store;

import chat.parley.model.Kept;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what people keep for all their devices. Committer's thread only. */
final class Keepsakes {
  /** Of what was taken away so much is remembered, for devices that were away. */
  private static final int MOST_TAKEN_AWAY = Kept.MOST;

  private final Statements db;
  private final People people;

  Keepsakes(Statements db, People people) {
    this.db = db;
    this.people = people;
  }

  private record Row(@Nullable String value) {}

  Result<Write.Keeping> keep(Write.Keep write) throws SQLException, Refused {
    long user = people.getSelf(write.user()).key();
    Optional<Row> before =
        db.first(
            "SELECT value FROM kept WHERE user_key = ? AND name = ?",
            row -> new Row(row.getString(1)),
            user,
            write.key());
    String value = before.map(Row::value).orElse(null);
    if (Objects.equals(value, write.value())) {
      return new Result.Done<>(new Write.Keeping(null));
    }
    if (value == null && things(user) >= Kept.MOST) {
      throw new Refused(Refusals.tooMuchKept(Kept.MOST));
    }
    long version = db.number("UPDATE users SET kept = kept + 1 WHERE key = ? RETURNING kept", user);
    db.update(
        "INSERT INTO kept (user_key, name, value, version) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (user_key, name) DO UPDATE"
            + " SET value = excluded.value, version = excluded.version",
        user,
        write.key(),
        write.value(),
        version);
    if (write.value() == null) {
      forgetOldest(user);
    }
    return new Result.Done<>(new Write.Keeping(new Kept(write.key(), write.value(), version)));
  }

  private long things(long user) throws SQLException {
    return db.number("SELECT count(*) FROM kept WHERE user_key = ? AND value IS NOT NULL", user);
  }

  private void forgetOldest(long user) throws SQLException {
    long all = db.number("SELECT count(*) FROM kept WHERE user_key = ?", user);
    if (all - things(user) > MOST_TAKEN_AWAY) {
      db.update(
          "DELETE FROM kept WHERE key = (SELECT key FROM kept WHERE user_key = ?"
              + " AND value IS NULL ORDER BY version LIMIT 1)",
          user);
    }
  }
}
