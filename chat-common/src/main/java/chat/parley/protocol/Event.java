package chat.parley.protocol;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Changes;
import chat.parley.model.Device;
import chat.parley.model.Door;
import chat.parley.model.Figures;
import chat.parley.model.Invitation;
import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Report;
import chat.parley.model.Resident;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.ServerSettings;
import chat.parley.model.Status;
import chat.parley.model.Ties;
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

  /**
   * The server a client is on.
   *
   * @param door who may come in
   * @param motd what everybody is to be told who comes in; may be empty
   * @param retentionDays after how many days messages are gone here, and should be gone from what a
   *     client keeps; 0 for never
   * @param app the newest version of the desktop app that can be taken from it, in a browser at
   *     {@code /get}; empty when there is none
   */
  record ServerInfo(
      String name,
      String version,
      Limits limits,
      Door door,
      String motd,
      int retentionDays,
      String app) {
    /** One from which no app can be taken. */
    public ServerInfo(
        String name, String version, Limits limits, Door door, String motd, int retentionDays) {
      this(name, version, limits, door, motd, retentionDays, "");
    }

    /** One that says nothing and keeps everything. */
    public ServerInfo(String name, String version, Limits limits, Door door) {
      this(name, version, limits, door, "", 0);
    }

    /** One that lets everybody in. */
    public ServerInfo(String name, String version, Limits limits) {
      this(name, version, limits, Door.GUESTS);
    }
  }

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

  /** The devices of who asked, the one used last first. */
  record DeviceList(long re, List<Device> devices) implements Reply {
    public DeviceList {
      devices = List.copyOf(devices);
    }
  }

  /**
   * Opens the server's HTTP addresses, as a bearer token (RFC 6750), until it is over.
   *
   * @param until epoch milliseconds on the server's clock
   */
  record Pass(long re, String token, long until) implements Reply {
    /** Never the secret: records end up in logs. */
    @Override
    public String toString() {
      return "Pass[until=" + until + "]";
    }
  }

  /** It is done, and on disk. */
  record Done(long re) implements Reply {}

  /** By what this device comes in from now on: the token that it had is good no more. */
  record NewToken(String token) implements Control {
    /** Never the secret: records end up in logs. */
    @Override
    public String toString() {
      return "NewToken[…]";
    }
  }

  /**
   * What a message said, oldest first; the last one is what it says now.
   *
   * @param seq the message's
   */
  record EditList(long re, RoomId room, long seq, List<Edition> editions) implements Reply {
    public EditList {
      editions = List.copyOf(editions);
    }
  }

  /** The words of a message from {@code at} on, epoch milliseconds. */
  record Edition(long at, String body) {}

  /**
   * Messages that belong together but do not follow each other in the log.
   *
   * @param more whether there are older ones
   */
  record Found(long re, RoomId room, List<Message> messages, boolean more) implements Reply {
    public Found {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Messages of several rooms that name or call this person, the newest first.
   *
   * @param next what to ask for to get older ones; 0 when there are none
   */
  record Mentioned(long re, List<Message> messages, long next) implements Reply {
    public Mentioned {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Messages of several rooms that a search found, the newest first.
   *
   * @param next what to ask for to look further back, which a page without messages may have too; 0
   *     when all was looked at
   */
  record Hits(long re, List<Message> messages, long next) implements Reply {
    public Hits {
      messages = List.copyOf(messages);
    }
  }

  /**
   * People of this server, by name.
   *
   * @param more whether there are others besides
   */
  record PeopleList(long re, List<Member> people, boolean more) implements Reply {
    public PeopleList {
      people = List.copyOf(people);
    }
  }

  /** What those are answered who moderate rooms or run the server. */
  sealed interface Oversight extends Reply {}

  /**
   * @param next what to ask for to get older ones; 0 when there are none
   */
  record ReportList(long re, List<Report> reports, long next) implements Oversight {
    public ReportList {
      reports = List.copyOf(reports);
    }
  }

  /**
   * @param next what to ask for to get older ones; 0 when there are none
   */
  record BanList(long re, List<Ban> bans, long next) implements Oversight {
    public BanList {
      bans = List.copyOf(bans);
    }
  }

  /**
   * @param more whether there are others after them
   */
  record Roster(long re, List<Resident> people, boolean more) implements Oversight {
    public Roster {
      people = List.copyOf(people);
    }
  }

  /**
   * @param code by which people register; said here and never again
   */
  record Invited(long re, Invitation invitation, String code) implements Oversight {
    /** Never the secret: records end up in logs. */
    @Override
    public String toString() {
      return "Invited[" + invitation + "]";
    }
  }

  record InviteList(long re, List<Invitation> invitations) implements Oversight {
    public InviteList {
      invitations = List.copyOf(invitations);
    }
  }

  /**
   * @param code by which the person sets a new password; said here and never again
   * @param until when it is over, epoch milliseconds
   */
  record ResetCode(long re, String code, long until) implements Oversight {
    /** Never the secret: records end up in logs. */
    @Override
    public String toString() {
      return "ResetCode[until=" + until + "]";
    }
  }

  record SettingsAre(long re, ServerSettings settings) implements Oversight {}

  record Health(long re, Figures figures) implements Oversight {}

  /**
   * @param next what to ask for to get older ones; 0 when there are none
   */
  record AuditPage(long re, List<AuditEntry> entries, long next) implements Oversight {
    public AuditPage {
      entries = List.copyOf(entries);
    }
  }

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
   * @param body what it says now; empty when it was deleted
   * @param mentions the members of the room whom the text names with an @, found by the server
   * @param nonce the sender's mark; only on the sender's own devices, null for everybody else
   * @param changes what has become of it since, in pages and after a resume
   */
  record Message(
      RoomId room,
      long seq,
      UserId from,
      String name,
      long at,
      String body,
      List<UserId> mentions,
      @Nullable Nonce nonce,
      Ties ties,
      Changes changes)
      implements RoomEvent {
    public Message {
      mentions = List.copyOf(mentions);
    }

    /** One that hangs on nothing and has not changed. */
    public Message(
        RoomId room,
        long seq,
        UserId from,
        String name,
        long at,
        String body,
        List<UserId> mentions,
        @Nullable Nonce nonce) {
      this(room, seq, from, name, at, body, mentions, nonce, Ties.NONE, Changes.NONE);
    }

    /** As others than its sender get it. */
    public Message withoutNonce() {
      return new Message(room, seq, from, name, at, body, mentions, null, ties, changes);
    }

    /** Whether it names this person or calls everybody. */
    public boolean isFor(UserId reader) {
      return mentions.contains(reader) || (ties.call() != Ties.Call.NOBODY && !from.equals(reader));
    }
  }

  /** Somebody changed a message of the same room. {@code from} and {@code name} say who did. */
  sealed interface Change extends RoomEvent {
    /** The seq of the message, lower than its own. */
    long target();

    UserId from();

    String name();
  }

  /** A message says something else now. */
  record Edited(
      RoomId room,
      long seq,
      UserId from,
      String name,
      long at,
      long target,
      String body,
      List<UserId> mentions)
      implements Change {
    public Edited {
      mentions = List.copyOf(mentions);
    }
  }

  /** A message is gone. */
  record Deleted(RoomId room, long seq, UserId from, String name, long at, long target)
      implements Change {}

  /** Somebody reacted to a message, or no longer. */
  record Reacted(
      RoomId room,
      long seq,
      UserId from,
      String name,
      long at,
      long target,
      String emoji,
      boolean on)
      implements Change {}

  /** A message was pinned to the room, or no longer. */
  record Pinned(RoomId room, long seq, UserId from, String name, long at, long target, boolean on)
      implements Change {}

  /**
   * Somebody became a member.
   *
   * @param by the name of who brought them in; null when they came by themselves
   */
  record JoinedRoom(RoomId room, long seq, UserId from, String name, long at, @Nullable String by)
      implements RoomEvent {
    public JoinedRoom(RoomId room, long seq, UserId from, String name, long at) {
      this(room, seq, from, name, at, null);
    }
  }

  /**
   * Somebody is no longer a member.
   *
   * @param by the name of who removed them; null when they left by themselves
   */
  record LeftRoom(RoomId room, long seq, UserId from, String name, long at, @Nullable String by)
      implements RoomEvent {
    public LeftRoom(RoomId room, long seq, UserId from, String name, long at) {
      this(room, seq, from, name, at, null);
    }
  }

  /** Somebody changed the room itself; {@code now} is all that it is from then on. */
  record RoomChanged(RoomId room, long seq, UserId from, String name, long at, Room now)
      implements RoomEvent {}

  /** A member has another rank. */
  record RankChanged(
      RoomId room, long seq, UserId from, String name, long at, User member, Rank rank)
      implements RoomEvent {}

  /** Who {@code from} names has another name from now on, {@code name}. */
  record Renamed(RoomId room, long seq, UserId from, String name, long at, String before)
      implements RoomEvent {}

  /**
   * An event of a room that this build does not know. It takes its place in the log, so that the
   * count goes on; nothing is shown for it.
   */
  record Unrecognized(RoomId room, long seq, long at, String type) implements RoomEvent {}

  /** Somebody is composing; to be believed for six seconds. */
  record Typing(RoomId room, UserId from, String name) implements Passing {}

  /** Somebody who shares a room with the reader came, went, or changed. */
  record PresenceChanged(UserId user, Presence presence, @Nullable Status status)
      implements Passing {
    /** Without a word about themselves. */
    public PresenceChanged(UserId user, Presence presence) {
      this(user, presence, null);
    }
  }

  /**
   * How far a member of a direct or small room has come; not told of who does not want it.
   *
   * @param read the seq up to which they have read
   * @param got the seq up to which a device of theirs has it
   */
  record Seen(RoomId room, UserId user, long read, long got) implements Passing {}

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

  /** This person has another name or another role. */
  record SelfChanged(User user) implements Control {}

  /**
   * Those who run the server tell everybody something; said again to whoever comes in meanwhile.
   *
   * @param text empty when what was announced is taken back
   * @param until when it is over, epoch milliseconds
   */
  record Announced(String text, String by, long at, long until) implements Control {}

  /**
   * This person may not write in a room, or may again.
   *
   * @param until epoch milliseconds; 0 when they may
   */
  record Muted(RoomId room, long until) implements Control {}

  /** Those who run the server decided something: this is what it is from now on. */
  record ServerChanged(ServerInfo server) implements Control {}

  /**
   * Messages of a room are gone because of their age, without an event in its log.
   *
   * @param seq up to which; see {@link Fold#expired}
   */
  record Expired(RoomId room, long seq) implements Control {}

  /**
   * For those who moderate a room or run the server: a report about it came, or was dealt with.
   *
   * @param waiting how many of that room wait now
   */
  record Reported(RoomId room, long waiting) implements Control {}

  /** Something this person keeps was put, changed or taken away on some device. */
  record KeptChanged(Kept kept) implements Control {}
}
