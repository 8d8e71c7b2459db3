package chat.parley.protocol;

import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells a client. The four kinds say what may happen to it: a {@link Reply} goes to
 * who asked, a {@link RoomEvent} is in a room's log and never lost, a {@link Passing} may be
 * dropped for a slow reader, a {@link Control} may not.
 */
public sealed interface Event {

  /** Answers the command whose id was {@link #re()}. */
  sealed interface Reply extends Event {
    long re();
  }

  /**
   * Happened in a room and is part of its log: {@link #seq()} counts up from 1 without holes.
   * {@code at} is the server's clock, epoch milliseconds, for showing only; order is by seq.
   */
  sealed interface RoomEvent extends Event {
    RoomId room();

    long seq();

    long at();
  }

  /** True for a moment only; a newer one replaces an older one. */
  sealed interface Passing extends Event {}

  /** Concerns this person's own devices or this connection. */
  sealed interface Control extends Event {}

  /**
   * Logged in.
   *
   * @param token lets this device in again as the same person; null when it came with one
   * @param rooms all rooms this person is a member of
   */
  record Welcome(
      long re,
      String epoch,
      User user,
      @Nullable String token,
      ServerInfo server,
      List<RoomState> rooms)
      implements Reply {
    public Welcome {
      rooms = List.copyOf(rooms);
    }

    /** Never the secret: records end up in logs. */
    @Override
    public String toString() {
      return "Welcome[user=" + user + ", rooms=" + rooms.size() + "]";
    }
  }

  /** The server a client is on. */
  record ServerInfo(String name, String version, Limits limits) {}

  record Joined(long re, RoomState room) implements Reply {}

  record Left(long re, RoomId room) implements Reply {}

  /** The message is on disk, has this seq for ever, and will reach everybody in the room. */
  record Ack(long re, RoomId room, Nonce nonce, long seq, long at) implements Reply {}

  /**
   * A page of a room's log, oldest first.
   *
   * @param more whether the log goes on in the direction that was asked for
   */
  record HistoryPage(long re, RoomId room, List<RoomEvent> events, boolean more) implements Reply {
    public HistoryPage {
      events = List.copyOf(events);
    }
  }

  record RoomList(long re, List<RoomListing> rooms) implements Reply {
    public RoomList {
      rooms = List.copyOf(rooms);
    }
  }

  record MemberList(long re, RoomId room, List<Member> members) implements Reply {
    public MemberList {
      members = List.copyOf(members);
    }
  }

  record Pong(long re) implements Reply {}

  /**
   * A command was not done; the connection stays.
   *
   * @param re the command's id; 0 when it had none or could not be read
   * @param message one sentence that a person can act on
   * @param retryMs how long to wait before the same may succeed; 0 when waiting does not help
   */
  record Failed(long re, ErrorCode code, String message, long retryMs) implements Reply {}

  /**
   * Somebody said something.
   *
   * @param mentions the members of the room whom the text names with an @, found by the server
   * @param nonce the sender's mark; only on the sender's own devices, null for everybody else
   */
  record Message(
      RoomId room,
      long seq,
      UserId from,
      String name,
      long at,
      String body,
      List<UserId> mentions,
      @Nullable Nonce nonce)
      implements RoomEvent {
    public Message {
      mentions = List.copyOf(mentions);
    }
  }

  /** Somebody became a member. */
  record JoinedRoom(RoomId room, long seq, UserId from, String name, long at)
      implements RoomEvent {}

  /** Somebody is no longer a member. */
  record LeftRoom(RoomId room, long seq, UserId from, String name, long at) implements RoomEvent {}

  /**
   * An event of a room that this build does not know. It takes its place in the log, so that the
   * count goes on; nothing is shown for it.
   */
  record Unrecognized(RoomId room, long seq, long at, String type) implements RoomEvent {}

  /** Somebody is composing; to be believed for six seconds. */
  record Typing(RoomId room, UserId from, String name) implements Passing {}

  /** Somebody who shares a room with the reader came, went, or changed. */
  record PresenceChanged(UserId user, Presence presence) implements Passing {}

  /** All that was missed has been sent; what follows is live. */
  record CaughtUp() implements Control {}

  /**
   * What the client has of this room is of another history (a backup was restored): forget it and
   * fetch anew.
   */
  record Reset(RoomId room) implements Control {}

  /** This person has read up to {@code seq} on some device. */
  record ReadMark(RoomId room, long seq, long unread, long mentions) implements Control {}

  /** This person joined a room on another device. */
  record RoomAdded(RoomState room) implements Control {}

  /** This person left a room on another device, or was made to leave. */
  record RoomRemoved(RoomId room) implements Control {}
}
