package chat.parley.server.store;

import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.SearchWords;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything that lasts. May be used from any thread.
 *
 * <p>The reading methods block until the database has answered and throw {@link StoreException}
 * when it cannot; they see every write whose result was delivered. Native database calls hold their
 * thread, so they are made on a small pool of the store's own while the caller (a virtual thread)
 * waits.
 */
public interface Store extends AutoCloseable {
  /** Changes only when the history was replaced, such as by a restored backup. */
  String epoch();

  /**
   * Queues a write and returns at once. {@code done} is called exactly once, on the delivery
   * thread, in the order in which the writes were committed; it must not block. When the queue is
   * full it is called right here with {@code BUSY}, after {@link #drain} with {@code GOING_AWAY}.
   */
  <R> void submit(Write<R> write, Consumer<Result<R>> done);

  /** The person and device behind the hash of a token that is good; the token stays good. */
  Optional<Write.Login> findLogin(String tokenHash);

  /** The person of a device that was not logged out and is not banned. */
  Optional<User> findUser(DeviceId device);

  /** As {@link #findUser}, by a pass that was made in that round of it. */
  Optional<User> findByPass(DeviceId device, long round);

  /** A number that moves when the passes that a device has are over. */
  long passRound(DeviceId device);

  /** The account of that name; empty also for guests. */
  Optional<Account> account(String nameKey);

  /**
   * @param password the hash of it
   * @param addresses from which its devices came last
   */
  record Account(User user, String password, Set<String> addresses) {}

  /** Whether somebody has a name of that key, or gave it up a while ago. */
  boolean isTaken(String nameKey);

  /** Whether somebody may register by an invitation of that hash. */
  boolean isGoodInvite(String codeHash);

  /** Devices that are not logged out, the one seen last first; none is current. */
  List<Device> devicesOf(UserId user);

  /** Whether this server has an owner who has a password and is not banned. */
  boolean hasOwner();

  /** Log-ins that failed when aimed at that. */
  Optional<Failures> failedLogIns(String aim);

  /**
   * @param at epoch milliseconds of the last one
   */
  record Failures(int count, long at) {}

  /** All rooms this person is a member of, with numbers. */
  List<RoomState> roomsOf(UserId user);

  /** Public rooms and the private ones the reader is in, most members first. */
  List<RoomListing> directory(UserId reader);

  /**
   * Everybody who belongs to a room, by name; empty when there is no such room. All are offline
   * here, since the store does not know better; how far they have read is there when they tell and
   * the reader does.
   */
  List<Member> membersOf(RoomId room, UserId reader);

  /**
   * The first of the people of this server whose name has {@code query} in it, whatever the case;
   * all are offline here.
   */
  Crowd people(String query, int limit);

  /**
   * @param more whether there are others besides
   */
  record Crowd(List<Member> people, boolean more) {}

  /** What somebody says about themselves, even when it is over. */
  Optional<Status> statusOf(UserId user);

  /** What somebody keeps or took away, of higher versions than {@code after}, oldest first. */
  List<Kept> kept(UserId user, long after, int limit);

  /**
   * A page of a room's log, oldest first, messages as they are now; nonces stay only on messages of
   * {@code reader}. Membership is not checked here. {@code more} tells whether the log goes on
   * beyond the page in the direction asked for.
   */
  Page page(RoomId room, Command.Span span, int limit, UserId reader);

  record Page(List<Event.RoomEvent> events, boolean more) {}

  /**
   * The last of the messages under a root that come before a seq, oldest first; empty when there is
   * no such root.
   *
   * @param before 0 for the newest
   */
  Optional<Found> thread(RoomId room, long root, long before, int limit, UserId reader);

  /**
   * @param more whether there are older ones
   */
  record Found(List<Event.Message> messages, boolean more) {}

  /** The pinned messages of a room, newest pin first. */
  List<Event.Message> pins(RoomId room, UserId reader);

  /**
   * The last of a room's messages with files that come before a seq, oldest first.
   *
   * @param before 0 for the newest
   */
  Found withFiles(RoomId room, long before, int limit, UserId reader);

  /**
   * The newest messages that name or call somebody, of the rooms they are in now.
   *
   * @param before the {@link Mentioned#next} of the page before; 0 for the newest
   */
  Mentioned mentions(UserId reader, long before, int limit);

  /**
   * @param next where older ones begin; 0 when there are none
   */
  record Mentioned(List<Event.Message> messages, long next) {}

  /**
   * The newest messages with these words, of the rooms that somebody is in now.
   *
   * @param before the {@link Hits#next} of the page before; 0 for the newest
   */
  Hits search(UserId reader, SearchWords words, Command.Narrow narrow, long before, int limit);

  /**
   * @param messages may be none although there are older ones
   * @param next where older ones begin; 0 when all was looked at
   */
  record Hits(List<Event.Message> messages, long next) {}

  /** What a message said, oldest first; empty when it is not there or was deleted. */
  Optional<List<Event.Edition>> editions(RoomId room, long seq);

  /** What those see who moderate rooms or run the server. */
  Overview overview();

  /** What there is of files. */
  FileQuestions files();

  /** Empty while writing works; else one sentence about what does not. */
  Optional<String> trouble();

  /**
   * Takes no more writes and waits until all queued ones are committed and delivered, or until
   * {@code most} has passed; then what is left is refused with {@code GOING_AWAY}.
   */
  void drain(Duration most);

  /** Drains briefly, syncs and closes the database. */
  @Override
  void close();
}
