package chat.parley.protocol;

import static chat.parley.protocol.ModelJson.ANY;

import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON names of events. */
final class EventJson {
  private EventJson() {}

  static String write(Event event) {
    return switch (event) {
      case Event.Reply e -> reply(e);
      case Event.RoomEvent e ->
          JsonOut.object(RoomEventJson.typeOf(e), out -> RoomEventJson.write(out, e));
      case Event.Typing e ->
          JsonOut.object(
              "typing",
              out ->
                  out.put("room", e.room().value())
                      .put("from", e.from().value())
                      .put("name", e.name()));
      case Event.PresenceChanged e ->
          JsonOut.object(
              "presence",
              out -> {
                out.put("user", e.user().value()).put("status", e.presence());
                ModelJson.status(out, "says", e.status());
              });
      case Event.Seen e ->
          JsonOut.object(
              "seen",
              out ->
                  out.put("room", e.room().value())
                      .put("user", e.user().value())
                      .put("read", e.read())
                      .put("got", e.got()));
      case Event.KeptChanged e -> JsonOut.object("kept", out -> ModelJson.kept(out, e.kept()));
      case Event.NewToken e -> JsonOut.object("token", out -> out.put("token", e.token()));
      case Event.SelfChanged e ->
          JsonOut.object("self", out -> out.object("user", () -> ModelJson.user(out, e.user())));
      case Event.Announced e ->
          JsonOut.object(
              "announced",
              out ->
                  out.put("text", e.text())
                      .put("by", e.by())
                      .put("at", e.at())
                      .put("until", e.until()));
      case Event.Muted e ->
          JsonOut.object(
              "muted", out -> out.put("room", e.room().value()).putUnlessZero("until", e.until()));
      case Event.ServerChanged e ->
          JsonOut.object(
              "server", out -> out.object("server", () -> ModelJson.server(out, e.server())));
      case Event.Expired e ->
          JsonOut.object("expired", out -> out.put("room", e.room().value()).put("seq", e.seq()));
      case Event.Reported e ->
          JsonOut.object(
              "reported", out -> out.put("room", e.room().value()).put("waiting", e.waiting()));
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
          JsonOut.object(
              "room_added", out -> out.object("room", () -> ModelJson.state(out, e.room())));
      case Event.RoomRemoved e ->
          JsonOut.object("room_removed", out -> out.put("room", e.room().value()));
    };
  }

  static Optional<Event> read(JsonIn in) throws Malformed {
    String type = in.type();
    return switch (type) {
      case "welcome" -> Optional.of(welcome(in));
      case "joined" -> Optional.of(new Event.Joined(re(in), ModelJson.state(in.object("room"))));
      case "left" -> Optional.of(new Event.Left(re(in), in.room("room")));
      case "ack" ->
          Optional.of(
              new Event.Ack(
                  re(in), in.room("room"), in.nonce("nonce"), in.positive("seq"), in.number("at")));
      case "history" -> Optional.of(history(in));
      case "rooms" -> Optional.of(rooms(in));
      case "members" ->
          Optional.of(
              new Event.MemberList(re(in), in.room("room"), ModelJson.members(in, "members")));
      case "people" ->
          Optional.of(
              new Event.PeopleList(re(in), ModelJson.members(in, "people"), in.flag("more")));
      case "edits" -> Optional.of(edits(in));
      case "found" ->
          Optional.of(new Event.Found(re(in), in.room("room"), messages(in), in.flag("more")));
      case "mentioned" ->
          Optional.of(new Event.Mentioned(re(in), messages(in), in.number("next", 0)));
      case "hits" -> Optional.of(new Event.Hits(re(in), messages(in), in.number("next", 0)));
      case "done" -> Optional.of(new Event.Done(re(in)));
      case "pong" -> Optional.of(new Event.Pong(re(in)));
      case "devices" -> Optional.of(AccountJson.devices(in));
      case "pass" -> Optional.of(new Event.Pass(re(in), in.text("token", ANY), in.number("until")));
      case "token" -> Optional.of(new Event.NewToken(in.text("token", ANY)));
      case "self" -> Optional.of(new Event.SelfChanged(ModelJson.user(in.object("user"))));
      case "error" ->
          Optional.of(
              new Event.Failed(
                  re(in),
                  ErrorCode.ofWire(in.text("code", 64)),
                  in.text("message", ANY),
                  in.number("retry_ms", 0)));
      case "typing" ->
          Optional.of(new Event.Typing(in.room("room"), in.user("from"), in.text("name", ANY)));
      case "presence" ->
          Optional.of(
              new Event.PresenceChanged(
                  in.user("user"), ModelJson.presence(in), ModelJson.status(in, "says")));
      case "seen" ->
          Optional.of(
              new Event.Seen(
                  in.room("room"), in.user("user"), in.number("read"), in.number("got")));
      case "kept" -> Optional.of(new Event.KeptChanged(ModelJson.kept(in)));
      case "caught_up" -> Optional.of(new Event.CaughtUp());
      case "reset" -> Optional.of(new Event.Reset(in.room("room")));
      case "read" ->
          Optional.of(
              new Event.ReadMark(
                  in.room("room"), in.number("seq"), in.number("unread"), in.number("mentions")));
      case "room_added" -> Optional.of(new Event.RoomAdded(ModelJson.state(in.object("room"))));
      case "announced" ->
          Optional.of(
              new Event.Announced(
                  in.text("text", ANY, ""),
                  in.text("by", ANY, ""),
                  in.number("at", 0),
                  in.number("until", 0)));
      case "server" -> Optional.of(new Event.ServerChanged(ModelJson.server(in.object("server"))));
      case "expired" -> Optional.of(new Event.Expired(in.room("room"), in.number("seq")));
      case "reported" -> Optional.of(new Event.Reported(in.room("room"), in.number("waiting")));
      case "muted" -> Optional.of(new Event.Muted(in.room("room"), in.number("until", 0)));
      case "reports",
          "bans",
          "roster",
          "invited",
          "invites",
          "reset_code",
          "settings",
          "health",
          "audit" ->
          OversightJson.read(type, in);
      case "room_removed" -> Optional.of(new Event.RoomRemoved(in.room("room")));
      case "message",
          "edited",
          "deleted",
          "reacted",
          "pinned",
          "joined_room",
          "left_room",
          "room_changed",
          "rank_changed",
          "renamed" ->
          Optional.of(RoomEventJson.read(in));
      default -> in.has("seq") ? Optional.of(RoomEventJson.read(in)) : Optional.empty();
    };
  }

  private static String reply(Event.Reply reply) {
    return switch (reply) {
      case Event.Welcome e -> JsonOut.object("welcome", out -> welcome(out, e));
      case Event.Joined e ->
          JsonOut.object(
              "joined",
              out ->
                  out.putUnlessZero("re", e.re())
                      .object("room", () -> ModelJson.state(out, e.room())));
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
                          event ->
                              RoomEventJson.write(
                                  out.put("type", RoomEventJson.typeOf(event)), event))
                      .put("more", e.more()));
      case Event.RoomList e ->
          JsonOut.object(
              "rooms",
              out ->
                  out.putUnlessZero("re", e.re())
                      .array("rooms", e.rooms(), listing -> ModelJson.listing(out, listing)));
      case Event.MemberList e ->
          JsonOut.object(
              "members",
              out ->
                  out.putUnlessZero("re", e.re())
                      .put("room", e.room().value())
                      .array("members", e.members(), member -> ModelJson.member(out, member)));
      case Event.PeopleList e ->
          JsonOut.object(
              "people",
              out ->
                  out.putUnlessZero("re", e.re())
                      .array("people", e.people(), person -> ModelJson.member(out, person))
                      .put("more", e.more()));
      case Event.EditList e ->
          JsonOut.object(
              "edits",
              out ->
                  out.putUnlessZero("re", e.re())
                      .put("room", e.room().value())
                      .put("seq", e.seq())
                      .array(
                          "editions",
                          e.editions(),
                          edition -> out.put("at", edition.at()).put("body", edition.body())));
      case Event.Found e ->
          JsonOut.object(
              "found",
              out ->
                  messages(
                          out.putUnlessZero("re", e.re()).put("room", e.room().value()),
                          e.messages())
                      .put("more", e.more()));
      case Event.Mentioned e ->
          JsonOut.object(
              "mentioned",
              out ->
                  messages(out.putUnlessZero("re", e.re()), e.messages())
                      .putUnlessZero("next", e.next()));
      case Event.Hits e ->
          JsonOut.object(
              "hits",
              out ->
                  messages(out.putUnlessZero("re", e.re()), e.messages())
                      .putUnlessZero("next", e.next()));
      case Event.Done e -> JsonOut.object("done", out -> out.putUnlessZero("re", e.re()));
      case Event.Pong e -> JsonOut.object("pong", out -> out.putUnlessZero("re", e.re()));
      case Event.DeviceList e -> AccountJson.write(e);
      case Event.Oversight e -> OversightJson.write(e);
      case Event.Pass e ->
          JsonOut.object(
              "pass",
              out ->
                  out.putUnlessZero("re", e.re()).put("token", e.token()).put("until", e.until()));
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

  private static long re(JsonIn in) throws Malformed {
    return in.number("re", 0);
  }

  private static void welcome(JsonOut out, Event.Welcome e) {
    out.putUnlessZero("re", e.re()).put("epoch", e.epoch());
    out.object("user", () -> ModelJson.user(out, e.user()));
    out.put("token", e.token());
    out.object("server", () -> ModelJson.server(out, e.server()));
    out.array("rooms", e.rooms(), room -> ModelJson.state(out, room));
  }

  private static Event.Welcome welcome(JsonIn in) throws Malformed {
    JsonIn server = in.object("server");
    var rooms = new ArrayList<RoomState>();
    for (JsonIn room : in.objects("rooms")) {
      rooms.add(ModelJson.state(room));
    }
    return new Event.Welcome(
        re(in),
        in.text("epoch", 64),
        ModelJson.user(in.object("user")),
        in.has("token") ? in.text("token", ANY) : null,
        ModelJson.server(server),
        rooms);
  }

  private static Event.HistoryPage history(JsonIn in) throws Malformed {
    List<Event.RoomEvent> events = new ArrayList<>();
    for (JsonIn event : in.objects("events")) {
      events.add(RoomEventJson.read(event));
    }
    return new Event.HistoryPage(re(in), in.room("room"), events, in.flag("more"));
  }

  private static Event.RoomList rooms(JsonIn in) throws Malformed {
    var rooms = new ArrayList<RoomListing>();
    for (JsonIn room : in.objects("rooms")) {
      rooms.add(ModelJson.listing(room));
    }
    return new Event.RoomList(re(in), rooms);
  }

  private static Event.EditList edits(JsonIn in) throws Malformed {
    var editions = new ArrayList<Event.Edition>();
    for (JsonIn edition : in.objects("editions")) {
      editions.add(new Event.Edition(edition.number("at"), edition.text("body", ANY)));
    }
    return new Event.EditList(re(in), in.room("room"), in.positive("seq"), editions);
  }

  private static JsonOut messages(JsonOut out, List<Event.Message> messages) {
    return out.array(
        "messages", messages, message -> RoomEventJson.write(out.put("type", "message"), message));
  }

  private static List<Event.Message> messages(JsonIn in) throws Malformed {
    var messages = new ArrayList<Event.Message>();
    for (JsonIn message : in.objects("messages")) {
      messages.add(RoomEventJson.message(message));
    }
    return messages;
  }
}
