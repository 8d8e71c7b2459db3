package chat.parley.protocol;

import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JSON names of events. A role, kind or status that a later version added is taken for the one
 * that promises least, so that an older client stays able to read the rest.
 */
final class EventJson {
  /** What a client accepts of a server's text: the frame is bounded already. */
  private static final int ANY = Integer.MAX_VALUE;

  private EventJson() {}

  static String write(Event event) {
    return switch (event) {
      case Event.Reply e -> reply(e);
      case Event.RoomEvent e -> JsonOut.object(typeOf(e), out -> roomEvent(out, e));
      case Event.Typing e ->
          JsonOut.object(
              "typing",
              out ->
                  out.put("room", e.room().value())
                      .put("from", e.from().value())
                      .put("name", e.name()));
      case Event.PresenceChanged e ->
          JsonOut.object(
              "presence", out -> out.put("user", e.user().value()).put("status", e.presence()));
      case Event.CaughtUp _ -> JsonOut.object("caught_up", _ -> {});
      case Event.Reset e -> JsonOut.object("reset", out -> out.put("room", e.room().value()));
      case Event.ReadMark e ->
          JsonOut.object(
              "read",
              out ->
                  out.put("room", e.room().value())
                      .put("seq", e.seq())
                      .put("unread", e.unread())
                      .put("mentions", e.mentions()));
      case Event.RoomAdded e ->
          JsonOut.object("room_added", out -> out.object("room", () -> state(out, e.room())));
      case Event.RoomRemoved e ->
          JsonOut.object("room_removed", out -> out.put("room", e.room().value()));
    };
  }

  static String typeOf(Event.RoomEvent event) {
    return switch (event) {
      case Event.Message _ -> "message";
      case Event.JoinedRoom _ -> "joined_room";
      case Event.LeftRoom _ -> "left_room";
      case Event.Unrecognized e -> e.type();
    };
  }

  static Optional<Event> read(JsonIn in) throws Malformed {
    String type = in.type();
    return switch (type) {
      case "welcome" -> Optional.of(welcome(in));
      case "joined" -> Optional.of(new Event.Joined(re(in), state(in.object("room"))));
      case "left" -> Optional.of(new Event.Left(re(in), in.room("room")));
      case "ack" ->
          Optional.of(
              new Event.Ack(
                  re(in), in.room("room"), in.nonce("nonce"), in.positive("seq"), in.number("at")));
      case "history" -> Optional.of(history(in));
      case "rooms" -> Optional.of(rooms(in));
      case "members" -> Optional.of(members(in));
      case "pong" -> Optional.of(new Event.Pong(re(in)));
      case "error" ->
          Optional.of(
              new Event.Failed(
                  re(in),
                  ErrorCode.ofWire(in.text("code", 64)),
                  in.text("message", ANY),
                  in.number("retry_ms", 0)));
      case "typing" ->
          Optional.of(new Event.Typing(in.room("room"), in.user("from"), in.text("name", ANY)));
      case "presence" -> Optional.of(new Event.PresenceChanged(in.user("user"), presence(in)));
      case "caught_up" -> Optional.of(new Event.CaughtUp());
      case "reset" -> Optional.of(new Event.Reset(in.room("room")));
      case "read" ->
          Optional.of(
              new Event.ReadMark(
                  in.room("room"), in.number("seq"), in.number("unread"), in.number("mentions")));
      case "room_added" -> Optional.of(new Event.RoomAdded(state(in.object("room"))));
      case "room_removed" -> Optional.of(new Event.RoomRemoved(in.room("room")));
      case "message", "joined_room", "left_room" -> Optional.of(roomEvent(in));
      default -> in.has("seq") ? Optional.of(roomEvent(in)) : Optional.empty();
    };
  }

  private static String reply(Event.Reply reply) {
    return switch (reply) {
      case Event.Welcome e -> JsonOut.object("welcome", out -> welcome(out, e));
      case Event.Joined e ->
          JsonOut.object(
              "joined",
              out -> out.putUnlessZero("re", e.re()).object("room", () -> state(out, e.room())));
      case Event.Left e ->
          JsonOut.object(
              "left", out -> out.putUnlessZero("re", e.re()).put("room", e.room().value()));
      case Event.Ack e ->
          JsonOut.object(
              "ack",
              out ->
                  out.putUnlessZero("re", e.re())
                      .put("room", e.room().value())
                      .put("nonce", e.nonce().value())
                      .put("seq", e.seq())
                      .put("at", e.at()));
      case Event.HistoryPage e ->
          JsonOut.object(
              "history",
              out ->
                  out.putUnlessZero("re", e.re())
                      .put("room", e.room().value())
                      .array(
                          "events",
                          e.events(),
                          event -> roomEvent(out.put("type", typeOf(event)), event))
                      .put("more", e.more()));
      case Event.RoomList e ->
          JsonOut.object(
              "rooms",
              out ->
                  out.putUnlessZero("re", e.re())
                      .array("rooms", e.rooms(), listing -> listing(out, listing)));
      case Event.MemberList e ->
          JsonOut.object(
              "members",
              out ->
                  out.putUnlessZero("re", e.re())
                      .put("room", e.room().value())
                      .array("members", e.members(), member -> member(out, member)));
      case Event.Pong e -> JsonOut.object("pong", out -> out.putUnlessZero("re", e.re()));
      case Event.Failed e ->
          JsonOut.object(
              "error",
              out ->
                  out.putUnlessZero("re", e.re())
                      .put("code", e.code().wire())
                      .put("message", e.message())
                      .putUnlessZero("retry_ms", e.retryMs()));
    };
  }

  private static void roomEvent(JsonOut out, Event.RoomEvent event) {
    out.put("room", event.room().value()).put("seq", event.seq());
    switch (event) {
      case Event.Message e -> {
        out.put("from", e.from().value()).put("name", e.name()).put("at", e.at());
        out.put("body", e.body());
        out.texts("mentions", e.mentions().stream().map(UserId::value).toList());
        out.put("nonce", e.nonce() == null ? null : e.nonce().value());
      }
      case Event.JoinedRoom e ->
          out.put("from", e.from().value()).put("name", e.name()).put("at", e.at());
      case Event.LeftRoom e ->
          out.put("from", e.from().value()).put("name", e.name()).put("at", e.at());
      case Event.Unrecognized e -> out.put("at", e.at());
    }
  }

  private static Event.RoomEvent roomEvent(JsonIn in) throws Malformed {
    String type = in.type();
    var room = in.room("room");
    long seq = in.positive("seq");
    long at = in.number("at", 0);
    return switch (type) {
      case "message" ->
          new Event.Message(
              room,
              seq,
              in.user("from"),
              in.text("name", ANY),
              at,
              in.text("body", ANY),
              in.users("mentions"),
              in.has("nonce") ? in.nonce("nonce") : null);
      case "joined_room" ->
          new Event.JoinedRoom(room, seq, in.user("from"), in.text("name", ANY), at);
      case "left_room" -> new Event.LeftRoom(room, seq, in.user("from"), in.text("name", ANY), at);
      default -> new Event.Unrecognized(room, seq, at, type);
    };
  }

  private static long re(JsonIn in) throws Malformed {
    return in.number("re", 0);
  }

  private static void welcome(JsonOut out, Event.Welcome e) {
    out.putUnlessZero("re", e.re()).put("epoch", e.epoch());
    out.object("user", () -> user(out, e.user()));
    out.put("token", e.token());
    out.object(
        "server",
        () -> {
          out.put("name", e.server().name()).put("version", e.server().version());
          out.object("limits", () -> limits(out, e.server().limits()));
        });
    out.array("rooms", e.rooms(), room -> state(out, room));
  }

  private static Event.Welcome welcome(JsonIn in) throws Malformed {
    JsonIn server = in.object("server");
    var rooms = new ArrayList<RoomState>();
    for (JsonIn room : in.objects("rooms")) {
      rooms.add(state(room));
    }
    return new Event.Welcome(
        re(in),
        in.text("epoch", 64),
        user(in.object("user")),
        in.has("token") ? in.text("token", ANY) : null,
        new Event.ServerInfo(
            server.text("name", ANY),
            server.text("version", ANY),
            server.has("limits") ? limits(server.object("limits")) : Limits.DEFAULT),
        rooms);
  }

  private static void limits(JsonOut out, Limits limits) {
    out.put("frame_bytes", limits.frameBytes())
        .put("body_chars", limits.bodyChars())
        .put("rooms", limits.rooms())
        .put("in_flight", limits.inFlight())
        .put("send_burst", limits.sendBurst())
        .put("send_per_second", limits.sendPerSecond())
        .put("history_events", limits.historyEvents());
  }

  private static Limits limits(JsonIn in) throws Malformed {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        in.count("frame_bytes", usual.frameBytes()),
        in.count("body_chars", usual.bodyChars()),
        in.count("rooms", usual.rooms()),
        in.count("in_flight", usual.inFlight()),
        in.count("send_burst", usual.sendBurst()),
        in.count("send_per_second", usual.sendPerSecond()),
        in.count("history_events", usual.historyEvents()));
  }

  private static Event.HistoryPage history(JsonIn in) throws Malformed {
    List<Event.RoomEvent> events = new ArrayList<>();
    for (JsonIn event : in.objects("events")) {
      events.add(roomEvent(event));
    }
    return new Event.HistoryPage(re(in), in.room("room"), events, in.flag("more"));
  }

  private static Event.RoomList rooms(JsonIn in) throws Malformed {
    var rooms = new ArrayList<RoomListing>();
    for (JsonIn room : in.objects("rooms")) {
      rooms.add(new RoomListing(room(room), room.count("members", 0), room.flag("joined")));
    }
    return new Event.RoomList(re(in), rooms);
  }

  private static void listing(JsonOut out, RoomListing listing) {
    room(out, listing.room());
    out.put("members", listing.members()).put("joined", listing.joined());
  }

  private static Event.MemberList members(JsonIn in) throws Malformed {
    var members = new ArrayList<Member>();
    for (JsonIn member : in.objects("members")) {
      members.add(new Member(user(member), presence(member)));
    }
    return new Event.MemberList(re(in), in.room("room"), members);
  }

  private static void member(JsonOut out, Member member) {
    user(out, member.user());
    out.put("status", member.presence());
  }

  private static void state(JsonOut out, RoomState state) {
    room(out, state.room());
    out.put("head", state.head())
        .put("read", state.read())
        .put("unread", state.unread())
        .put("mentions", state.mentions());
  }

  private static RoomState state(JsonIn in) throws Malformed {
    try {
      return new RoomState(
          room(in),
          in.number("head"),
          in.number("read", 0),
          in.number("unread", 0),
          in.number("mentions", 0));
    } catch (IllegalArgumentException e) {
      throw JsonIn.bad(String.valueOf(e.getMessage()));
    }
  }

  private static void room(JsonOut out, Room room) {
    out.put("id", room.id().value())
        .put("name", room.name())
        .put("kind", room.kind())
        .put("topic", room.topic());
  }

  private static Room room(JsonIn in) throws Malformed {
    return new Room(
        in.room("id"),
        in.text("name", ANY),
        in.oneOf("kind", RoomKind.class).orElse(RoomKind.PRIVATE),
        in.text("topic", ANY, ""));
  }

  private static void user(JsonOut out, User user) {
    out.put("id", user.id().value()).put("name", user.name()).put("role", user.role());
  }

  private static User user(JsonIn in) throws Malformed {
    return new User(
        in.user("id"), in.text("name", ANY), in.oneOf("role", Role.class).orElse(Role.GUEST));
  }

  private static Presence presence(JsonIn in) throws Malformed {
    return in.oneOf("status", Presence.class).orElse(Presence.ONLINE);
  }
}
