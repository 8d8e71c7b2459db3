package chat.parley.protocol;

import chat.parley.model.Presence;

/** The JSON names of commands. */
final class CommandJson {
  /** Room for names that are far too long, so that the rule for names can say so in its words. */
  static final int NAME_CHARS = 20_000;

  private static final int AGENT_CHARS = 200;
  private static final int EPOCH_CHARS = 64;

  private CommandJson() {}

  static Command read(JsonIn in, long id) throws Malformed {
    String type = in.type();
    return switch (type) {
      case "hello" -> hello(in, id);
      case "join" -> new Command.Join(id, place(in));
      case "leave" -> new Command.Leave(id, in.room("room"));
      case "create_room" -> RoomCommandJson.createRoom(in, id);
      case "direct" -> new Command.OpenDirect(id, in.users("with"));
      case "invite" -> new Command.Invite(id, in.room("room"), in.users("users"));
      case "remove" -> new Command.Remove(id, in.room("room"), in.user("user"));
      case "rank" -> RoomCommandJson.rank(in, id);
      case "change_room" -> RoomCommandJson.changeRoom(in, id);
      case "send" -> TalkCommandJson.send(in, id);
      case "edit" ->
          new Command.Edit(
              id,
              in.room("room"),
              in.positive("seq"),
              in.body("body", Limits.DEFAULT.bodyChars(), true));
      case "delete" -> new Command.Delete(id, in.room("room"), in.positive("seq"));
      case "react" -> TalkCommandJson.react(in, id);
      case "pin" -> new Command.Pin(id, in.room("room"), in.positive("seq"), in.flag("on"));
      case "edits" -> new Command.Edits(id, in.room("room"), in.positive("seq"));
      case "thread" -> TalkCommandJson.thread(in, id);
      case "files" -> TalkCommandJson.files(in, id);
      case "pins" -> new Command.Pins(id, in.room("room"));
      case "mentions" -> TalkCommandJson.mentions(in, id);
      case "search" -> TalkCommandJson.search(in, id);
      case "history" -> history(in, id);
      case "rooms" -> new Command.Rooms(id);
      case "members" -> new Command.Members(id, in.room("room"));
      case "people" -> RoomCommandJson.people(in, id);
      case "unread" -> new Command.Unread(id, in.room("room"), in.positive("seq"));
      case "got" -> new Command.Got(in.room("room"), in.number("seq"));
      case "keep" -> TalkCommandJson.keep(in, id);
      case "status" -> TalkCommandJson.status(in, id);
      case "typing" -> new Command.Typing(in.room("room"));
      case "read" -> new Command.Read(in.room("room"), in.number("seq"));
      case "presence" -> new Command.SetPresence(presence(in));
      case "change_name" -> new Command.ChangeName(id, in.text("name", NAME_CHARS));
      case "change_password" -> AccountJson.changePassword(in, id);
      case "become_member" -> AccountJson.becomeMember(in, id);
      case "devices" -> new Command.Devices(id);
      case "log_out" -> AccountJson.logOut(in, id);
      case "renew" -> new Command.Renew(id);
      case "mute" -> ModerationJson.mute(in, id);
      case "slow_mode" -> ModerationJson.slowMode(in, id);
      case "report" -> ModerationJson.report(in, id);
      case "reports" -> ModerationJson.reports(in, id);
      case "resolve" -> ModerationJson.resolve(in, id);
      case "set_role" -> AdministrationJson.setRole(in, id);
      case "kick" -> new Command.Kick(id, in.user("user"), ModerationJson.reason(in));
      case "ban" -> AdministrationJson.ban(in, id);
      case "unban" -> new Command.Unban(id, in.positive("ban"));
      case "bans" -> AdministrationJson.bans(in, id);
      case "roster" -> AdministrationJson.roster(in, id);
      case "create_invite" -> AdministrationJson.createInvite(in, id);
      case "invites" -> new Command.Invites(id);
      case "revoke_invite" -> AdministrationJson.revokeInvite(in, id);
      case "reset_password" -> new Command.ResetPassword(id, in.user("user"));
      case "end_devices" -> AdministrationJson.endDevices(in, id);
      case "rename_person" ->
          new Command.RenamePerson(id, in.user("user"), in.text("name", NAME_CHARS));
      case "settings" -> new Command.Settings(id);
      case "change_settings" -> AdministrationJson.changeSettings(in, id);
      case "health" -> new Command.AskHealth(id);
      case "announce" -> AdministrationJson.announce(in, id);
      case "audit" -> AdministrationJson.audit(in, id);
      case "ping" -> new Command.Ping(id);
      default ->
          throw new Malformed(
              ErrorCode.UNSUPPORTED, "This server does not know the command \"" + type + "\".");
    };
  }

  static String write(Command command) {
    return switch (command) {
      case Command.Hello c -> JsonOut.object("hello", out -> hello(out, c));
      case Command.Account c -> AccountJson.write(c);
      case Command.Moderation c -> ModerationJson.write(c);
      case Command.Administration c -> AdministrationJson.write(c);
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
      case Command.CreateRoom c -> RoomCommandJson.write(c);
      case Command.OpenDirect c -> RoomCommandJson.write(c);
      case Command.Invite c -> RoomCommandJson.write(c);
      case Command.Remove c -> RoomCommandJson.write(c);
      case Command.SetRank c -> RoomCommandJson.write(c);
      case Command.ChangeRoom c -> RoomCommandJson.write(c);
      case Command.People c -> RoomCommandJson.write(c);
      case Command.Send c -> TalkCommandJson.write(c);
      case Command.Edit c -> TalkCommandJson.write(c);
      case Command.Delete c -> TalkCommandJson.write(c);
      case Command.React c -> TalkCommandJson.write(c);
      case Command.Pin c -> TalkCommandJson.write(c);
      case Command.Edits c -> TalkCommandJson.write(c);
      case Command.Thread c -> TalkCommandJson.write(c);
      case Command.Files c -> TalkCommandJson.write(c);
      case Command.Pins c -> TalkCommandJson.write(c);
      case Command.Mentions c -> TalkCommandJson.write(c);
      case Command.Search c -> TalkCommandJson.write(c);
      case Command.Unread c -> TalkCommandJson.write(c);
      case Command.Got c -> TalkCommandJson.write(c);
      case Command.Keep c -> TalkCommandJson.write(c);
      case Command.SetStatus c -> TalkCommandJson.write(c);
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
        AccountJson.auth(in.object("auth")),
        in.has("epoch") ? in.line("epoch", EPOCH_CHARS) : null,
        in.numbersByRoom("cursors"),
        in.number("kept", 0));
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
    out.object("auth", () -> AccountJson.write(out, c.auth()));
    out.put("epoch", c.epoch());
    out.object("cursors", () -> c.cursors().forEach((room, seq) -> out.put(room.value(), seq)));
    out.putUnlessZero("kept", c.kept());
  }
}
