package chat.parley.server.store;

import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  /** The person and device behind a token's hash. */
  Optional<Write.Login> findLogin(String tokenHash);

  /** All rooms this person is a member of, with numbers. */
  List<RoomState> roomsOf(UserId user);

  /** Public rooms and those the reader is in, most members first. */
  List<RoomListing> directory(UserId reader);

  /** Everybody who belongs to a room, by name; empty when there is no such room. */
  List<User> membersOf(RoomId room);

  /**
   * A page of a room's log, oldest first; nonces stay only on messages of {@code reader}.
   * Membership is not checked here. {@code more} tells whether the log goes on beyond the page in
   * the direction asked for.
   */
  Page page(RoomId room, Command.Span span, int limit, UserId reader);

  record Page(List<Event.RoomEvent> events, boolean more) {}

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
