package chat.parley.server.store;

import chat.parley.model.Role;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * Asks whether somebody may do something on the whole server, by the roles that both have while it
 * is written. Committer's thread only.
 */
final class Powers {
  private final People people;
  private final Permissions permissions;
  private final Statements db;
  private final InstantSource clock;

  Powers(Statements db, People people, Permissions permissions, InstantSource clock) {
    this.db = db;
    this.people = people;
    this.clock = clock;
    this.permissions = permissions;
  }

  /** The one who does it. */
  People.Person require(Write.By<?> write, Rules.ServerDeed deed) throws SQLException, Refused {
    People.Person who = people.getSelf(write.user().id());
    permissions.require(deed, who.user().role(), null);
    return who;
  }

  /**
   * The one who does it to somebody. Who may not do it to anybody does not hear whether there is
   * such a person.
   */
  People.Person require(Write.By<?> write, Rules.ServerDeed deed, UserId whom)
      throws SQLException, Refused {
    People.Person who = require(write, deed);
    permissions.require(deed, who.user().role(), people.get(whom).user().role());
    return who;
  }

  /**
   * Before somebody is an owner no more, or cannot come in: a server that nobody can run any more
   * is worth nothing to those on it.
   */
  void requireOwnerBesides(People.Person whom) throws SQLException, Refused {
    if (whom.user().role() == Role.OWNER
        && !AccountQuestions.hasOwnerBut(db, whom.key(), clock.millis())) {
      throw new Refused(
          Refusals.forbidden(
              "A server needs an owner who can log in. Make somebody else an owner first."));
    }
  }
}
