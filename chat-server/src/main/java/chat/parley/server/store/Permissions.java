package chat.parley.server.store;

import chat.parley.model.Role;
import chat.parley.model.UserId;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the rules, and whether people want to hear of each other. Committer's thread only. */
final class Permissions {
  private final Statements db;
  private final Rules rules;
  private final InstantSource clock;

  Permissions(Statements db, Rules rules, InstantSource clock) {
    this.db = db;
    this.rules = rules;
    this.clock = clock;
  }

  void require(Rules.Deed deed, RoomEntry room, Membership member) throws Refused {
    allow(rules.check(deed, room.standing(member, clock.millis())));
  }

  void require(Rules.ServerDeed deed, Role who, @Nullable Role whom) throws Refused {
    allow(rules.check(deed, who, whom));
  }

  boolean may(Rules.Deed deed, RoomEntry room, Membership member) {
    return rules.check(deed, room.standing(member, clock.millis())).isEmpty();
  }

  boolean may(Rules.ServerDeed deed, Role who) {
    return rules.check(deed, who, null).isEmpty();
  }

  private static void allow(Optional<String> no) throws Refused {
    if (no.isPresent()) {
      throw new Refused(Refusals.forbidden(no.get()));
    }
  }

  /** Also for saying it in other words. */
  void requireSend(RoomEntry room, Membership sender, boolean inThread)
      throws SQLException, Refused {
    require(inThread ? Rules.Deed.SEND_IN_THREAD : Rules.Deed.SEND, room, sender);
    if (room.isDirect() && room.size() == 2) {
      for (Membership other : room.members()) {
        if (other != sender) {
          requireWelcome(sender.user.id(), other.userKey);
        }
      }
    }
  }

  /** Refused when that person wants nothing from this one; they need not know why. */
  void requireWelcome(UserId user, long otherKey) throws SQLException, Refused {
    long blocked =
        db.number(
            "SELECT count(*) FROM kept WHERE user_key = ? AND name = ? AND value IS NOT NULL",
            otherKey,
            "block/" + user.value());
    if (blocked > 0) {
      throw new Refused(Refusals.forbidden("This person cannot be reached by you."));
    }
  }

  /** Whether others may know how far this person has read, who then knows of them too. */
  boolean tellsReceipts(long userKey) throws SQLException {
    return db.number(
            "SELECT count(*) FROM kept WHERE user_key = ? AND name = 'receipts' AND value = 'off'",
            userKey)
        == 0;
  }
}
