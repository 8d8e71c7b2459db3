package chat.parley.server.access;

import chat.parley.model.RoomId;
import chat.parley.model.User;
import java.util.function.BiPredicate;

/**
 * The one place that says whether a person may do something in a room, by what is true now and not
 * when they logged in. Safe for any thread.
 */
public final class Access {
  /** What can be done in a room. */
  public enum Action {
    READ,
    SEND,
    TYPE,
    MARK_READ,
    LIST_MEMBERS
  }

  private final BiPredicate<User, RoomId> isMember;

  /**
   * @param isMember whether a connected person is a member of a room at this moment
   */
  public Access(BiPredicate<User, RoomId> isMember) {
    this.isMember = isMember;
  }

  /** A "no" must look the same as for a room that does not exist. */
  public boolean check(User user, Action action, RoomId room) {
    return switch (action) {
      case READ, SEND, TYPE, MARK_READ, LIST_MEMBERS -> isMember.test(user, room);
    };
  }
}
