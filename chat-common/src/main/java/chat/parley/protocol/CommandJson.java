package chat.parley.protocol;

import chat.parley.model.Presence;

/** The JSON names of commands. */
final class CommandJson {
  /** Room for names that are far too long, so that the rule for names can say so in its words. */
  private static final int NAME_CHARS = 20_000;

  private static final int AGENT_CHARS = 200;
  private static final int EPOCH_CHARS = 64;
  private static final int KIND_CHARS = 64;
  private static final int TOKEN_CHARS = 4_096;

  private CommandJson() {}

  static Command read(JsonIn in, long id) throws Malformed {
    String type = in.type();
    return switch (type) {
      case "hello" -> hello(in, id);
      case "join" -> new Command.Join(id, place(in));
      case "leave" -> new Command.Leave(id, in.room("room"));
      case "send" ->
          new Command.Send(
              id, in.room("room"), in.nonce("nonce"), in.body("body", Limits.DEFAULT.bodyChars()));
      case "history" -> history(in, id);
      case "rooms" -> new Command.Rooms(id);
      case "members" -> new Command.Members(id, in.room("room"));
      case "typing" -> new Command.Typing(in.room("room"));
      case "read" -> new Command.Read(in.room("room"), in.number("seq"));
      case "presence" -> new Command.SetPresence(presence(in));
      case "ping" -> new Command.Ping(id);
      default ->
          throw new Malformed(
              ErrorCode.UNSUPPORTED, "This server does not know the command \"" + type + "\".");
    };
  }

  static String write(Command command) {
    return switch (command) {
      case Command.Hello c -> JsonOut.object("hello", out -> hello(out, c));
      case Command.Join c ->
          JsonOut.object(
              "join",
              out -> {
                out.putUnlessZero("id", c.id());
                switch (c.place()) {
                  case Command.Place.ById p -> out.put("room", p.room().value());
                  case Command.Place.ByName p ->
                      out.put("name", p.name()).put("create", p.create());
                }
              });
      case Command.Leave c ->
          JsonOut.object(
              "leave", out -> out.putUnlessZero("id", c.id()).put("room", c.room().value()));
      case Command.Send c ->
          JsonOut.object(
              "send",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("room", c.room().value())
                      .put("nonce", c.nonce().value())
                      .put("body", c.body()));
      case Command.History c ->
          JsonOut.object(
              "history",
              out -> {
                out.putUnlessZero("id", c.id()).put("room", c.room().value());
                switch (c.span()) {
                  case Command.Span.Before s -> out.put("before", s.seq());
                  case Command.Span.After s -> out.put("after", s.seq());
                }
                out.put("limit", c.limit());
              });
      case Command.Rooms c -> JsonOut.object("rooms", out -> out.putUnlessZero("id", c.id()));
      case Command.Members c ->
          JsonOut.object(
              "members", out -> out.putUnlessZero("id", c.id()).put("room", c.room().value()));
      case Command.Typing c -> JsonOut.object("typing", out -> out.put("room", c.room().value()));
      case Command.Read c ->
          JsonOut.object("read", out -> out.put("room", c.room().value()).put("seq", c.seq()));
      case Command.SetPresence c ->
          JsonOut.object("presence", out -> out.put("status", c.presence()));
      case Command.Ping c -> JsonOut.object("ping", out -> out.putUnlessZero("id", c.id()));
    };
  }

  private static Command.Hello hello(JsonIn in, long id) throws Malformed {
    long version = in.number("v", Command.VERSION);
    if (version != Command.VERSION) {
      throw new Malformed(
          ErrorCode.UNSUPPORTED, "This server speaks version " + Command.VERSION + " only.");
    }
    return new Command.Hello(
        id,
        Command.VERSION,
        in.has("agent") ? in.line("agent", AGENT_CHARS) : "",
        auth(in.object("auth")),
        in.has("epoch") ? in.line("epoch", EPOCH_CHARS) : null,
        in.numbersByRoom("cursors"));
  }

  private static Command.Auth auth(JsonIn in) throws Malformed {
    String kind = in.line("kind", KIND_CHARS);
    return switch (kind) {
      case "guest" -> new Command.Auth.Guest(in.text("name", NAME_CHARS));
      case "token" -> new Command.Auth.Token(in.text("token", TOKEN_CHARS));
      default ->
          throw new Malformed(
              ErrorCode.UNSUPPORTED, "This server does not offer to log in by \"" + kind + "\".");
    };
  }

  private static Command.Place place(JsonIn in) throws Malformed {
    if (in.has("room")) {
      return new Command.Place.ById(in.room("room"));
    }
    if (in.has("name")) {
      return new Command.Place.ByName(in.text("name", NAME_CHARS), in.flag("create"));
    }
    throw JsonIn.bad("\"room\" or \"name\" is missing.");
  }

  private static Command.History history(JsonIn in, long id) throws Malformed {
    if (in.has("before") == in.has("after")) {
      throw JsonIn.bad("Give either \"before\" or \"after\".");
    }
    Command.Span span =
        in.has("before")
            ? new Command.Span.Before(in.number("before"))
            : new Command.Span.After(in.number("after"));
    int most = Limits.DEFAULT.historyEvents();
    long limit = in.number("limit", 100);
    return new Command.History(id, in.room("room"), span, Math.clamp(limit, 1, most));
  }

  private static Presence presence(JsonIn in) throws Malformed {
    return in.oneOf("status", Presence.class)
        .filter(presence -> presence != Presence.OFFLINE)
        .orElseThrow(() -> JsonIn.bad("\"status\" is online, away or busy."));
  }

  private static void hello(JsonOut out, Command.Hello c) {
    out.putUnlessZero("id", c.id()).put("v", c.version()).put("agent", c.agent());
    out.object(
        "auth",
        () -> {
          switch (c.auth()) {
            case Command.Auth.Guest a -> out.put("kind", "guest").put("name", a.name());
            case Command.Auth.Token a -> out.put("kind", "token").put("token", a.token());
          }
        });
    out.put("epoch", c.epoch());
    out.object("cursors", () -> c.cursors().forEach((room, seq) -> out.put(room.value(), seq)));
  }
}
