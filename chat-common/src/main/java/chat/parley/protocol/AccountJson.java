package chat.parley.protocol;

import chat.parley.model.Device;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON names of logging in and of what concerns one's own account. */
final class AccountJson {
  /** Room for what is far too long, so that the rule for passwords can say so in its words. */
  private static final int PASSWORD_CHARS = 4_096;

  private static final int TOKEN_CHARS = 4_096;
  private static final int KIND_CHARS = 64;
  private static final int CODE_CHARS = 256;

  private AccountJson() {}

  static Command.Auth auth(JsonIn in) throws Malformed {
    String kind = in.line("kind", KIND_CHARS);
    return switch (kind) {
      case "guest" -> new Command.Auth.Guest(in.text("name", CommandJson.NAME_CHARS));
      case "token" -> new Command.Auth.Token(in.text("token", TOKEN_CHARS));
      case "password" ->
          new Command.Auth.Password(
              in.text("name", CommandJson.NAME_CHARS), in.text("password", PASSWORD_CHARS));
      case "register" ->
          new Command.Auth.Register(
              in.text("name", CommandJson.NAME_CHARS),
              in.text("password", PASSWORD_CHARS),
              invite(in));
      case "set_up" ->
          new Command.Auth.SetUp(
              in.text("name", CommandJson.NAME_CHARS),
              in.text("password", PASSWORD_CHARS),
              in.text("code", CODE_CHARS));
      case "reset" ->
          new Command.Auth.Reset(
              in.text("name", CommandJson.NAME_CHARS),
              in.text("code", CODE_CHARS),
              in.text("password", PASSWORD_CHARS));
      case "pass" -> new Command.Auth.ByPass(in.text("pass", TOKEN_CHARS));
      default -> throw new Malformed(ErrorCode.UNSUPPORTED, Command.Auth.notOffered(kind));
    };
  }

  static void write(JsonOut out, Command.Auth auth) {
    switch (auth) {
      case Command.Auth.Guest a -> out.put("kind", "guest").put("name", a.name());
      case Command.Auth.Token a -> out.put("kind", "token").put("token", a.token());
      case Command.Auth.Password a ->
          out.put("kind", "password").put("name", a.name()).put("password", a.password());
      case Command.Auth.Register a ->
          out.put("kind", "register")
              .put("name", a.name())
              .put("password", a.password())
              .put("invite", a.invite());
      case Command.Auth.SetUp a ->
          out.put("kind", "set_up")
              .put("name", a.name())
              .put("password", a.password())
              .put("code", a.code());
      case Command.Auth.Reset a ->
          out.put("kind", "reset")
              .put("name", a.name())
              .put("code", a.code())
              .put("password", a.password());
      case Command.Auth.ByPass a -> out.put("kind", "pass").put("pass", a.pass());
    }
  }

  static Command.ChangePassword changePassword(JsonIn in, long id) throws Malformed {
    return new Command.ChangePassword(
        id, in.text("current", PASSWORD_CHARS), in.text("fresh", PASSWORD_CHARS));
  }

  static Command.BecomeMember becomeMember(JsonIn in, long id) throws Malformed {
    return new Command.BecomeMember(id, in.text("password", PASSWORD_CHARS), invite(in));
  }

  static Command.LogOut logOut(JsonIn in, long id) throws Malformed {
    return new Command.LogOut(id, in.has("device") ? in.device("device") : null);
  }

  static String write(Command.Account command) {
    return switch (command) {
      case Command.ChangeName c ->
          JsonOut.object(
              "change_name", out -> out.putUnlessZero("id", c.id()).put("name", c.name()));
      case Command.ChangePassword c ->
          JsonOut.object(
              "change_password",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("current", c.current())
                      .put("fresh", c.fresh()));
      case Command.BecomeMember c ->
          JsonOut.object(
              "become_member",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("password", c.password())
                      .put("invite", c.invite()));
      case Command.Devices c -> JsonOut.object("devices", out -> out.putUnlessZero("id", c.id()));
      case Command.LogOut c ->
          JsonOut.object(
              "log_out",
              out ->
                  out.putUnlessZero("id", c.id())
                      .put("device", c.device() == null ? null : c.device().value()));
      case Command.Renew c -> JsonOut.object("renew", out -> out.putUnlessZero("id", c.id()));
    };
  }

  static String write(Event.DeviceList e) {
    return JsonOut.object(
        "devices",
        out ->
            out.putUnlessZero("re", e.re())
                .array("devices", e.devices(), device -> device(out, device)));
  }

  static Event.DeviceList devices(JsonIn in) throws Malformed {
    return new Event.DeviceList(in.number("re", 0), deviceList(in));
  }

  static void device(JsonOut out, Device device) {
    out.put("id", device.id().value())
        .put("agent", device.agent())
        .put("address", device.address())
        .put("created_at", device.createdAt())
        .put("seen_at", device.seenAt())
        .put("current", device.current());
  }

  /** The devices in the field of that name. */
  static List<Device> deviceList(JsonIn in) throws Malformed {
    List<Device> devices = new ArrayList<>();
    for (JsonIn device : in.objects("devices")) {
      devices.add(
          new Device(
              device.device("id"),
              device.text("agent", ModelJson.ANY, ""),
              device.text("address", ModelJson.ANY, ""),
              device.number("created_at", 0),
              device.number("seen_at", 0),
              device.flag("current")));
    }
    return devices;
  }

  private static @Nullable String invite(JsonIn in) throws Malformed {
    return in.has("invite") ? in.text("invite", CODE_CHARS) : null;
  }
}
