package chat.parley.server.store;

import chat.parley.model.Role;
import chat.parley.model.User;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * What whoever has the data folder does to accounts, so that a server is never without somebody who
 * runs it. Nobody is asked for a role: who can write the database could do it by hand. It stands in
 * the audit log as done by the person themselves, with the word that it was not. Committer's thread
 * only.
 */
final class Operator {
  private static final String WORD = "by the operator, on the server's computer";

  private final Statements db;
  private final People people;
  private final Accounts accounts;
  private final Stewards stewards;
  private final AuditLog audit;
  private final InstantSource clock;

  Operator(
      Statements db,
      People people,
      Accounts accounts,
      Stewards stewards,
      AuditLog audit,
      InstantSource clock) {
    this.db = db;
    this.people = people;
    this.accounts = accounts;
    this.stewards = stewards;
    this.audit = audit;
    this.clock = clock;
  }

  Result<Ruling.Until> reset(Write.ResetByOperator write) throws SQLException, Refused {
    People.Person whom = people.get(write.user());
    long until = stewards.letReset(whom, write.codeHash());
    audit.add(whom.key(), "reset_password", whom.key(), null, WORD);
    return new Result.Done<>(new Ruling.Until(until));
  }

  /** Whatever ban holds is over with it. */
  Result<User> own(Write.OwnByOperator write) throws SQLException, Refused {
    People.Person whom = people.get(write.user());
    if (!accounts.hasPassword(whom)) {
      throw new Refused(
          Refusals.forbidden(
              "Only who has a password can own this server. Let them set one first."));
    }
    db.update(
        "UPDATE bans SET lifted_at = ? WHERE user_key = ? AND lifted_at = 0",
        clock.millis(),
        whom.key());
    db.update("UPDATE users SET banned_until = 0 WHERE key = ?", whom.key());
    db.update("UPDATE devices SET banned_until = 0 WHERE user_key = ?", whom.key());
    String detail = Stewards.word(whom.user().role()) + " to owner, " + WORD;
    audit.add(whom.key(), "set_role", whom.key(), null, detail);
    return accounts.role(whom, Role.OWNER);
  }
}
