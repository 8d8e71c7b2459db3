package chat.parley.server.access;

import chat.parley.model.Member;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.User;
import chat.parley.server.store.Rules;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says whether a person may do something in a room, by what is true now and not
 * when they logged in. Safe for any thread.
 */
public final class Access implements Rules {
  /** What can be done in a room without writing into its log: it takes a member, no more. */
  public enum Action {
    READ,
    SEND,
    TYPE,
    MARK_READ,
    LIST_MEMBERS
  }

  private static final String READS_ONLY = "You may only read in this room.";

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

  /**
   * Whether others may see somebody typing.
   *
   * @param reader whether that is their rank
   * @param mutedUntil until when they may write nothing, epoch milliseconds; 0 when they may
   */
  public Optional<String> mayType(Role role, boolean reader, long mutedUntil) {
    return reader && !servesAll(role) ? no(READS_ONLY) : mayType(mutedUntil);
  }

  private static Optional<String> mayType(long mutedUntil) {
    return mutedUntil == 0
        ? Optional.empty()
        : no("You may not write here until " + MutedUntil.words(mutedUntil) + ".");
  }

  /** Whether a member sees who is muted and what was reported in their room. */
  public boolean seesMuted(Member member) {
    return moderates(member.rank(), member.user().role());
  }

  @Override
  public Optional<String> check(Deed deed, Standing who) {
    if (who.archived() && changes(deed)) {
      return no("This room is archived: it can be read, but nothing in it can be changed.");
    }
    if (who.mutedUntil() > 0 && !moderates(who) && takesWords(deed)) {
      return mayType(who.mutedUntil());
    }
    if (who.rank() == Rank.READER && !servesAll(who) && (takesWords(deed) || deed == Deed.INVITE)) {
      return no(READS_ONLY);
    }
    return who.kind() == RoomKind.DIRECT ? inDirect(deed, who) : inRoom(deed, who);
  }

  /** Whether somebody may do something on the whole server that is done to nobody. */
  public Optional<String> check(User user, ServerDeed deed) {
    return check(deed, user.role(), null);
  }

  @Override
  public Optional<String> check(ServerDeed deed, Role who, @Nullable Role whom) {
    boolean runs =
        switch (deed) {
          case SEE_PEOPLE,
              SEE_BANS,
              SEE_AUDIT,
              SEE_HEALTH,
              SEE_SETTINGS,
              SEE_REPORTS,
              INVITE,
              KICK,
              BAN,
              RENAME,
              RESET_PASSWORD,
              END_DEVICES,
              CHANGE_SETTINGS,
              ANNOUNCE,
              SET_ROLE ->
              who.compareTo(Role.ADMIN) >= 0;
          case APPOINT -> who == Role.OWNER;
        };
    if (!runs) {
      return no(
          deed == ServerDeed.APPOINT
              ? "Only an owner of this server can do that."
              : "Only those who run this server can do that.");
    }
    return whom == null || who == Role.OWNER || who.compareTo(whom) > 0
        ? Optional.empty()
        : no("That cannot be done to somebody of your own role or a higher one.");
  }

  /** Whether it is something else than looking, and than opening an archived room again. */
  private static boolean changes(Deed deed) {
    return deed != Deed.ARCHIVE && deed != Deed.SEE_REPORTS && deed != Deed.SEE_MUTED;
  }

  /** Whether by this deed somebody makes others read something of theirs. */
  private static boolean takesWords(Deed deed) {
    return switch (deed) {
      case SEND, SEND_IN_THREAD, REACT, PIN, DESCRIBE -> true;
      case DELETE_OWN,
          DELETE_OF_OTHERS,
          INVITE,
          REMOVE,
          REMOVE_HIGH,
          SET_RANK,
          CHANGE,
          ARCHIVE,
          MUTE,
          SLOW_DOWN,
          SEND_AT_ONCE,
          SEE_REPORTS,
          SEE_MUTED ->
          false;
    };
  }

  /** In a direct room all are equal, and it stays what it is. */
  private static Optional<String> inDirect(Deed deed, Standing who) {
    return switch (deed) {
      case SEND, SEND_AT_ONCE, SEND_IN_THREAD, DELETE_OWN, REACT, PIN -> Optional.empty();
      case DELETE_OF_OTHERS -> unless(servesAll(who), "Only its author can delete that message.");
      case INVITE, REMOVE, REMOVE_HIGH ->
          no("The people of a direct conversation stay the same. Start another one.");
      case SET_RANK, DESCRIBE, CHANGE, ARCHIVE ->
          no("A direct conversation cannot be changed like a room.");
      case MUTE, SLOW_DOWN -> no("In a direct conversation all may write.");
      case SEE_REPORTS, SEE_MUTED ->
          unless(servesAll(who), "Only those who run this server can do that.");
    };
  }

  private static Optional<String> inRoom(Deed deed, Standing who) {
    return switch (deed) {
      case SEND ->
          who.posting() == Posting.EVERYBODY || moderates(who)
              ? Optional.empty()
              : no("Only moderators write in this room. You can answer in a thread.");
      case SEND_IN_THREAD, DELETE_OWN, REACT, INVITE -> Optional.empty();
      case DELETE_OF_OTHERS ->
          unless(moderates(who), "Only its author or a moderator can delete that message.");
      case PIN ->
          unless(
              moderates(who) || (who.kind() == RoomKind.PUBLIC && !who.owned()),
              "Only moderators can pin messages here.");
      case REMOVE -> unless(moderates(who), "Only moderators can remove somebody from a room.");
      case REMOVE_HIGH -> unless(owns(who), "Only an owner can remove those who keep order.");
      case DESCRIBE ->
          unless(
              moderates(who) || !who.owned(),
              "Only moderators can change this room's topic and description.");
      case MUTE -> unless(moderates(who), "Only moderators can mute members.");
      case SLOW_DOWN -> unless(moderates(who), "Only moderators can slow a room down.");
      case SEND_AT_ONCE -> unless(moderates(who), "Only moderators need not wait.");
      case SEE_REPORTS -> unless(moderates(who), "Only moderators see what was reported.");
      case SEE_MUTED -> unless(moderates(who), "Only moderators see who is muted.");
      case SET_RANK -> unless(owns(who), "Only an owner can change what members may do.");
      case CHANGE, ARCHIVE -> unless(owns(who), "Only an owner can change this room.");
    };
  }

  private static boolean moderates(Standing who) {
    return moderates(who.rank(), who.role());
  }

  private static boolean moderates(Rank rank, Role role) {
    return rank.compareTo(Rank.MODERATOR) >= 0 || servesAll(role);
  }

  private static boolean owns(Standing who) {
    return who.rank() == Rank.OWNER || servesAll(who);
  }

  private static boolean servesAll(Standing who) {
    return servesAll(who.role());
  }

  private static boolean servesAll(Role role) {
    return role.compareTo(Role.ADMIN) >= 0;
  }

  private static Optional<String> unless(boolean may, String sentence) {
    return may ? Optional.empty() : no(sentence);
  }

  private static Optional<String> no(String sentence) {
    return Optional.of(sentence);
  }
}
