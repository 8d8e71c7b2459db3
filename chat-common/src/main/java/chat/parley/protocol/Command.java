package chat.parley.protocol;

import chat.parley.model.DeviceId;
import chat.parley.model.Door;
import chat.parley.model.FileId;
import chat.parley.model.Kept;
import chat.parley.model.MessageLimits;
import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.SearchWords;
import chat.parley.model.Status;
import chat.parley.model.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
   * @param kept the highest version of what this client has of the things its person keeps; newer
   *     ones come after the welcome
   */
  record Hello(
      long id,
      int version,
      String agent,
      Auth auth,
      @Nullable String epoch,
      Map<RoomId, Long> cursors,
      long kept)
      implements Command {
    public Hello {
      cursors = Map.copyOf(cursors);
    }

    /** Of a client that wants all that its person keeps. */
    public Hello(
        long id,
        int version,
        String agent,
        Auth auth,
        @Nullable String epoch,
        Map<RoomId, Long> cursors) {
      this(id, version, agent, auth, epoch, cursors, 0);
    }
  }

  /** Who the client says it is. */
  sealed interface Auth {
    /** What a server says of a way in that it does not have. */
    static String notOffered(String kind) {
      return "This server does not offer to log in by \"" + kind + "\".";
    }

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

    /** The account of that name, on a device that gets its first token by this. */
    record Password(String name, String password) implements Auth {
      @Override
      public String toString() {
        return "Password[" + name + "]";
      }
    }

    /**
     * A new account.
     *
     * @param invite the code of an invitation; null where anybody may register
     */
    record Register(String name, String password, @Nullable String invite) implements Auth {
      @Override
      public String toString() {
        return "Register[" + name + "]";
      }
    }

    /**
     * The account of the server's owner. Offered until there is one, to whoever has the code that
     * the server said where only its operator reads.
     */
    record SetUp(String name, String password, String code) implements Auth {
      @Override
      public String toString() {
        return "SetUp[" + name + "]";
      }
    }

    /**
     * The account of that name, with another password. All its devices are logged out.
     *
     * @param code what {@link Event.ResetCode} carried to who runs the server
     */
    record Reset(String name, String code, String password) implements Auth {
      @Override
      public String toString() {
        return "Reset[" + name + "]";
      }
    }

    /** A pass that {@link Event.Pass} carried and that is not over. */
    record ByPass(String pass) implements Auth {
      @Override
      public String toString() {
        return "ByPass[…]";
      }
    }
  }

  /** Concerns the sender's own account and devices. */
  sealed interface Account extends Command {}

  /** Takes another name. Answered by {@link Event.Done}; everybody sees it. */
  record ChangeName(long id, String name) implements Account {}

  /**
   * Takes another password; all other devices are logged out. Answered by {@link Event.Done}.
   *
   * @param current refused with {@code BAD_LOGIN} when it is not the account's
   */
  record ChangePassword(long id, String current, String fresh) implements Account {
    @Override
    public String toString() {
      return "ChangePassword[" + id + "]";
    }
  }

  /**
   * Makes the guest who asks a member with an account; what they said stays theirs. Answered by
   * {@link Event.Done}.
   *
   * @param invite null where anybody may register
   */
  record BecomeMember(long id, String password, @Nullable String invite) implements Account {
    @Override
    public String toString() {
      return "BecomeMember[" + id + "]";
    }
  }

  /** One's own devices. Answered by {@link Event.DeviceList}. */
  record Devices(long id) implements Account {}

  /**
   * Logs a device out: its token is worth nothing any more and its connections end. Answered by
   * {@link Event.Done}.
   *
   * @param device one's own; null for all but the one that asks
   */
  record LogOut(long id, @Nullable DeviceId device) implements Account {}

  /** Asks for what opens HTTP addresses for a while. Answered by {@link Event.Pass}. */
  record Renew(long id) implements Account {}

  /** Keeps order in a room. Who may is decided room by room. */
  sealed interface Moderation extends Command {}

  /**
   * Lets a member write nothing for a while. Answered by {@link Event.Done}.
   *
   * @param seconds 0 lets them write again
   */
  record Mute(long id, RoomId room, UserId user, long seconds) implements Moderation {}

  /**
   * Makes members wait between their messages. Answered by {@link Event.Done}.
   *
   * @param seconds 0 for no longer
   */
  record SlowMode(long id, RoomId room, int seconds) implements Moderation {}

  /** Asks those who moderate to look at a message. Answered by {@link Event.Done}. */
  record Report(long id, RoomId room, long seq, String reason) implements Moderation {}

  /**
   * A page of what was reported. Answered by {@link Event.ReportList}, newest first.
   *
   * @param room null for all rooms of which one may see reports
   * @param resolved whether to have those that were dealt with, instead of those that wait
   * @param before where the page before this one said that it goes on; 0 for the newest
   */
  record Reports(long id, @Nullable RoomId room, boolean resolved, long before, int limit)
      implements Moderation {}

  /** Says what was made of a report. Answered by {@link Event.Done}. */
  record Resolve(long id, long report, String note) implements Moderation {}

  /** Runs the server. For admins and owners; others are refused with {@code FORBIDDEN}. */
  sealed interface Administration extends Command {}

  /** Answered by {@link Event.Done}. */
  record SetRole(long id, UserId user, Role role) implements Administration {}

  /** Ends all connections of a person, who may come back. Answered by {@link Event.Done}. */
  record Kick(long id, UserId user, String reason) implements Administration {}

  /**
   * Keeps a person out. Answered by {@link Event.Done}.
   *
   * @param device the only one to keep out; null for all of theirs
   * @param address whether no new guest comes in from where they were, as long
   * @param seconds 0 for ever
   */
  record Ban(
      long id, UserId user, @Nullable DeviceId device, boolean address, long seconds, String reason)
      implements Administration {}

  /** Ends a ban. Answered by {@link Event.Done}. */
  record Unban(long id, long ban) implements Administration {}

  /** A page of the bans that hold. Answered by {@link Event.BanList}, newest first. */
  record Bans(long id, long before, int limit) implements Administration {}

  /**
   * People as those who run the server see them. Answered by {@link Event.Roster}, by name.
   *
   * @param query part of a name; empty for everybody
   * @param skip how many of them to leave out
   */
  record ListResidents(long id, String query, int skip, int limit) implements Administration {}

  /**
   * Makes an invitation. Answered by {@link Event.Invited}.
   *
   * @param role guest or member
   * @param uses 1 to 1000
   * @param seconds for how long it is good
   */
  record CreateInvite(long id, Role role, int uses, long seconds, String note)
      implements Administration {}

  /** The invitations that are good. Answered by {@link Event.InviteList}, newest first. */
  record Invites(long id) implements Administration {}

  /** Makes an invitation worth nothing. Answered by {@link Event.Done}. */
  record RevokeInvite(long id, String invite) implements Administration {}

  /** Makes a code by which a person sets a new password. Answered by {@link Event.ResetCode}. */
  record ResetPassword(long id, UserId user) implements Administration {}

  /**
   * Logs somebody's devices out. Answered by {@link Event.Done}.
   *
   * @param device null for all
   */
  record EndDevices(long id, UserId user, @Nullable DeviceId device) implements Administration {}

  /** Gives somebody another name. Answered by {@link Event.Done}. */
  record RenamePerson(long id, UserId user, String name) implements Administration {}

  /** Answered by {@link Event.SettingsAre}. */
  record Settings(long id) implements Administration {}

  /** Answered by {@link Event.Done}. What is null stays as it is. */
  record ChangeSettings(
      long id,
      @Nullable String name,
      @Nullable Door door,
      @Nullable String motd,
      @Nullable Integer retentionDays,
      @Nullable MessageLimits messages)
      implements Administration {}

  /** How the server is. Answered by {@link Event.Health}. */
  record AskHealth(long id) implements Administration {}

  /**
   * Tells everybody something, those too who come in later. Answered by {@link Event.Done}.
   *
   * @param text empty takes back what is announced
   * @param seconds for how long
   */
  record Announce(long id, String text, long seconds) implements Administration {}

  /** A page of what was done by whose power. Answered by {@link Event.AuditPage}, newest first. */
  record Audit(long id, long before, int limit) implements Administration {}

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

  /**
   * Makes a room. Answered by {@link Event.Joined}; who makes it owns it.
   *
   * @param kind public or private
   */
  record CreateRoom(long id, String name, RoomKind kind, String topic, List<UserId> invite)
      implements Command {
    public CreateRoom {
      invite = List.copyOf(invite);
    }
  }

  /**
   * Opens the direct room of these people and oneself, the same one each time. Answered by {@link
   * Event.Joined}.
   *
   * @param with one to seven others; nobody means a room of one's own for notes
   */
  record OpenDirect(long id, List<UserId> with) implements Command {
    public OpenDirect {
      with = List.copyOf(with);
    }
  }

  /** Makes people members of a room. Answered by {@link Event.Done}. */
  record Invite(long id, RoomId room, List<UserId> users) implements Command {
    public Invite {
      users = List.copyOf(users);
    }
  }

  /** Ends somebody else's membership. Answered by {@link Event.Done}. */
  record Remove(long id, RoomId room, UserId user) implements Command {}

  /** Gives a member another rank. Answered by {@link Event.Done}. */
  record SetRank(long id, RoomId room, UserId user, Rank rank) implements Command {}

  /** Changes what a room is. Answered by {@link Event.Done}. What is null stays as it is. */
  record ChangeRoom(
      long id,
      RoomId room,
      @Nullable String name,
      @Nullable String topic,
      @Nullable String description,
      @Nullable Posting posting,
      @Nullable Boolean archived)
      implements Command {}

  /**
   * The people of this server. Answered by {@link Event.PeopleList}.
   *
   * @param query part of a name; empty for everybody
   */
  record People(long id, String query, int limit) implements Command {}

  /** Ends a membership. Answered by {@link Event.Left}. */
  record Leave(long id, RoomId room) implements Command {}

  /**
   * Says something in a room. Answered by {@link Event.Ack} once it is on disk. Sent again with the
   * same nonce it gets the first answer again, for ever.
   */
  record Send(long id, RoomId room, Nonce nonce, String body, Hook hook) implements Command {
    /** A message that hangs on nothing. */
    public Send(long id, RoomId room, Nonce nonce, String body) {
      this(id, room, nonce, body, Hook.NONE);
    }
  }

  /**
   * What a message is to hang on, and what is to hang on it.
   *
   * @param reply the seq of the message it answers; 0 for none
   * @param thread the seq of the message under which it belongs; 0 for none
   * @param forward the message that it passes on, whose text it must have; null for none
   * @param files what goes with it: uploaded whole by this person into this room, in this order.
   *     What is passed on takes its files along by itself.
   */
  record Hook(long reply, long thread, @Nullable Source forward, List<FileId> files) {
    public static final Hook NONE = new Hook(0, 0, null);

    public Hook {
      files = List.copyOf(files);
    }

    /** Of a message without files. */
    public Hook(long reply, long thread, @Nullable Source forward) {
      this(reply, thread, forward, List.of());
    }
  }

  /** A message somewhere. */
  record Source(RoomId room, long seq) {}

  /** Says a message of one's own in other words. Answered by {@link Event.Done}. */
  record Edit(long id, RoomId room, long seq, String body) implements Command {}

  /**
   * Takes a message away for everybody: one's own, or as a moderator. Answered by {@link
   * Event.Done}.
   */
  record Delete(long id, RoomId room, long seq) implements Command {}

  /**
   * Reacts to a message, or no longer. Answered by {@link Event.Done}, also when it was so before.
   */
  record React(long id, RoomId room, long seq, String emoji, boolean on) implements Command {}

  /** Pins a message to the room, or no longer. Answered by {@link Event.Done}. */
  record Pin(long id, RoomId room, long seq, boolean on) implements Command {}

  /**
   * The last messages of a room that have files. Answered by {@link Event.Found}.
   *
   * @param before only those with a lower seq; 0 for the newest
   * @param limit 1 to {@link Limits#historyEvents}
   */
  record Files(long id, RoomId room, long before, int limit) implements Command {}

  /** What a message said before its edits. Answered by {@link Event.EditList}. */
  record Edits(long id, RoomId room, long seq) implements Command {}

  /**
   * A page of what was said under a message. Answered by {@link Event.Found}, oldest first.
   *
   * @param before the page ends just before this seq; 0 for the newest
   */
  record Thread(long id, RoomId room, long seq, long before, int limit) implements Command {}

  /** The pinned messages of a room. Answered by {@link Event.Found}, newest pin first. */
  record Pins(long id, RoomId room) implements Command {}

  /**
   * A page of the messages that name or call this person, in all rooms they are in. Answered by
   * {@link Event.Mentioned}, newest first.
   *
   * @param before where the page before this one said that it goes on; 0 for the newest
   */
  record Mentions(long id, long before, int limit) implements Command {}

  /**
   * A page of the messages that have all words of {@code query} in what they say or in the names of
   * their files, in the rooms this person is in. Answered by {@link Event.Hits}, newest first.
   *
   * @param query at most {@link SearchWords#MAX_CHARS}, see {@link SearchWords}; may be empty when
   *     something narrows the search
   * @param before where the page before this one said that it goes on; 0 for the newest
   * @param limit 1 to {@link Limits#HITS}
   */
  record Search(long id, String query, Narrow narrow, long before, int limit) implements Command {}

  /**
   * To which messages a search keeps.
   *
   * @param room null for all rooms
   * @param from by whom; null for everybody
   * @param since sent then or later, epoch milliseconds; 0 for any time
   * @param until sent before then; 0 for any time
   * @param files whether only messages with files
   */
  record Narrow(
      @Nullable RoomId room, @Nullable UserId from, long since, long until, boolean files) {
    public static final Narrow NOT = new Narrow(null, null, 0, 0, false);
  }

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

  /**
   * Has not read from {@code seq} on, on purpose. Answered by {@link Event.Done}; the mark goes
   * back on all devices.
   */
  record Unread(long id, RoomId room, long seq) implements Command {}

  /** A device has all up to {@code seq}. Never answered. Said in direct and small rooms. */
  record Got(RoomId room, long seq) implements Command {
    @Override
    public long id() {
      return 0;
    }
  }

  /**
   * Keeps something for all devices of this person, or takes it away. Answered by {@link
   * Event.Done}.
   *
   * @param value null takes it away
   */
  record Keep(long id, String key, @Nullable String value) implements Command {
    /** Whether a server of these limits takes it; what it does not take stays where it was made. */
    public boolean fits(Limits limits) {
      return new Kept(key, value, 0).problem().isEmpty()
          && Codec.encode(this).getBytes(StandardCharsets.UTF_8).length <= limits.frameBytes();
    }
  }

  /** What this person lets others know; null for nothing. Answered by {@link Event.Done}. */
  record SetStatus(long id, @Nullable Status status) implements Command {}

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
