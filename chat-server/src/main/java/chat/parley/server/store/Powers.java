package chat.parley.server.store;

import chat.parley.model.UserId;
import java.sql.SQLException;

/**
 * Asks whether somebody may do something on the whole server, by the roles that both have while it
 * is written. Committer's thread only.
 */
final class Powers {
  private final People people;
  private final Permissions permissions;

  Powers(People people, Permissions permissions) {
    this.people = people;
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
}
