package chat.parley.server.store;

import chat.parley.model.Invitation;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Locale;

/** Makes invitations and takes them back. Committer's thread only. */
final class Invites {
  private final Statements db;
  private final Powers powers;
  private final AuditLog audit;
  private final InstantSource clock;

  Invites(Statements db, Powers powers, AuditLog audit, InstantSource clock) {
    this.db = db;
    this.powers = powers;
    this.audit = audit;
    this.clock = clock;
  }

  Result<Invitation> create(Write.By<?> write, Ruling.CreateInvite ruling)
      throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.INVITE);
    long now = clock.millis();
    long until = now + ruling.seconds() * 1000;
    db.update(
        "INSERT INTO invites (id, code_hash, role, uses_left, expires_at, by_key, created_at, note)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ruling.id(),
        ruling.codeHash(),
        ruling.role().name(),
        ruling.uses(),
        until,
        who.key(),
        now,
        ruling.note());
    audit.add(who.key(), "create_invite", null, null, detail(ruling));
    return new Result.Done<>(
        new Invitation(
            ruling.id(), ruling.role(), ruling.uses(), until, who.user(), now, ruling.note()));
  }

  Result<Write.Changed> revoke(Write.By<?> write, Ruling.RevokeInvite ruling)
      throws SQLException, Refused {
    People.Person who = powers.require(write, Rules.ServerDeed.INVITE);
    if (db.number("SELECT count(*) FROM invites WHERE id = ?", ruling.id()) == 0) {
      throw new Refused(Refusals.noSuchInvite());
    }
    int rows =
        db.update(
            "UPDATE invites SET uses_left = 0 WHERE id = ? AND uses_left > 0 AND expires_at > ?",
            ruling.id(),
            clock.millis());
    if (rows > 0) {
      audit.add(who.key(), "revoke_invite", null, null, ruling.id());
    }
    return new Result.Done<>(new Write.Changed(rows > 0));
  }

  private static String detail(Ruling.CreateInvite ruling) {
    return ruling.id()
        + ", "
        + ruling.role().name().toLowerCase(Locale.ROOT)
        + ", "
        + ruling.uses()
        + " uses, "
        + AuditLog.detail(ruling.seconds(), ruling.note());
  }
}
