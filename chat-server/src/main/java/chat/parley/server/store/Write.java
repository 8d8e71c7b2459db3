package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Kept;
import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import chat.parley.model.Ties;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be written, all of it or nothing. The rules that need the database (is the name
 * free, is this person a member, see {@link Rules}) are checked inside the same transaction. What
 * changes nothing writes nothing and is done all the same.
 *
 * @param <R> what the writer learns once it is on disk
 */
public sealed interface Write<R> {

  /**
   * A new guest with a first device. Refused with {@code NAME_TAKEN} when somebody has a name of
   * that key.
   *
   * @param nameKey what look-alike names have in common
   * @param tokenHash the hash by which the device comes in again; the token itself is never stored
   */
  record AddGuest(User user, String nameKey, NewDevice device) implements Write<Login> {}

  /**
   * A device that comes in for the first time.
   *
   * @param tokenHash the hash by which it comes in again; the token itself is never stored
   * @param agent the client software, as it calls itself
   * @param address from where it comes
   */
  record NewDevice(DeviceId id, String tokenHash, String agent, String address) {}

  /**
   * A new account with a first device. Refused with {@code NAME_TAKEN}, and with {@code BAD_INVITE}
   * when the invitation is not good.
   *
   * @param user with the role that they get when no invitation says otherwise
   * @param password its hash
   * @param right by what somebody may register
   */
  record AddAccount(User user, String nameKey, String password, Right right, NewDevice device)
      implements Write<Login> {}

  /** Why somebody may register. */
  sealed interface Right {
    /** Everybody may. */
    record Open() implements Right {}

    /** An invitation, by the hash of its code. */
    record Invited(String codeHash) implements Right {}

    /** There is no owner yet; refused with {@code UNSUPPORTED} when there is one. */
    record First() implements Right {}
  }

  /**
   * Another device of somebody whose password was right. Refused when they are banned, and with
   * {@code BAD_LOGIN} when the password is another one by now.
   *
   * @param password the hash that was asked
   */
  record AddDevice(UserId user, String password, NewDevice device) implements Write<Login> {}

  /**
   * Lets a device in by its token and, when it is one of an account, gives it the next one. Whoever
   * comes with a token that is no longer good ends the device.
   */
  record ComeAgain(String tokenHash, String freshHash, String address) implements Write<Entrance> {}

  /** Makes a guest a member. Refused like {@link AddAccount}. */
  record BecomeMember(UserId user, String password, Right right) implements Write<User> {}

  /**
   * Refused with {@code BAD_LOGIN} when the password is another one by now.
   *
   * @param password its hash
   * @param before the hash that was asked
   */
  record SetPassword(UserId user, String password, String before) implements Write<Changed> {}

  /**
   * A person takes another password, and their other devices are logged out with it: were these two
   * writes, whoever knows the old one might stay in. A code of a reset is good no more. Refused as
   * {@link SetPassword} is.
   *
   * @param kept the device that does it
   */
  record ChangePassword(
      UserId user, String password, String before, DeviceId kept, String freshHash)
      implements Write<List<DeviceId>> {}

  /** Another name, said in all rooms of this person. Refused with {@code NAME_TAKEN}. */
  record Rename(UserId user, String name, String nameKey) implements Write<User> {}

  /**
   * Logs devices out.
   *
   * @param device null for all of this person but {@code except}
   */
  record EndDevices(UserId user, @Nullable DeviceId device, @Nullable DeviceId except)
      implements Write<List<DeviceId>> {}

  /**
   * Counts log-ins that failed, or forgets them.
   *
   * @param failures 0 forgets
   * @param at epoch milliseconds of the last one
   */
  record CountFailures(String aim, int failures, long at) implements Write<Changed> {}

  /**
   * Another password for who has the code of {@link Ruling.ResetPassword}; all other devices are
   * logged out. Refused with {@code BAD_INVITE} when name and code do not belong together.
   *
   * @param password its hash
   */
  record Reset(String nameKey, String codeHash, String password, NewDevice device)
      implements Write<Renewed> {}

  /**
   * As {@link Ruling.ResetPassword}, by whoever has the data folder.
   *
   * @param codeHash the hash of its code; the code itself is never stored
   */
  record ResetByOperator(UserId user, String codeHash) implements Write<Ruling.Until> {}

  /** Makes somebody an owner, by whoever has the data folder; no ban of theirs holds any more. */
  record OwnByOperator(UserId user) implements Write<User> {}

  /** What somebody does by the power of a role or a rank, and what every member may ask of them. */
  record By<R>(User user, Ruling<R> ruling) implements Write<R> {}

  /**
   * Deletes what old messages say, without an event.
   *
   * @param before epoch milliseconds
   * @param most how many events to look at
   */
  record Expire(long before, int most) implements Write<Expired> {}

  /** Something about a file. */
  record File<R>(Filing<R> what) implements Write<R> {}

  /**
   * Membership of a room named by id. Refused with {@code NO_SUCH_ROOM} when there is none that
   * this person may enter, with {@code TOO_MANY} above {@code maxRooms} memberships.
   */
  record JoinById(RoomId room, User user, int maxRooms) implements Write<Joining> {}

  /**
   * Membership of the public room of that name; when there is none it is made, if {@code create}
   * says so, with the given fresh id.
   */
  record JoinByName(
      String name, String nameKey, boolean create, RoomId freshId, User user, int maxRooms)
      implements Write<Joining> {}

  /**
   * A new room of this person's. Refused with {@code NAME_TAKEN} when a public one has the name.
   */
  record CreateRoom(Room room, String nameKey, User user, List<UserId> invite, int maxRooms)
      implements Write<Gathering> {}

  /**
   * The one direct room of this person and these.
   *
   * @param with distinct, without the person
   */
  record OpenDirect(User user, List<UserId> with, RoomId freshId, int maxRooms)
      implements Write<Gathering> {}

  /** Membership for others, brought in by this person. */
  record Invite(RoomId room, User user, List<UserId> users, int maxRooms)
      implements Write<List<Entered>> {}

  /** Makes sure that there is a public room of that name, whoever is in it. */
  record OpenRoom(String name, String nameKey, String topic, RoomId freshId)
      implements Write<Room> {}

  /** Ends a membership; nothing happens when there is none. */
  record Leave(RoomId room, User user) implements Write<Leaving> {}

  /** Ends somebody else's. */
  record Remove(RoomId room, User user, UserId member) implements Write<Leaving> {}

  record SetRank(RoomId room, User user, UserId member, Rank rank) implements Write<Ranked> {}

  /**
   * What is null stays.
   *
   * @param nameKey of {@code name}, and null with it
   */
  record ChangeRoom(
      RoomId room,
      User user,
      @Nullable String name,
      @Nullable String nameKey,
      @Nullable String topic,
      @Nullable String description,
      @Nullable Posting posting,
      @Nullable Boolean archived)
      implements Write<Changed> {}

  /**
   * A message. Refused with {@code NO_SUCH_ROOM} for who is not a member, with {@code
   * NONCE_CONFLICT} when this device used the nonce for another text, room or hook.
   *
   * @param naming for each @ in the body whom it may mean
   * @param online who is there at this moment, for @here; asked on the committer's thread
   * @param share most bytes of one person's files; what is passed on takes of it
   * @param mostChars longest body in UTF-16 units; one that was taken before stays taken
   */
  record Append(
      RoomId room,
      User user,
      DeviceId device,
      Nonce nonce,
      String body,
      Command.Hook hook,
      List<Naming> naming,
      Predicate<UserId> online,
      long share,
      int mostChars)
      implements Write<Appended> {}

  /**
   * Whom an @ may mean.
   *
   * @param keys name keys, longest first; the first that belongs to a member of the room counts
   * @param call whom it calls when it names no member
   */
  record Naming(List<String> keys, Ties.Call call) {}

  record Edit(RoomId room, User user, long seq, String body, List<Naming> naming)
      implements Write<Changed> {}

  record Delete(RoomId room, User user, long seq) implements Write<Changed> {}

  record React(RoomId room, User user, long seq, String emoji, boolean on)
      implements Write<Changed> {}

  record Pin(RoomId room, User user, long seq, boolean on) implements Write<Changed> {}

  /** Moves a read mark up; a lower seq or one beyond the head is clamped. */
  record MarkRead(RoomId room, UserId user, long seq) implements Write<Marked> {}

  /** Puts a read mark just before {@code seq}, back or forth. */
  record MarkUnread(RoomId room, UserId user, long seq) implements Write<Marked> {}

  /** A device has all up to {@code seq}. Remembered in direct rooms only. */
  record MarkGot(RoomId room, UserId user, long seq) implements Write<Marked> {}

  /** Written as the next version of what this person keeps, unless it is so already. */
  record Keep(UserId user, String key, @Nullable String value) implements Write<Keeping> {}

  record SetStatus(UserId user, @Nullable Status status) implements Write<Changed> {}

  /**
   * @param ended the devices that were logged out
   */
  record Renewed(Login login, List<DeviceId> ended) {}

  /**
   * @param gone what their rooms are told, one for each
   * @param more whether there may be more of them
   */
  record Expired(int deleted, List<Event.Expired> gone, boolean more) {}

  /** Who came in by which device. */
  record Login(User user, DeviceId device) {}

  /** What came of a token. */
  sealed interface Entrance {
    /**
     * @param turned whether the fresh token is the one for the next time
     */
    record Open(Login login, boolean turned) implements Entrance {}

    /** Nobody knows it. */
    record Unknown() implements Entrance {}

    /** It was used before: the device was ended. */
    record Spent(UserId user, DeviceId device) implements Entrance {}

    /**
     * @param sentence says for how long
     */
    record Banned(String sentence) implements Entrance {}
  }

  /**
   * @param event null when the person was a member before
   */
  record Joining(RoomState state, Event.@Nullable JoinedRoom event) {}

  /** Somebody who became a member, and the room as they have it. */
  record Entered(User user, RoomState state) {}

  /**
   * A room that may be new.
   *
   * @param state as who asked has it
   * @param entered everybody who became a member, who asked included
   */
  record Gathering(RoomState state, List<Entered> entered) {}

  /**
   * @param event null when the person was not a member
   */
  record Leaving(RoomId room, Event.@Nullable LeftRoom event) {}

  /**
   * @param message with its nonce
   * @param repeat whether the nonce was known and this is the first answer again
   */
  record Appended(Event.Message message, boolean repeat) {}

  /**
   * @param changed false when it was so before
   */
  record Changed(boolean changed) {}

  /**
   * @param changed false when it was so before
   * @param waiting how many reports of the room the member sees wait
   */
  record Ranked(boolean changed, long waiting) {}

  /**
   * @param mark null when the person is not a member, or the mark did not move
   * @param seen what the other people of a direct room are told; null when nothing
   * @param told who of them
   */
  record Marked(Event.@Nullable ReadMark mark, Event.@Nullable Seen seen, List<UserId> told) {
    static final Marked NOTHING = new Marked(null, null, List.of());
  }

  /**
   * @param kept null when it was so before
   */
  record Keeping(@Nullable Kept kept) {}
}
