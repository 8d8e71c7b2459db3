package chat.parley.protocol;

import chat.parley.model.Attachment;
import chat.parley.model.Door;
import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.MessageLimits;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import chat.parley.model.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON names of people and rooms. A role, kind or status that a later version added is taken
 * for the one that promises least, so that an older client stays able to read the rest.
 */
final class ModelJson {
  /** What a client accepts of a server's text: the frame is bounded already. */
  static final int ANY = Integer.MAX_VALUE;

  private ModelJson() {}

  static void user(JsonOut out, User user) {
    out.put("id", user.id().value()).put("name", user.name()).put("role", user.role());
  }

  static User user(JsonIn in) throws Malformed {
    return new User(
        in.user("id"), in.text("name", ANY), in.oneOf("role", Role.class).orElse(Role.GUEST));
  }

  static List<User> users(JsonIn in, String field) throws Malformed {
    var users = new ArrayList<User>();
    if (in.has(field)) {
      for (JsonIn user : in.objects(field)) {
        users.add(user(user));
      }
    }
    return users;
  }

  static Door door(JsonIn in) throws Malformed {
    return in.has("door") ? in.oneOf("door", Door.class).orElse(Door.CLOSED) : Door.GUESTS;
  }

  static Presence presence(JsonIn in) throws Malformed {
    return in.oneOf("status", Presence.class).orElse(Presence.ONLINE);
  }

  static void member(JsonOut out, Member member) {
    user(out, member.user());
    out.put("status", member.presence());
    if (member.rank() != Rank.MEMBER) {
      out.put("rank", member.rank());
    }
    status(out, "says", member.status());
    out.putUnlessZero("read", member.read()).putUnlessZero("got", member.got());
    out.putUnlessZero("muted_until", member.mutedUntil());
  }

  static Member member(JsonIn in) throws Malformed {
    return new Member(
        user(in),
        presence(in),
        rank(in),
        status(in, "says"),
        in.number("read", 0),
        got(in),
        in.number("muted_until", 0));
  }

  private static long got(JsonIn in) throws Malformed {
    return in.number("got", 0);
  }

  static List<Member> members(JsonIn in, String field) throws Malformed {
    var members = new ArrayList<Member>();
    for (JsonIn member : in.objects(field)) {
      members.add(member(member));
    }
    return members;
  }

  static Rank rank(JsonIn in) throws Malformed {
    return in.has("rank") ? in.oneOf("rank", Rank.class).orElse(Rank.MEMBER) : Rank.MEMBER;
  }

  /** Nothing is written for nothing. */
  static void status(JsonOut out, String field, @Nullable Status status) {
    if (status != null) {
      out.object(
          field,
          () ->
              out.put("emoji", status.emoji())
                  .put("text", status.text())
                  .putUnlessZero("until", status.until()));
    }
  }

  static @Nullable Status status(JsonIn in, String field) throws Malformed {
    if (!in.has(field)) {
      return null;
    }
    JsonIn status = in.object(field);
    return new Status(
        status.text("emoji", ANY, ""), status.text("text", ANY, ""), status.number("until", 0));
  }

  static void room(JsonOut out, Room room) {
    out.put("id", room.id().value())
        .put("name", room.name())
        .put("kind", room.kind())
        .put("topic", room.topic());
    if (!room.description().isEmpty()) {
      out.put("description", room.description());
    }
    if (room.posting() != Posting.EVERYBODY) {
      out.put("posting", room.posting());
    }
    if (room.archived()) {
      out.put("archived", true);
    }
    out.putUnlessZero("slow_seconds", room.slowSeconds());
  }

  static Room room(JsonIn in) throws Malformed {
    Posting posting =
        in.has("posting")
            ? in.oneOf("posting", Posting.class).orElse(Posting.MODERATORS)
            : Posting.EVERYBODY;
    return new Room(
        in.room("id"),
        in.text("name", ANY),
        in.oneOf("kind", RoomKind.class).orElse(RoomKind.PRIVATE),
        in.text("topic", ANY, ""),
        in.text("description", ANY, ""),
        posting,
        in.flag("archived"),
        in.count("slow_seconds", 0));
  }

  static void listing(JsonOut out, RoomListing listing) {
    room(out, listing.room());
    out.put("members", listing.members()).put("joined", listing.joined());
  }

  static RoomListing listing(JsonIn in) throws Malformed {
    return new RoomListing(room(in), in.count("members", 0), in.flag("joined"));
  }

  static void state(JsonOut out, RoomState state) {
    room(out, state.room());
    out.put("head", state.head())
        .put("read", state.read())
        .put("unread", state.unread())
        .put("mentions", state.mentions());
    if (state.rank() != Rank.MEMBER) {
      out.put("rank", state.rank());
    }
    if (!state.with().isEmpty()) {
      out.array("with", state.with(), user -> user(out, user));
    }
    out.putUnlessZero("muted_until", state.mutedUntil()).putUnlessZero("expired", state.expired());
  }

  static RoomState state(JsonIn in) throws Malformed {
    try {
      return new RoomState(
          room(in),
          in.number("head"),
          in.number("read", 0),
          in.number("unread", 0),
          in.number("mentions", 0),
          rank(in),
          users(in, "with"),
          in.number("muted_until", 0),
          in.number("expired", 0));
    } catch (IllegalArgumentException e) {
      throw JsonIn.bad(String.valueOf(e.getMessage()));
    }
  }

  static void kept(JsonOut out, Kept kept) {
    out.put("key", kept.key()).put("value", kept.value()).put("version", kept.version());
  }

  static Kept kept(JsonIn in) throws Malformed {
    return new Kept(
        in.text("key", Kept.KEY_MAX),
        in.has("value") ? in.text("value", ANY) : null,
        in.number("version"));
  }

  static void attachment(JsonOut out, Attachment file) {
    out.put("id", file.id().value())
        .put("name", file.name())
        .put("size", file.size())
        .put("type", file.type())
        .putUnlessZero("width", file.width())
        .putUnlessZero("height", file.height());
    if (file.thumb()) {
      out.put("thumb", true);
    }
  }

  static Attachment attachment(JsonIn in) throws Malformed {
    return new Attachment(
        in.file("id"),
        in.text("name", ANY),
        in.number("size"),
        in.text("type", ANY),
        in.count("width", 0),
        in.count("height", 0),
        in.has("thumb") && in.flag("thumb"));
  }

  static void server(JsonOut out, Event.ServerInfo server) {
    out.put("name", server.name()).put("version", server.version()).put("door", server.door());
    if (!server.motd().isEmpty()) {
      out.put("motd", server.motd());
    }
    out.putUnlessZero("retention_days", server.retentionDays());
    if (!server.app().isEmpty()) {
      out.put("app", server.app());
    }
    out.object("limits", () -> limits(out, server.limits()));
  }

  static Event.ServerInfo server(JsonIn in) throws Malformed {
    return new Event.ServerInfo(
        in.text("name", ANY),
        in.text("version", ANY),
        in.has("limits") ? limits(in.object("limits")) : Limits.DEFAULT,
        door(in),
        in.text("motd", ANY, ""),
        in.count("retention_days", 0),
        in.text("app", ANY, ""));
  }

  static void messages(JsonOut out, MessageLimits messages) {
    out.put("body_chars", messages.bodyChars())
        .put("send_per_second", messages.sendPerSecond())
        .put("room_per_second", messages.roomPerSecond());
  }

  /** Of a server that has never heard of it they are the usual ones. */
  static MessageLimits messages(JsonIn in) throws Malformed {
    MessageLimits usual = MessageLimits.USUAL;
    if (!in.has("messages")) {
      return usual;
    }
    JsonIn messages = in.object("messages");
    return new MessageLimits(
        messages.count("body_chars", usual.bodyChars()),
        messages.count("send_per_second", usual.sendPerSecond()),
        messages.count("room_per_second", usual.roomPerSecond()));
  }

  static void limits(JsonOut out, Limits limits) {
    out.put("frame_bytes", limits.frameBytes())
        .put("body_chars", limits.bodyChars())
        .put("rooms", limits.rooms())
        .put("in_flight", limits.inFlight())
        .put("send_burst", limits.sendBurst())
        .put("send_per_second", limits.sendPerSecond())
        .put("history_events", limits.historyEvents())
        .putUnlessZero("file_bytes", limits.fileBytes());
  }

  static Limits limits(JsonIn in) throws Malformed {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        in.count("frame_bytes", usual.frameBytes()),
        in.count("body_chars", usual.bodyChars()),
        in.count("rooms", usual.rooms()),
        in.count("in_flight", usual.inFlight()),
        in.count("send_burst", usual.sendBurst()),
        in.count("send_per_second", usual.sendPerSecond()),
        in.count("history_events", usual.historyEvents()),
        in.number("file_bytes", 0));
  }
}
