package chat.parley.protocol;

import static chat.parley.protocol.ModerationJson.MOST_SECONDS;

import chat.parley.model.Door;
import chat.parley.model.MessageLimits;
import chat.parley.model.Names;
import chat.parley.model.Role;
import org.jspecify.annotations.Nullable;

/** The JSON names of what runs a server. */
final class AdministrationJson {
  private static final int TEXT_CHARS = 2_000;
  private static final int QUERY_CHARS = 100;
  private static final int NOTE_CHARS = 100;
  private static final int ID_CHARS = 64;
  private static final int MOST_USES = 1_000;
  private static final int MOST_DAYS = 36_500;
  private static final int MOST_SKIPPED = 10_000_000;

  private AdministrationJson() {}

  static Command.SetRole setRole(JsonIn in, long id) throws Malformed {
    Role role =
        in.oneOf("role", Role.class)
            .orElseThrow(() -> JsonIn.bad("\"role\" is guest, member, admin or owner."));
    return new Command.SetRole(id, in.user("user"), role);
  }

  static Command.Ban ban(JsonIn in, long id) throws Malformed {
    return new Command.Ban(
        id,
        in.user("user"),
        in.has("device") ? in.device("device") : null,
        in.flag("address"),
        in.has("seconds") ? in.between("seconds", 0, MOST_SECONDS) : 0,
        ModerationJson.reason(in));
  }

  static Command.Bans bans(JsonIn in, long id) throws Malformed {
    return new Command.Bans(id, in.number("before", 0), ModerationJson.limit(in));
  }

  static Command.ListResidents roster(JsonIn in, long id) throws Malformed {
    return new Command.ListResidents(
        id,
        in.has("query") ? in.line("query", QUERY_CHARS) : "",
        in.has("skip") ? (int) in.between("skip", 0, MOST_SKIPPED) : 0,
        ModerationJson.limit(in));
  }

  static Command.CreateInvite createInvite(JsonIn in, long id) throws Malformed {
    Role role =
        in.oneOf("role", Role.class)
            .filter(known -> known.compareTo(Role.MEMBER) <= 0)
            .orElseThrow(() -> JsonIn.bad("\"role\" is guest or member."));
    return new Command.CreateInvite(
        id,
        role,
        in.has("uses") ? (int) in.between("uses", 1, MOST_USES) : 1,
        in.between("seconds", 1, MOST_SECONDS),
        in.has("note") ? in.line("note", NOTE_CHARS) : "");
  }

  static Command.RevokeInvite revokeInvite(JsonIn in, long id) throws Malformed {
    return new Command.RevokeInvite(id, in.line("invite", ID_CHARS));
  }

  static Command.EndDevices endDevices(JsonIn in, long id) throws Malformed {
    return new Command.EndDevices(
        id, in.user("user"), in.has("device") ? in.device("device") : null);
  }

  static Command.ChangeSettings changeSettings(JsonIn in, long id) throws Malformed {
    return new Command.ChangeSettings(
        id,
        in.has("name") ? in.line("name", Names.SERVER_MAX) : null,
        door(in),
        in.has("motd") ? in.lines("motd", TEXT_CHARS) : null,
        in.has("retention_days") ? (int) in.between("retention_days", 0, MOST_DAYS) : null,
        in.has("messages") ? messages(in.object("messages")) : null);
  }

  private static MessageLimits messages(JsonIn in) throws Malformed {
    return new MessageLimits(
        (int) in.between("body_chars", MessageLimits.LEAST_CHARS, MessageLimits.MOST_CHARS),
        (int) in.between("send_per_second", 1, MessageLimits.MOST_SEND),
        (int) in.between("room_per_second", 1, MessageLimits.MOST_ROOM));
  }

  private static @Nullable Door door(JsonIn in) throws Malformed {
    return in.has("door")
        ? in.oneOf("door", Door.class)
            .orElseThrow(() -> JsonIn.bad("\"door\" is guests, open, invite or closed."))
        : null;
  }

  static Command.Announce announce(JsonIn in, long id) throws Malformed {
    return new Command.Announce(
        id,
        in.has("text") ? in.lines("text", TEXT_CHARS) : "",
        in.has("seconds") ? in.between("seconds", 0, MOST_SECONDS) : 0);
  }

  static Command.Audit audit(JsonIn in, long id) throws Malformed {
    return new Command.Audit(id, in.number("before", 0), ModerationJson.limit(in));
  }

  static String write(Command.Administration command) {
    return JsonOut.object(
        typeOf(command), out -> fields(out.putUnlessZero("id", command.id()), command));
  }

  private static String typeOf(Command.Administration command) {
    return switch (command) {
      case Command.SetRole _ -> "set_role";
      case Command.Kick _ -> "kick";
      case Command.Ban _ -> "ban";
      case Command.Unban _ -> "unban";
      case Command.Bans _ -> "bans";
      case Command.ListResidents _ -> "roster";
      case Command.CreateInvite _ -> "create_invite";
      case Command.Invites _ -> "invites";
      case Command.RevokeInvite _ -> "revoke_invite";
      case Command.ResetPassword _ -> "reset_password";
      case Command.EndDevices _ -> "end_devices";
      case Command.RenamePerson _ -> "rename_person";
      case Command.Settings _ -> "settings";
      case Command.ChangeSettings _ -> "change_settings";
      case Command.AskHealth _ -> "health";
      case Command.Announce _ -> "announce";
      case Command.Audit _ -> "audit";
    };
  }

  private static void fields(JsonOut out, Command.Administration command) {
    switch (command) {
      case Command.SetRole c -> out.put("user", c.user().value()).put("role", c.role());
      case Command.Kick c -> out.put("user", c.user().value()).put("reason", c.reason());
      case Command.Ban c ->
          out.put("user", c.user().value())
              .put("device", c.device() == null ? null : c.device().value())
              .put("address", c.address())
              .put("seconds", c.seconds())
              .put("reason", c.reason());
      case Command.Unban c -> out.put("ban", c.ban());
      case Command.Bans c -> out.putUnlessZero("before", c.before()).put("limit", c.limit());
      case Command.ListResidents c ->
          out.put("query", c.query()).putUnlessZero("skip", c.skip()).put("limit", c.limit());
      case Command.CreateInvite c ->
          out.put("role", c.role())
              .put("uses", c.uses())
              .put("seconds", c.seconds())
              .put("note", c.note());
      case Command.RevokeInvite c -> out.put("invite", c.invite());
      case Command.ResetPassword c -> out.put("user", c.user().value());
      case Command.EndDevices c ->
          out.put("user", c.user().value())
              .put("device", c.device() == null ? null : c.device().value());
      case Command.RenamePerson c -> out.put("user", c.user().value()).put("name", c.name());
      case Command.ChangeSettings c -> {
        out.put("name", c.name()).put("motd", c.motd());
        if (c.door() != null) {
          out.put("door", c.door());
        }
        if (c.retentionDays() != null) {
          out.put("retention_days", c.retentionDays());
        }
        MessageLimits messages = c.messages();
        if (messages != null) {
          out.object("messages", () -> ModelJson.messages(out, messages));
        }
      }
      case Command.Announce c -> out.put("text", c.text()).put("seconds", c.seconds());
      case Command.Audit c -> out.putUnlessZero("before", c.before()).put("limit", c.limit());
      case Command.Invites _, Command.Settings _, Command.AskHealth _ -> {}
    }
  }
}
