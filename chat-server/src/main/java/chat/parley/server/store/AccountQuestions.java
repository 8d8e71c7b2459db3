package chat.parley.server.store;

import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is read of accounts and devices. */
final class AccountQuestions {
  private AccountQuestions() {}

  static Optional<Write.Login> login(Statements db, String tokenHash, long now)
      throws SQLException {
    return db.first(
        "SELECT u.id, u.name, u.role, d.id FROM devices d JOIN users u ON u.key = d.user_key"
            + " WHERE (d.token_hash = ?1 OR d.prior_hash = ?1) AND u.banned_until <= ?2"
            + " AND d.banned_until <= ?2",
        row -> new Write.Login(user(row), new DeviceId(row.getString(4))),
        tokenHash,
        now);
  }

  static Optional<User> user(Statements db, DeviceId device, long now) throws SQLException {
    return db.first(
        "SELECT u.id, u.name, u.role FROM devices d JOIN users u ON u.key = d.user_key"
            + " WHERE d.id = ?1 AND d.ended_at = 0 AND u.banned_until <= ?2 AND d.banned_until <= ?2",
        AccountQuestions::user,
        device.value(),
        now);
  }

  /** The person of a device, by a pass that was made in that round of it. */
  static Optional<User> byPass(Statements db, DeviceId device, long round, long now)
      throws SQLException {
    boolean good =
        db.number(
                "SELECT count(*) FROM devices WHERE id = ? AND pass_round = ?",
                device.value(),
                round)
            > 0;
    return good ? user(db, device, now) : Optional.empty();
  }

  static long passRound(Statements db, DeviceId device) throws SQLException {
    return db.first(
            "SELECT pass_round FROM devices WHERE id = ?", row -> row.getLong(1), device.value())
        .orElse(0L);
  }

  static Optional<Store.Account> account(Statements db, String nameKey) throws SQLException {
    Set<String> addresses =
        Set.copyOf(
            db.all(
                "SELECT DISTINCT d.address FROM devices d JOIN users u ON u.key = d.user_key"
                    + " WHERE u.name_key = ? AND d.ended_at = 0",
                row -> row.getString(1),
                nameKey));
    return db.first(
        "SELECT id, name, role, password FROM users"
            + " WHERE name_key = ? AND password IS NOT NULL",
        row -> new Store.Account(user(row), row.getString(4), addresses),
        nameKey);
  }

  /**
   * Whether somebody has, or gave up lately, a name of that look.
   *
   * @param but the key of a person whose names do not count; 0 for nobody
   */
  static boolean isTaken(Statements db, String nameKey, long but, long now) throws SQLException {
    return db.number(
            "SELECT (SELECT count(*) FROM users WHERE look = ?1 AND key <> ?2)"
                + " + (SELECT count(*) FROM former_names"
                + " WHERE look = ?1 AND user_key <> ?2 AND until > ?3)",
            NameLook.of(nameKey),
            but,
            now)
        > 0;
  }

  static boolean isGoodInvite(Statements db, String codeHash, long now) throws SQLException {
    return db.number(
            "SELECT count(*) FROM invites"
                + " WHERE code_hash = ? AND uses_left > 0 AND expires_at > ?",
            codeHash,
            now)
        > 0;
  }

  static List<Device> devicesOf(Statements db, UserId user) throws SQLException {
    return db.all(
        "SELECT d.id, d.agent, d.address, d.created_at, max(d.seen_at, d.created_at)"
            + " FROM devices d JOIN users u ON u.key = d.user_key"
            + " WHERE u.id = ? AND d.ended_at = 0 ORDER BY 5 DESC, d.key DESC",
        row ->
            new Device(
                new DeviceId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                false),
        user.value());
  }

  static boolean isReset(Statements db, String nameKey, String codeHash, long now)
      throws SQLException {
    return db.number(
            "SELECT count(*) FROM users WHERE name_key = ? AND reset_hash = ? AND reset_until > ?",
            nameKey,
            codeHash,
            now)
        > 0;
  }

  /** Whether there is an owner who can come in from anywhere: by password, and not banned. */
  static boolean hasOwner(Statements db, long now) throws SQLException {
    return hasOwnerBut(db, 0, now);
  }

  /**
   * @param but the key of a person who does not count
   */
  static boolean hasOwnerBut(Statements db, long but, long now) throws SQLException {
    return db.number(
            "SELECT count(*) FROM users WHERE role = 'OWNER' AND password IS NOT NULL"
                + " AND banned_until <= ? AND key <> ?",
            now,
            but)
        > 0;
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(new UserId(row.getString(1)), row.getString(2), Role.valueOf(row.getString(3)));
  }
}
