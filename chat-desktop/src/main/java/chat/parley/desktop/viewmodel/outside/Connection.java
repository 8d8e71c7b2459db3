package chat.parley.desktop.viewmodel.outside;

import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.util.concurrent.CompletableFuture;

/**
 * What the view models ask of the client. No method waits; futures complete on any thread, and fail
 * with an exception whose message is one sentence for a person.
 */
public interface Connection {
  /** Completes when the message is on this computer's disk, with a connection or without. */
  CompletableFuture<Nonce> send(RoomId room, String body);

  /** Tries a failed message again; false when there is none. */
  CompletableFuture<Boolean> retry(Nonce nonce);

  /** Throws a message away that was not sent; false when the server may have it at this moment. */
  CompletableFuture<Boolean> discard(Nonce nonce);

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

  /** Does not wait for the next try to connect. */
  void retryNow();

  /**
   * Ends the connection and closes the archive; the outbox stays on disk. May wait for the disk:
   * not for the FX thread.
   */
  void close();
}
