package chat.parley.server.store;

import chat.parley.model.DeviceId;
import chat.parley.model.Nonce;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be written, all of it or nothing. The rules that need the database (is the name
 * free, is this person a member) are checked inside the same transaction.
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
  record AddGuest(User user, String nameKey, DeviceId device, String tokenHash, String agent)
      implements Write<Login> {}

  /**
   * Membership of a room named by id. Refused with {@code NO_SUCH_ROOM} when there is none that
   * this person may enter, with {@code TOO_MANY} above {@code maxRooms} memberships.
   */
  record JoinById(RoomId room, User user, int maxRooms) implements Write<Joining> {}

  /**
   * Membership of the room of that name; when there is none it is made, if {@code create} says so,
   * with the given fresh id.
   */
  record JoinByName(
      String name, String nameKey, boolean create, RoomId freshId, User user, int maxRooms)
      implements Write<Joining> {}

  /** Makes sure that there is a public room of that name, whoever is in it. */
  record OpenRoom(String name, String nameKey, String topic, RoomId freshId)
      implements Write<Room> {}

  /** Ends a membership; nothing happens when there is none. */
  record Leave(RoomId room, User user) implements Write<Leaving> {}

  /**
   * A message. Refused with {@code NO_SUCH_ROOM} for who is not a member, with {@code
   * NONCE_CONFLICT} when this device used the nonce for another text or room.
   *
   * @param mentionKeys for each @ in the body the name keys it may mean, longest first; the first
   *     that belongs to a member of the room counts
   */
  record Append(
      RoomId room,
      User user,
      DeviceId device,
      Nonce nonce,
      String body,
      List<List<String>> mentionKeys)
      implements Write<Appended> {}

  /** Moves a read mark up; a lower seq or one beyond the head is clamped. */
  record MarkRead(RoomId room, UserId user, long seq) implements Write<Marked> {}

  /** Who came in by which device. */
  record Login(User user, DeviceId device) {}

  /**
   * @param event null when the person was a member before
   */
  record Joining(RoomState state, Event.@Nullable JoinedRoom event) {}

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
   * @param mark null when the person is not a member, or the mark did not move
   */
  record Marked(Event.@Nullable ReadMark mark) {}
}
