package chat.parley.desktop.viewmodel.outside;

import chat.parley.client.ServerAddress;
import chat.parley.model.Fingerprint;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.Status;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the view models ask of the client. No method waits; futures complete on any thread, and fail
 * with an exception whose message is one sentence for a person.
 */
public interface Connection {
  /** Completes when the message is on this computer's disk, with a connection or without. */
  default CompletableFuture<Nonce> send(RoomId room, String body) {
    return send(room, body, Command.Hook.NONE, 0);
  }

  /**
   * The same for a message that hangs on another one, or that can be taken back for a while.
   *
   * @param holdMillis for so long it is not said, and {@link #discard} takes it back
   */
  CompletableFuture<Nonce> send(RoomId room, String body, Command.Hook hook, long holdMillis);

  /** Tries a failed message again; false when there is none. */
  CompletableFuture<Boolean> retry(Nonce nonce);

  /** Throws a message away that was not sent; false when the server may have it at this moment. */
  CompletableFuture<Boolean> discard(Nonce nonce);

  CompletableFuture<Event.Done> edit(RoomId room, long seq, String body);

  CompletableFuture<Event.Done> delete(RoomId room, long seq);

  CompletableFuture<Event.Done> react(RoomId room, long seq, String emoji, boolean on);

  CompletableFuture<Event.Done> pin(RoomId room, long seq, boolean on);

  /** What a message said before. */
  CompletableFuture<Event.EditList> edits(RoomId room, long seq);

  /**
   * What was said under a message, oldest first.
   *
   * @param before the page ends just before this seq; 0 for the newest
   */
  CompletableFuture<Event.Found> thread(RoomId room, long seq, long before, int limit);

  CompletableFuture<Event.Found> pins(RoomId room);

  /**
   * The messages that name or call me in all rooms, newest first.
   *
   * @param before where the page before this one said that it goes on; 0 for the newest
   */
  CompletableFuture<Event.Mentioned> mentions(long before, int limit);

  CompletableFuture<Event.Joined> createRoom(
      String name, RoomKind kind, String topic, List<UserId> invite);

  /** The direct room with these people. */
  CompletableFuture<Event.Joined> openDirect(List<UserId> with);

  CompletableFuture<Event.Done> invite(RoomId room, List<UserId> users);

  /** Ends somebody else's membership. */
  CompletableFuture<Event.Done> remove(RoomId room, UserId user);

  CompletableFuture<Event.Done> rank(RoomId room, UserId user, Rank rank);

  /** Changes what a room is; the command's id does not matter. */
  CompletableFuture<Event.Done> changeRoom(Command.ChangeRoom change);

  CompletableFuture<Event.PeopleList> people(String query, int limit);

  /** What I let others know; null for nothing. */
  CompletableFuture<Event.Done> status(@Nullable Status status);

  /** For all my devices; null takes it away. Counts at once, with a connection or without. */
  void keep(String key, @Nullable String value);

  /** From {@code seq} on a room shall be unread, on all my devices. */
  CompletableFuture<Event.Done> unread(RoomId room, long seq);

  CompletableFuture<Event.Joined> join(Command.Place place);

  CompletableFuture<Event.Left> leave(RoomId room);

  CompletableFuture<Event.RoomList> rooms();

  CompletableFuture<Event.MemberList> members(RoomId room);

  CompletableFuture<Event.HistoryPage> history(RoomId room, Command.Span span, int limit);

  /** I am composing; may be said with every key. */
  void typing(RoomId room);

  /** I have read up to {@code seq}. */
  void read(RoomId room, long seq);

  /** Holds until something else is said, over reconnects too. */
  void presence(Presence presence);

  /**
   * From now on the server is known by this key, whatever it was before; connects at once.
   *
   * @return completes when that is on this computer's disk
   */
  CompletableFuture<Void> trust(Fingerprint key);

  /**
   * The messages of a room that have files, oldest first.
   *
   * @param before the page ends just before this seq; 0 for the newest
   */
  CompletableFuture<Event.Found> files(RoomId room, long before, int limit);

  /**
   * See {@link Command.Search}.
   *
   * @param before 0 for the newest, else the last page's {@code next}
   */
  CompletableFuture<Event.Hits> search(String query, Command.Narrow narrow, long before, int limit);

  /** Where the server answered last, which need not be where it was met. Returns at once. */
  ServerAddress place();

  /** Files that come and go. */
  Transfers transfers();

  /** Does not wait for the next try to connect. */
  void retryNow();

  /**
   * Asks about what there is no method for: one's account, and the server itself.
   *
   * @param command makes it with the id that it is given
   */
  <T extends Event.Reply> CompletableFuture<T> ask(LongFunction<Command> command, Class<T> type);

  /**
   * Ends the connection and closes the archive; the outbox stays on disk. May wait for the disk:
   * not for the FX thread.
   */
  void close();
}
