package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Role;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The devices by which people come in, and their tokens: each is good for one log-in, which gives
 * the next. Committer's thread only.
 */
final class Devices {
  /** So long a token that was used is known as used. */
  private static final long SPENT_KEPT_MS = 90L * 24 * 60 * 60 * 1000;

  private static final String ROW =
      "SELECT d.key, d.id, u.id, u.name, u.role, d.token_hash, coalesce(d.prior_hash, ''),"
          + " max(u.banned_until, d.banned_until), u.password IS NOT NULL, u.key FROM devices d JOIN users u ON u.key = d.user_key";

  private final Statements db;
  private final People people;
  private final InstantSource clock;

  Devices(Statements db, People people, InstantSource clock) {
    this.db = db;
    this.people = people;
    this.clock = clock;
  }

  /** A device as far as letting it in goes. */
  private record Row(
      long key,
      DeviceId id,
      User user,
      String hash,
      String prior,
      long bannedUntil,
      boolean account,
      long userKey) {}

  void insert(long userKey, Write.NewDevice device) throws SQLException {
    long now = clock.millis();
    db.update(
        "INSERT INTO devices (id, user_key, token_hash, agent, address, created_at, seen_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        device.id().value(),
        userKey,
        device.tokenHash(),
        device.agent(),
        device.address(),
        now,
        now);
  }

  Result<Write.Login> add(Write.AddDevice write) throws SQLException, Refused {
    People.Person person = people.getSelf(write.user());
    requireNotBanned(person);
    long same =
        db.number(
            "SELECT count(*) FROM users WHERE key = ? AND password = ?",
            person.key(),
            write.password());
    if (same == 0) {
      throw new Refused(Refusals.otherPassword());
    }
    insert(person.key(), write.device());
    return new Result.Done<>(new Write.Login(person.user(), write.device().id()));
  }

  void requireNotBanned(People.Person person) throws SQLException, Refused {
    long now = clock.millis();
    long until = db.number("SELECT banned_until FROM users WHERE key = ?", person.key());
    if (until > now) {
      throw new Refused(Refusals.banned(until, Bans.reason(db, person.key(), now)));
    }
  }

  Result<Write.Entrance> comeAgain(Write.ComeAgain write) throws SQLException {
    Optional<Row> found = find(write.tokenHash());
    if (found.isEmpty()) {
      return new Result.Done<>(endOfSpent(write.tokenHash()));
    }
    Row device = found.get();
    if (device.bannedUntil() > clock.millis()) {
      return new Result.Done<>(
          new Write.Entrance.Banned(
              Refusals.sentenceOfBan(
                  device.bannedUntil(), Bans.reason(db, device.userKey(), clock.millis()))));
    }
    if (device.account()) {
      turn(device, write);
    } else {
      seen(device, write);
    }
    return new Result.Done<>(
        new Write.Entrance.Open(new Write.Login(device.user(), device.id()), device.account()));
  }

  /**
   * A guest has nothing but the token: who lost a new one, or came back with a copy of an old one,
   * could never be themselves again.
   */
  private void seen(Row device, Write.ComeAgain write) throws SQLException {
    db.update(
        "UPDATE devices SET address = ?, seen_at = ? WHERE key = ?",
        write.address(),
        clock.millis(),
        device.key());
  }

  /**
   * After the newest token the one before it is over. After the one before it the newest is: nobody
   * has seen it, since the answer was lost.
   */
  private void turn(Row device, Write.ComeAgain write) throws SQLException {
    boolean newest = device.hash().equals(write.tokenHash());
    String over = newest ? device.prior() : device.hash();
    if (!over.isEmpty()) {
      spend(device.key(), over);
    }
    db.update(
        "UPDATE devices SET token_hash = ?, prior_hash = ?, address = ?, seen_at = ? WHERE key = ?",
        write.freshHash(),
        write.tokenHash(),
        write.address(),
        clock.millis(),
        device.key());
  }

  /**
   * Of what this device came in by until now nothing is good any more: neither a token, the one
   * before it included, nor a pass. Somebody may have copies.
   */
  void renew(DeviceId device, String freshHash) throws SQLException {
    db.update(
        "UPDATE devices SET token_hash = ?, prior_hash = NULL, pass_round = pass_round + 1"
            + " WHERE id = ?",
        freshHash,
        device.value());
  }

  private void spend(long deviceKey, String hash) throws SQLException {
    long now = clock.millis();
    db.update(
        "INSERT INTO spent_tokens (hash, device_key, spent_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (hash) DO NOTHING",
        hash,
        deviceKey,
        now);
    db.update(
        "DELETE FROM spent_tokens WHERE device_key = ? AND spent_at < ?",
        deviceKey,
        now - SPENT_KEPT_MS);
  }

  private Write.Entrance endOfSpent(String tokenHash) throws SQLException {
    Optional<Row> stolen =
        db.first(
            "SELECT d.key, d.id, u.id, u.name, u.role FROM spent_tokens s"
                + " JOIN devices d ON d.key = s.device_key JOIN users u ON u.key = d.user_key"
                + " WHERE s.hash = ? AND d.ended_at = 0",
            row ->
                new Row(
                    row.getLong(1),
                    new DeviceId(row.getString(2)),
                    new User(
                        new UserId(row.getString(3)),
                        row.getString(4),
                        Role.valueOf(row.getString(5))),
                    "",
                    "",
                    0,
                    true,
                    0),
            tokenHash);
    if (stolen.isEmpty()) {
      return new Write.Entrance.Unknown();
    }
    end(stolen.get().key());
    return new Write.Entrance.Spent(stolen.get().user().id(), stolen.get().id());
  }

  Result<List<DeviceId>> end(Write.EndDevices write) throws SQLException, Refused {
    People.Person person = people.getSelf(write.user());
    var ended = new ArrayList<DeviceId>();
    for (Row device : of(person)) {
      boolean meant =
          write.device() == null
              ? !device.id().equals(write.except())
              : device.id().equals(write.device());
      if (meant) {
        end(device.key());
        ended.add(device.id());
      }
    }
    if (write.device() != null && ended.isEmpty()) {
      throw new Refused(Refusals.noSuchDevice());
    }
    return new Result.Done<>(List.copyOf(ended));
  }

  List<DeviceId> endAll(People.Person person) throws SQLException {
    var ended = new ArrayList<DeviceId>();
    for (Row device : of(person)) {
      end(device.key());
      ended.add(device.id());
    }
    return List.copyOf(ended);
  }

  private void end(long key) throws SQLException {
    db.update(
        "UPDATE devices SET token_hash = 'ended:' || id, prior_hash = NULL, ended_at = ?"
            + " WHERE key = ?",
        clock.millis(),
        key);
  }

  private Optional<Row> find(String tokenHash) throws SQLException {
    return db.first(ROW + " WHERE d.token_hash = ?1 OR d.prior_hash = ?1", Devices::row, tokenHash);
  }

  private List<Row> of(People.Person person) throws SQLException {
    return db.all(ROW + " WHERE d.user_key = ? AND d.ended_at = 0", Devices::row, person.key());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        new DeviceId(row.getString(2)),
        new User(new UserId(row.getString(3)), row.getString(4), Role.valueOf(row.getString(5))),
        row.getString(6),
        row.getString(7),
        row.getLong(8),
        row.getBoolean(9),
        row.getLong(10));
  }
}
