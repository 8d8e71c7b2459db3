package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.wire.Neighbourhood;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps people, devices and addresses out. Committer's thread only. */
final class Bans {
  private static final String HOLDS = " lifted_at = 0 AND until > ";

  private final Statements db;
  private final People people;
  private final Powers powers;
  private final AuditLog audit;
  private final InstantSource clock;

  Bans(Statements db, People people, Powers powers, AuditLog audit, InstantSource clock) {
    this.db = db;
    this.people = people;
    this.powers = powers;
    this.audit = audit;
    this.clock = clock;
  }

  private record Row(long userKey, @Nullable Long deviceKey, boolean holds) {}

  Result<Ruling.Banned> ban(Write.By<?> write, Ruling.Ban ruling) throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.BAN, ruling.user());
    People.Person whom = people.get(ruling.user());
    if (who.key() == whom.key()) {
      throw new Refused(Refusals.forbidden("That is you. Nobody bans themselves."));
    }
    Long device = ruling.device() == null ? null : deviceOf(whom, ruling.device());
    if (device == null) {
      powers.requireOwnerBesides(whom);
    }
    long now = clock.millis();
    long until = ruling.seconds() == 0 ? Long.MAX_VALUE : now + ruling.seconds() * 1000;
    long ban =
        db.number(
            "INSERT INTO bans (user_key, device_key, until, reason, by_key, at)"
                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING key",
            whom.key(),
            device,
            until,
            ruling.reason(),
            who.key(),
            now);
    if (ruling.address()) {
      banAddresses(ban, whom, device);
    }
    keep(whom.key(), device);
    String what = device == null ? "" : "one device, ";
    audit.add(
        who.key(),
        "ban",
        whom.key(),
        null,
        what + AuditLog.detail(ruling.seconds(), ruling.reason()));
    return new Result.Done<>(new Ruling.Banned(whom.user(), ruling.device(), until));
  }

  private void banAddresses(long ban, People.Person whom, @Nullable Long device)
      throws SQLException {
    List<String> addresses =
        db.all(
            "SELECT DISTINCT address FROM devices"
                + " WHERE user_key = ?1 AND address <> '' AND (?2 IS NULL OR key = ?2)",
            row -> Neighbourhood.of(row.getString(1)),
            whom.key(),
            device);
    for (String address : addresses) {
      db.update(
          "INSERT INTO banned_addresses (address, ban_key) VALUES (?, ?) ON CONFLICT DO NOTHING",
          address,
          ban);
    }
  }

  Result<Write.Changed> unban(Write.By<?> write, Ruling.Unban ruling) throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.BAN);
    Row ban =
        db.first(
                "SELECT user_key, device_key," + HOLDS + "? FROM bans WHERE key = ?",
                row ->
                    new Row(
                        row.getLong(1),
                        row.getObject(2) == null ? null : row.getLong(2),
                        row.getBoolean(3)),
                clock.millis(),
                ruling.ban())
            .orElseThrow(() -> new Refused(Refusals.noSuchBan()));
    if (!ban.holds()) {
      return new Result.Done<>(new Write.Changed(false));
    }
    db.update("UPDATE bans SET lifted_at = ? WHERE key = ?", clock.millis(), ruling.ban());
    keep(ban.userKey(), ban.deviceKey());
    audit.add(who.key(), "unban", ban.userKey(), null, "ban " + ruling.ban());
    return new Result.Done<>(new Write.Changed(true));
  }

  /** Somebody new comes from there. */
  void requireOpen(String address) throws SQLException, Refused {
    long until =
        db.number(
            "SELECT coalesce(max(b.until), 0) FROM banned_addresses a"
                + " JOIN bans b ON b.key = a.ban_key WHERE a.address IN (?, ?) AND b."
                + HOLDS.strip()
                + " ?",
            address,
            Neighbourhood.of(address),
            clock.millis());
    if (until > 0) {
      throw new Refused(Refusals.banned(until, ""));
    }
  }

  /** Why somebody is kept out; empty when nobody said. */
  static String reason(Statements db, long userKey, long now) throws SQLException {
    return db.first(
            "SELECT reason FROM bans WHERE user_key = ? AND"
                + HOLDS
                + "? ORDER BY until DESC, key DESC LIMIT 1",
            row -> row.getString(1),
            userKey,
            now)
        .orElse("");
  }

  /** Repeats beside the person, or the device, until when the bans hold that do. */
  private void keep(long userKey, @Nullable Long deviceKey) throws SQLException {
    long now = clock.millis();
    if (deviceKey == null) {
      db.update(
          "UPDATE users SET banned_until = (SELECT coalesce(max(until), 0) FROM bans"
              + " WHERE user_key = ?1 AND device_key IS NULL AND"
              + HOLDS
              + "?2) WHERE key = ?1",
          userKey,
          now);
    } else {
      db.update(
          "UPDATE devices SET banned_until = (SELECT coalesce(max(until), 0) FROM bans"
              + " WHERE device_key = ?1 AND"
              + HOLDS
              + "?2) WHERE key = ?1",
          deviceKey,
          now);
    }
  }

  private long deviceOf(People.Person whom, DeviceId device) throws SQLException, Refused {
    Optional<People.Device> found = people.findDevice(device);
    if (found.isEmpty() || !found.get().owner().equals(whom.id())) {
      throw new Refused(Refusals.noSuchDeviceOfTheirs());
    }
    return found.get().key();
  }
}
