package chat.parley.desktop.view;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Device;
import chat.parley.model.DeviceId;
import chat.parley.model.Door;
import chat.parley.model.Figures;
import chat.parley.model.Invitation;
import chat.parley.model.MessageLimits;
import chat.parley.model.Presence;
import chat.parley.model.Report;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.ServerSettings;
import chat.parley.model.Storage;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;

/** What the server of the office tells Ana when she owns it. */
final class AdminOffice {
  private static final User ANA = new User(Office.ANA.id(), Office.ANA.name(), Role.OWNER);
  private static final User BRUNO = Office.user("Bruno Silva");
  private static final User CHEN = new User(Office.user("Chen Wei").id(), "Chen Wei", Role.ADMIN);
  private static final User ELIF = Office.guest("Elif Kaya");
  private static final User GRETA = Office.user("Greta Lund");

  private AdminOffice() {}

  static void fill(Office office) {
    var replies = office.server.replies;
    replies.put(Command.ListResidents.class, _ -> people(office));
    replies.put(Command.Invites.class, _ -> invitations(office));
    replies.put(
        Command.CreateInvite.class,
        _ ->
            new Event.Invited(
                1,
                new Invitation("i3", Role.MEMBER, 1, office.at(-7, "9:00"), ANA, 0, ""),
                "k4mw-7xq2-hd9p-ten5"));
    replies.put(Command.Reports.class, _ -> reports(office));
    replies.put(Command.Bans.class, _ -> new Event.BanList(1, List.<Ban>of(), 0));
    replies.put(
        Command.Settings.class,
        _ ->
            new Event.SettingsAre(
                1,
                new ServerSettings(
                    "Floor 2 office",
                    Door.INVITE,
                    "The canteen is closed on Friday.",
                    365,
                    MessageLimits.USUAL)));
    replies.put(
        Command.AskHealth.class,
        _ ->
            new Event.Health(
                1,
                new Figures(
                    61_341_696,
                    48_213,
                    31,
                    64,
                    17,
                    Duration.ofHours(76).toMillis(),
                    new Storage(734_003_200L, 0, 96_636_764_160L, 104_857_600, 2_147_483_648L),
                    null)));
    replies.put(Command.Audit.class, _ -> audit(office));
  }

  /** On the FX thread. */
  static void open(Office office, Scene scene, int page) {
    office.listener.onSelf(ANA);
    office.fx.settle();
    MenuButton menu = Fx.find(scene, "#server-menu", MenuButton.class);
    menu.getItems().stream()
        .filter(item -> Texts.of("view.admin").equals(item.getText()))
        .findFirst()
        .ifPresent(MenuItem::fire);
    office.fx.settle();
    turn(office, scene, page);
  }

  /** On the FX thread. */
  static void turn(Office office, Scene scene, int page) {
    ListView<?> pages = Fx.find(scene, "#admin-pages", ListView.class);
    pages.getSelectionModel().select(page);
    pages.requestFocus();
    office.fx.settle();
  }

  /** Opens the question about that person. On the FX thread. */
  static void ban(Scene scene, String name) {
    deeds(scene, name).stream()
        .filter(item -> Texts.of("view.admin.ban").equals(item.getText()))
        .forEach(MenuItem::fire);
  }

  /** What can be done about that person. On the FX thread. */
  static List<MenuItem> deeds(Scene scene, String name) {
    Button deeds =
        scene.getRoot().lookupAll(".icon-button").stream()
            .map(Button.class::cast)
            .filter(button -> String.valueOf(button.getAccessibleText()).endsWith(name))
            .findFirst()
            .orElseThrow();
    deeds.fire();
    ContextMenu menu =
        Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .map(ContextMenu.class::cast)
            .findFirst()
            .orElseThrow();
    menu.hide();
    return List.copyOf(menu.getItems());
  }

  private static Event.Roster people(Office office) {
    return new Event.Roster(
        1,
        List.of(
            person(office, ANA, Presence.ONLINE, "10:31", 2, 0),
            person(office, BRUNO, Presence.ONLINE, "9:02", 1, 0),
            person(office, CHEN, Presence.BUSY, "8:58", 3, 0),
            person(office, ELIF, Presence.AWAY, "9:15", 1, 0),
            person(office, GRETA, Presence.OFFLINE, "7:40", 0, office.at(0, "18:00")),
            person(office, Office.user("Hassan Idris"), Presence.OFFLINE, "", 0, 0)),
        true);
  }

  private static Resident person(
      Office office, User user, Presence presence, String seen, int devices, long bannedUntil) {
    return new Resident(
        user,
        user.role() != Role.GUEST,
        presence,
        office.at(9, "9:00"),
        seen.isEmpty() ? 0 : office.at(0, seen),
        bannedUntil != 0,
        bannedUntil,
        IntStream.range(0, devices)
            .mapToObj(i -> new Device(new DeviceId("d" + i), "Parley", "", 1, 1, false))
            .toList());
  }

  private static Event.InviteList invitations(Office office) {
    return new Event.InviteList(
        1,
        List.of(
            new Invitation(
                "i2", Role.MEMBER, 25, office.at(-7, "9:00"), ANA, office.at(0, "9:00"), "Floor 3"),
            new Invitation(
                "i1", Role.GUEST, 1, office.at(-1, "8:30"), CHEN, office.at(0, "8:30"), "")));
  }

  private static Event.ReportList reports(Office office) {
    return new Event.ReportList(
        1,
        List.of(
            new Report(
                8,
                Office.GENERAL.id(),
                "general",
                3,
                ELIF,
                "Cheap watches, only today, write to me!",
                BRUNO,
                "Advertising, for the third time",
                office.at(0, "10:12"),
                null),
            new Report(
                7,
                Office.room("leads", "").id(),
                "",
                12,
                GRETA,
                "The list of all salaries is in the shared folder.",
                CHEN,
                "",
                office.at(1, "16:40"),
                null)),
        0);
  }

  private static Event.AuditPage audit(Office office) {
    return new Event.AuditPage(
        1,
        List.of(
            entry(office, 6, "10:20", ANA, "mute", ELIF, "600 s"),
            entry(office, 5, "10:12", BRUNO, "report", ELIF, ""),
            entry(office, 4, "9:30", ANA, "ban", GRETA, "until 18:00"),
            entry(office, 3, "9:00", ANA, "create_invite", null, "25 uses, member"),
            entry(office, 2, "8:31", ANA, "set_role", CHEN, "member to admin"),
            entry(office, 1, "8:30", ANA, "change_settings", null, "door")),
        4);
  }

  private static AuditEntry entry(
      Office office, long id, String at, User by, String deed, User whom, String detail) {
    boolean inRoom = deed.equals("mute") || deed.equals("report");
    return new AuditEntry(
        id, office.at(0, at), by, deed, whom, inRoom ? Office.GENERAL.id() : null, detail);
  }
}
