package chat.parley.server.store;

import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what in a room. Asked inside the transaction, by what is true while it is written, on
 * the committer's thread; must not block.
 */
public interface Rules {
  /** A sentence for the member who may not do that; empty when they may. */
  Optional<String> check(Deed deed, Standing standing);

  /**
   * @param whom the role of the person to whom it is done; null when it is done to nobody
   * @return a sentence for who may not do that; empty when they may
   */
  Optional<String> check(ServerDeed deed, Role who, @Nullable Role whom);

  /** What somebody can do on the whole server. */
  enum ServerDeed {
    /** People with their devices and addresses. */
    SEE_PEOPLE,
    SEE_BANS,
    SEE_AUDIT,
    SEE_HEALTH,
    SEE_SETTINGS,
    /** Those of all rooms, also of rooms one is not in. */
    SEE_REPORTS,
    INVITE,
    KICK,
    BAN,
    RENAME,
    RESET_PASSWORD,
    END_DEVICES,
    CHANGE_SETTINGS,
    ANNOUNCE,
    /** Members of guests, and guests of members. */
    SET_ROLE,
    /** To admin or owner, or from it. */
    APPOINT
  }

  /** What a member can do in a room beside reading. */
  enum Deed {
    /** A message that is not in a thread; also saying it in other words. */
    SEND,
    /** The same in a thread. */
    SEND_IN_THREAD,
    DELETE_OWN,
    DELETE_OF_OTHERS,
    REACT,
    PIN,
    INVITE,
    REMOVE,
    /** Of somebody who keeps order there, or runs the server. */
    REMOVE_HIGH,
    SET_RANK,
    /** Topic and description. */
    DESCRIBE,
    /** Name, and who may write. */
    CHANGE,
    /** And back. */
    ARCHIVE,
    MUTE,
    /** Makes members wait between messages. */
    SLOW_DOWN,
    /** Without the waiting. */
    SEND_AT_ONCE,
    /** Those of this room, and says what was made of them. */
    SEE_REPORTS,
    /** How long others may not write. */
    SEE_MUTED
  }

  /**
   * What is known of a member and the room.
   *
   * @param role what they may do on the whole server
   * @param owned whether the room has an owner
   * @param mutedUntil until when they may write nothing, epoch milliseconds; 0 when they may
   */
  record Standing(
      Role role,
      Rank rank,
      RoomKind kind,
      Posting posting,
      boolean archived,
      boolean owned,
      long mutedUntil) {
    /** Of somebody who was not muted. */
    public Standing(
        Role role, Rank rank, RoomKind kind, Posting posting, boolean archived, boolean owned) {
      this(role, rank, kind, posting, archived, owned, 0);
    }
  }
}
