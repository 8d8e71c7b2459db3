package chat.parley.protocol;

import static chat.parley.protocol.ModelJson.ANY;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Device;
import chat.parley.model.Figures;
import chat.parley.model.Invitation;
import chat.parley.model.Report;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.ServerSettings;
import chat.parley.model.Storage;
import chat.parley.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON names of what those see who moderate rooms or run the server. */
final class OversightJson {
  private OversightJson() {}

  static String write(Event.Oversight event) {
    return JsonOut.object(typeOf(event), out -> fields(out.putUnlessZero("re", event.re()), event));
  }

  private static String typeOf(Event.Oversight event) {
    return switch (event) {
      case Event.ReportList _ -> "reports";
      case Event.BanList _ -> "bans";
      case Event.Roster _ -> "roster";
      case Event.Invited _ -> "invited";
      case Event.InviteList _ -> "invites";
      case Event.ResetCode _ -> "reset_code";
      case Event.SettingsAre _ -> "settings";
      case Event.Health _ -> "health";
      case Event.AuditPage _ -> "audit";
    };
  }

  private static void fields(JsonOut out, Event.Oversight event) {
    switch (event) {
      case Event.ReportList e ->
          out.array("reports", e.reports(), report -> report(out, report))
              .putUnlessZero("next", e.next());
      case Event.BanList e ->
          out.array("bans", e.bans(), ban -> ban(out, ban)).putUnlessZero("next", e.next());
      case Event.Roster e ->
          out.array("people", e.people(), person -> resident(out, person)).put("more", e.more());
      case Event.Invited e ->
          out.object("invitation", () -> invitation(out, e.invitation())).put("code", e.code());
      case Event.InviteList e ->
          out.array("invitations", e.invitations(), invite -> invitation(out, invite));
      case Event.ResetCode e -> out.put("code", e.code()).put("until", e.until());
      case Event.SettingsAre e ->
          out.put("name", e.settings().name())
              .put("door", e.settings().door())
              .put("motd", e.settings().motd())
              .put("retention_days", e.settings().retentionDays())
              .object("messages", () -> ModelJson.messages(out, e.settings().messages()));
      case Event.Health e -> figures(out, e.figures());
      case Event.AuditPage e ->
          out.array("entries", e.entries(), entry -> entry(out, entry))
              .putUnlessZero("next", e.next());
    }
  }

  /** Empty when it is of another family. */
  static Optional<Event> read(String type, JsonIn in) throws Malformed {
    long re = in.number("re", 0);
    return switch (type) {
      case "reports" ->
          Optional.of(
              new Event.ReportList(
                  re, all(in, "reports", OversightJson::report), in.number("next", 0)));
      case "bans" ->
          Optional.of(
              new Event.BanList(re, all(in, "bans", OversightJson::ban), in.number("next", 0)));
      case "roster" ->
          Optional.of(
              new Event.Roster(re, all(in, "people", OversightJson::resident), in.flag("more")));
      case "invited" ->
          Optional.of(
              new Event.Invited(re, invitation(in.object("invitation")), in.text("code", ANY)));
      case "invites" ->
          Optional.of(new Event.InviteList(re, all(in, "invitations", OversightJson::invitation)));
      case "reset_code" ->
          Optional.of(new Event.ResetCode(re, in.text("code", ANY), in.number("until")));
      case "settings" ->
          Optional.of(
              new Event.SettingsAre(
                  re,
                  new ServerSettings(
                      in.text("name", ANY),
                      ModelJson.door(in),
                      in.text("motd", ANY, ""),
                      in.count("retention_days", 0),
                      ModelJson.messages(in))));
      case "health" -> Optional.of(new Event.Health(re, figures(in)));
      case "audit" ->
          Optional.of(
              new Event.AuditPage(
                  re, all(in, "entries", OversightJson::entry), in.number("next", 0)));
      default -> Optional.empty();
    };
  }

  private static void report(JsonOut out, Report report) {
    out.put("id", report.id())
        .put("room", report.room().value())
        .put("room_name", report.roomName())
        .put("seq", report.seq())
        .object("author", () -> ModelJson.user(out, report.author()))
        .put("text", report.text())
        .object("by", () -> ModelJson.user(out, report.by()))
        .put("reason", report.reason())
        .put("at", report.at());
    Report.Resolution resolution = report.resolution();
    if (resolution != null) {
      out.object(
          "resolution",
          () ->
              out.object("by", () -> ModelJson.user(out, resolution.by()))
                  .put("at", resolution.at())
                  .put("note", resolution.note()));
    }
  }

  private static Report report(JsonIn in) throws Malformed {
    return new Report(
        in.number("id"),
        in.room("room"),
        in.text("room_name", ANY, ""),
        in.number("seq"),
        ModelJson.user(in.object("author")),
        in.text("text", ANY, ""),
        ModelJson.user(in.object("by")),
        in.text("reason", ANY, ""),
        in.number("at"),
        in.has("resolution") ? resolution(in.object("resolution")) : null);
  }

  private static Report.Resolution resolution(JsonIn in) throws Malformed {
    return new Report.Resolution(
        ModelJson.user(in.object("by")), in.number("at"), in.text("note", ANY, ""));
  }

  private static void ban(JsonOut out, Ban ban) {
    out.put("id", ban.id())
        .object("user", () -> ModelJson.user(out, ban.user()))
        .put("device", ban.device() == null ? null : ban.device().value())
        .texts("addresses", ban.addresses())
        .putUnlessZero("until", ban.until())
        .put("reason", ban.reason())
        .object("by", () -> ModelJson.user(out, ban.by()))
        .put("at", ban.at());
  }

  private static Ban ban(JsonIn in) throws Malformed {
    return new Ban(
        in.number("id"),
        ModelJson.user(in.object("user")),
        in.has("device") ? in.device("device") : null,
        in.texts("addresses"),
        in.number("until", 0),
        in.text("reason", ANY, ""),
        ModelJson.user(in.object("by")),
        in.number("at"));
  }

  private static void resident(JsonOut out, Resident person) {
    ModelJson.user(out, person.user());
    out.put("account", person.account())
        .put("status", person.presence())
        .put("created_at", person.createdAt())
        .putUnlessZero("seen_at", person.seenAt());
    if (person.banned()) {
      out.put("banned", true).putUnlessZero("banned_until", person.bannedUntil());
    }
    out.array("devices", person.devices(), device -> AccountJson.device(out, device));
  }

  private static Resident resident(JsonIn in) throws Malformed {
    List<Device> devices = AccountJson.deviceList(in);
    boolean banned = in.flag("banned");
    return new Resident(
        ModelJson.user(in),
        in.flag("account"),
        ModelJson.presence(in),
        in.number("created_at", 0),
        in.number("seen_at", 0),
        banned,
        banned ? in.number("banned_until", 0) : 0,
        devices);
  }

  private static void invitation(JsonOut out, Invitation invitation) {
    out.put("id", invitation.id())
        .put("role", invitation.role())
        .put("uses_left", invitation.usesLeft())
        .put("until", invitation.until())
        .object("by", () -> ModelJson.user(out, invitation.by()))
        .put("at", invitation.at())
        .put("note", invitation.note());
  }

  private static Invitation invitation(JsonIn in) throws Malformed {
    return new Invitation(
        in.text("id", ANY),
        in.oneOf("role", Role.class).orElse(Role.GUEST),
        in.count("uses_left", 0),
        in.number("until"),
        ModelJson.user(in.object("by")),
        in.number("at", 0),
        in.text("note", ANY, ""));
  }

  private static void figures(JsonOut out, Figures figures) {
    out.put("database_bytes", figures.databaseBytes())
        .put("messages", figures.messages())
        .put("rooms", figures.rooms())
        .put("people", figures.people())
        .put("connected", figures.connected())
        .put("uptime_ms", figures.uptimeMs())
        .put("files_bytes", figures.storage().files())
        .putUnlessZero("files_most", figures.storage().most())
        .put("free_bytes", figures.storage().free())
        .put("file_most", figures.storage().mostOfFile())
        .put("person_most", figures.storage().mostOfPerson())
        .put("trouble", figures.trouble());
  }

  private static Figures figures(JsonIn in) throws Malformed {
    return new Figures(
        in.number("database_bytes", 0),
        in.number("messages", 0),
        in.number("rooms", 0),
        in.number("people", 0),
        in.number("connected", 0),
        in.number("uptime_ms", 0),
        new Storage(
            in.number("files_bytes", 0),
            in.number("files_most", 0),
            in.number("free_bytes", 0),
            in.number("file_most", 0),
            in.number("person_most", 0)),
        in.has("trouble") ? in.text("trouble", ANY) : null);
  }

  private static void entry(JsonOut out, AuditEntry entry) {
    User whom = entry.whom();
    out.put("id", entry.id())
        .put("at", entry.at())
        .object("by", () -> ModelJson.user(out, entry.by()))
        .put("deed", entry.deed());
    if (whom != null) {
      out.object("whom", () -> ModelJson.user(out, whom));
    }
    out.put("room", entry.room() == null ? null : entry.room().value())
        .put("detail", entry.detail());
  }

  private static AuditEntry entry(JsonIn in) throws Malformed {
    return new AuditEntry(
        in.number("id"),
        in.number("at"),
        ModelJson.user(in.object("by")),
        in.text("deed", ANY),
        whom(in),
        in.has("room") ? in.room("room") : null,
        in.text("detail", ANY, ""));
  }

  private static @Nullable User whom(JsonIn in) throws Malformed {
    return in.has("whom") ? ModelJson.user(in.object("whom")) : null;
  }

  private interface Reader<T> {
    T read(JsonIn in) throws Malformed;
  }

  private static <T> List<T> all(JsonIn in, String field, Reader<T> reader) throws Malformed {
    var all = new ArrayList<T>();
    for (JsonIn one : in.objects(field)) {
      all.add(reader.read(one));
    }
    return all;
  }
}
