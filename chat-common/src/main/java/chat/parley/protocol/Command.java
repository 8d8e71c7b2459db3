package chat.parley.protocol;

import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client asks of the server. The first one on a connection is always {@link Hello}. */
public sealed interface Command {
  /** The wire's version that this build speaks. */
  int VERSION = 1;

  /** The number by which the reply names this command; 0 when no reply is wanted. */
  long id();

  /**
   * Logs in and says how far this client is in each room. Answered by {@link Event.Welcome}, the
   * missed events, and {@link Event.CaughtUp}.
   *
   * @param agent the client software, for the operator's eyes
   * @param epoch the epoch under which {@code cursors} were taken; null on a first visit. A cursor
   *     alone is not a position: after a backup was restored, seq 41 may be another message.
   * @param cursors the last seq applied, for each room whose missed events are wanted
   */
  record Hello(
      long id,
      int version,
      String agent,
      Auth auth,
      @Nullable String epoch,
      Map<RoomId, Long> cursors)
      implements Command {
    public Hello {
      cursors = Map.copyOf(cursors);
    }
  }

  /** Who the client says it is. */
  sealed interface Auth {
    /** A new guest of that name. */
    record Guest(String name) implements Auth {}

    /** The person and device for whom an earlier {@link Event.Welcome} carried this token. */
    record Token(String token) implements Auth {
      /** Never the secret: records end up in logs. */
      @Override
      public String toString() {
        return "Token[…]";
      }
    }
  }

  /** Becomes a member of a room. Answered by {@link Event.Joined}, also when already in it. */
  record Join(long id, Place place) implements Command {}

  /** How a room is named by somebody who wants in. */
  sealed interface Place {
    record ById(RoomId room) implements Place {}

    /**
     * @param create whether to make the room when there is none of that name
     */
    record ByName(String name, boolean create) implements Place {}
  }

  /** Ends a membership. Answered by {@link Event.Left}. */
  record Leave(long id, RoomId room) implements Command {}

  /**
   * Says something in a room. Answered by {@link Event.Ack} once it is on disk. Sent again with the
   * same nonce it gets the first answer again, for ever.
   */
  record Send(long id, RoomId room, Nonce nonce, String body) implements Command {}

  /** Asks for a page of a room's log. Answered by {@link Event.HistoryPage}. */
  record History(long id, RoomId room, Span span, int limit) implements Command {}

  /** Which side of a seq a page lies on; the seq itself is never part of the page. */
  sealed interface Span {
    /** The page that ends just before {@code seq}. */
    record Before(long seq) implements Span {}

    /** The page that starts just after {@code seq}. */
    record After(long seq) implements Span {}
  }

  /** The rooms that can be joined. Answered by {@link Event.RoomList}. */
  record Rooms(long id) implements Command {}

  /** Who belongs to a room and who of them is here. Answered by {@link Event.MemberList}. */
  record Members(long id, RoomId room) implements Command {}

  /** Is composing; said at most every three seconds, never answered. */
  record Typing(RoomId room) implements Command {
    @Override
    public long id() {
      return 0;
    }
  }

  /** Has read up to {@code seq}; lower than before is ignored. Never answered. */
  record Read(RoomId room, long seq) implements Command {
    @Override
    public long id() {
      return 0;
    }
  }

  /** How this device's person is; offline is what the server says when the last device is gone. */
  record SetPresence(Presence presence) implements Command {
    @Override
    public long id() {
      return 0;
    }
  }

  /** Is still there. Answered by {@link Event.Pong}. */
  record Ping(long id) implements Command {}
}
