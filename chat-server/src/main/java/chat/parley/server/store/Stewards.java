package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Role;
import chat.parley.model.User;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** What those who run the server do to people's accounts. Committer's thread only. */
final class Stewards {
  private static final long RESET_GOOD_MS = 24L * 60 * 60 * 1000;

  private final Statements db;
  private final People people;
  private final Accounts accounts;
  private final Devices devices;
  private final Powers powers;
  private final AuditLog audit;
  private final InstantSource clock;

  Stewards(
      Statements db,
      People people,
      Accounts accounts,
      Devices devices,
      Powers powers,
      AuditLog audit,
      InstantSource clock) {
    this.db = db;
    this.people = people;
    this.accounts = accounts;
    this.devices = devices;
    this.powers = powers;
    this.audit = audit;
    this.clock = clock;
  }

  Result<User> setRole(Write.By<?> write, Ruling.SetRole ruling) throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.SET_ROLE, ruling.user());
    People.Person whom = people.get(ruling.user());
    Role before = whom.user().role();
    if (before == ruling.role()) {
      return new Result.Done<>(whom.user());
    }
    if (before.compareTo(Role.ADMIN) >= 0 || ruling.role().compareTo(Role.ADMIN) >= 0) {
      powers.require(write, Rules.ServerDeed.APPOINT, ruling.user());
    }
    powers.requireOwnerBesides(whom);
    if (ruling.role().compareTo(Role.ADMIN) >= 0 && !accounts.hasPassword(whom)) {
      throw new Refused(
          Refusals.forbidden(
              "Only who has a password can run this server. Let them set one first."));
    }
    audit.add(who.key(), "set_role", whom.key(), null, word(before) + " to " + word(ruling.role()));
    return accounts.role(whom, ruling.role());
  }

  Result<User> kick(Write.By<?> write, Ruling.Kick ruling) throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.KICK, ruling.user());
    People.Person whom = people.get(ruling.user());
    audit.add(who.key(), "kick", whom.key(), null, ruling.reason());
    return new Result.Done<>(whom.user());
  }

  Result<Ruling.Until> reset(Write.By<?> write, Ruling.ResetPassword ruling)
      throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.RESET_PASSWORD, ruling.user());
    People.Person whom = people.get(ruling.user());
    long until = letReset(whom, ruling.codeHash());
    audit.add(who.key(), "reset_password", whom.key(), null, "");
    return new Result.Done<>(new Ruling.Until(until));
  }

  /** Until when the code is good, epoch milliseconds. */
  long letReset(People.Person whom, String codeHash) throws SQLException, Refused {
    if (whom.user().role() == Role.GUEST && !accounts.hasPassword(whom)) {
      throw new Refused(Refusals.forbidden("A guest has no password. Make them a member first."));
    }
    long until = clock.millis() + RESET_GOOD_MS;
    db.update(
        "UPDATE users SET reset_hash = ?, reset_until = ? WHERE key = ?",
        codeHash,
        until,
        whom.key());
    return until;
  }

  Result<List<DeviceId>> end(Write.By<?> write, Ruling.EndDevices ruling)
      throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.END_DEVICES, ruling.user());
    People.Person whom = people.get(ruling.user());
    var ended = devices.end(new Write.EndDevices(ruling.user(), ruling.device(), null));
    String detail = ruling.device() == null ? "all" : ruling.device().value();
    audit.add(who.key(), "end_devices", whom.key(), null, detail);
    return ended;
  }

  Result<User> rename(Write.By<?> write, Ruling.Rename ruling) throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.RENAME, ruling.user());
    People.Person whom = people.get(ruling.user());
    var renamed = accounts.rename(new Write.Rename(ruling.user(), ruling.name(), ruling.nameKey()));
    audit.add(
        who.key(), "rename_person", whom.key(), null, whom.user().name() + " to " + ruling.name());
    return renamed;
  }

  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
