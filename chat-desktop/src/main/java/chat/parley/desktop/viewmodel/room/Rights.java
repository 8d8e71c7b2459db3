package chat.parley.desktop.viewmodel.room;

import chat.parley.desktop.viewmodel.Person;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;

/**
 * What I may do in a room, so that nothing else is offered. The server decides again.
 *
 * @param describe topic and description
 * @param change name, and who may write
 * @param archive and back
 * @param leave direct rooms are hidden instead
 */
public record Rights(
    boolean write,
    boolean invite,
    boolean remove,
    boolean rank,
    boolean describe,
    boolean change,
    boolean archive,
    boolean leave) {
  public static final Rights NONE =
      new Rights(false, false, false, false, false, false, false, false);

  /**
   * @param owned whether the room has an owner at all
   */
  static Rights of(Role role, Rank rank, Room room, boolean owned) {
    boolean all = role.compareTo(Role.ADMIN) >= 0;
    boolean owns = all || rank == Rank.OWNER;
    boolean moderates = owns || rank == Rank.MODERATOR;
    if (room.kind() == RoomKind.DIRECT) {
      return new Rights(true, false, false, false, false, false, false, false);
    }
    boolean open = !room.archived();
    boolean speaks = all || rank != Rank.READER;
    return new Rights(
        open && speaks && (moderates || room.posting() == Posting.EVERYBODY),
        open && speaks,
        open && moderates,
        open && owns,
        open && (moderates || speaks && !owned),
        open && owns,
        owns,
        true);
  }

  /** Whether I may take that person out. */
  public boolean remove(Person person) {
    boolean high =
        person.rank().compareTo(Rank.MODERATOR) >= 0 || person.role().compareTo(Role.ADMIN) >= 0;
    return remove && !person.me() && (!high || rank);
  }

  /** Whether I keep order in the room: mute, make it slow, see to reports. */
  public boolean moderates() {
    return remove;
  }

  /** Whether I may keep that person from writing; those who keep order themselves are exempt. */
  public boolean mute(Person person) {
    return moderates()
        && !person.me()
        && person.rank() == Rank.MEMBER
        && person.role().compareTo(Role.ADMIN) < 0;
  }

  /** Whether I may give that person another rank. */
  public boolean rank(Person person) {
    return rank && !person.me();
  }
}
