package chat.parley.protocol;

import static chat.parley.protocol.Parts.COUNT;
import static chat.parley.protocol.Parts.DEVICE;
import static chat.parley.protocol.Parts.FLAG;
import static chat.parley.protocol.Parts.FROM_0;
import static chat.parley.protocol.Parts.FROM_1;
import static chat.parley.protocol.Parts.LINE;
import static chat.parley.protocol.Parts.LINES;
import static chat.parley.protocol.Parts.PAGE;
import static chat.parley.protocol.Parts.ROOM;
import static chat.parley.protocol.Parts.TEXT;
import static chat.parley.protocol.Parts.USER;
import static chat.parley.protocol.Parts.USER_ID;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Door;
import chat.parley.model.Figures;
import chat.parley.model.Invitation;
import chat.parley.model.MessageLimits;
import chat.parley.model.Presence;
import chat.parley.model.Report;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.ServerSettings;
import chat.parley.model.Storage;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every command and event by which rooms are moderated and a server is run. */
final class Rulings {
  private static final Arbitrary<Long> SECONDS = Arbitraries.longs().between(0, 316_224_000L);
  private static final Arbitrary<Invitation> INVITATION =
      Combinators.combine(TEXT, Arbitraries.of(Role.class), COUNT, FROM_0, USER, FROM_0, TEXT)
          .as(Invitation::new);

  private Rulings() {}

  static List<Arbitrary<? extends Command>> moderation() {
    return List.of(
        Combinators.combine(FROM_0, ROOM, USER_ID, SECONDS).as(Command.Mute::new),
        Combinators.combine(FROM_0, ROOM, Arbitraries.integers().between(0, 21_600))
            .as(Command.SlowMode::new),
        Combinators.combine(FROM_0, ROOM, FROM_1, LINE).as(Command.Report::new),
        Combinators.combine(FROM_0, ROOM.injectNull(0.5), FLAG, FROM_0, PAGE)
            .as(Command.Reports::new),
        Combinators.combine(FROM_0, FROM_1, LINES).as(Command.Resolve::new));
  }

  static List<Arbitrary<? extends Command>> aboutPeople() {
    return List.of(
        Combinators.combine(FROM_0, USER_ID, Arbitraries.of(Role.class)).as(Command.SetRole::new),
        Combinators.combine(FROM_0, USER_ID, LINE).as(Command.Kick::new),
        Combinators.combine(FROM_0, USER_ID, DEVICE.injectNull(0.5), FLAG, SECONDS, LINE)
            .as(Command.Ban::new),
        Combinators.combine(FROM_0, FROM_1).as(Command.Unban::new),
        Combinators.combine(FROM_0, FROM_0, PAGE).as(Command.Bans::new),
        Combinators.combine(FROM_0, LINE, Arbitraries.integers().between(0, 10_000_000), PAGE)
            .as(Command.ListResidents::new),
        Combinators.combine(FROM_0, USER_ID).as(Command.ResetPassword::new),
        Combinators.combine(FROM_0, USER_ID, DEVICE.injectNull(0.5)).as(Command.EndDevices::new),
        Combinators.combine(FROM_0, USER_ID, TEXT).as(Command.RenamePerson::new));
  }

  static List<Arbitrary<? extends Command>> aboutTheServer() {
    return List.of(
        Combinators.combine(
                FROM_0,
                Arbitraries.of(Role.GUEST, Role.MEMBER),
                Arbitraries.integers().between(1, 1_000),
                SECONDS.map(seconds -> Math.max(1, seconds)),
                LINE)
            .as(Command.CreateInvite::new),
        FROM_0.map(Command.Invites::new),
        Combinators.combine(FROM_0, LINE).as(Command.RevokeInvite::new),
        FROM_0.map(Command.Settings::new),
        Combinators.combine(
                FROM_0,
                LINE.injectNull(0.5),
                Arbitraries.of(Door.class).injectNull(0.5),
                LINES.injectNull(0.5),
                Arbitraries.integers().between(0, 36_500).injectNull(0.5),
                messages().injectNull(0.5))
            .as(Command.ChangeSettings::new),
        FROM_0.map(Command.AskHealth::new),
        Combinators.combine(FROM_0, LINES, SECONDS).as(Command.Announce::new),
        Combinators.combine(FROM_0, FROM_0, PAGE).as(Command.Audit::new));
  }

  static List<Arbitrary<? extends Event>> oversight() {
    return List.of(
        Combinators.combine(FROM_0, report().list().ofMaxSize(3), FROM_0).as(Event.ReportList::new),
        Combinators.combine(FROM_0, ban().list().ofMaxSize(3), FROM_0).as(Event.BanList::new),
        Combinators.combine(FROM_0, resident().list().ofMaxSize(3), FLAG).as(Event.Roster::new),
        Combinators.combine(FROM_0, INVITATION, TEXT).as(Event.Invited::new),
        Combinators.combine(FROM_0, INVITATION.list().ofMaxSize(3)).as(Event.InviteList::new),
        Combinators.combine(FROM_0, TEXT, FROM_0).as(Event.ResetCode::new),
        Combinators.combine(
                FROM_0,
                Combinators.combine(TEXT, Arbitraries.of(Door.class), TEXT, COUNT, messages())
                    .as(ServerSettings::new))
            .as(Event.SettingsAre::new),
        Combinators.combine(FROM_0, figures()).as(Event.Health::new),
        Combinators.combine(FROM_0, entry().list().ofMaxSize(3), FROM_0).as(Event.AuditPage::new));
  }

  private static Arbitrary<MessageLimits> messages() {
    return Combinators.combine(
            Arbitraries.integers().between(MessageLimits.LEAST_CHARS, MessageLimits.MOST_CHARS),
            Arbitraries.integers().between(1, MessageLimits.MOST_SEND),
            Arbitraries.integers().between(1, MessageLimits.MOST_ROOM))
        .as(MessageLimits::new);
  }

  private static Arbitrary<Report> report() {
    Arbitrary<Report.Resolution> resolution =
        Combinators.combine(USER, FROM_0, TEXT).as(Report.Resolution::new).injectNull(0.5);
    return Combinators.combine(
            Combinators.combine(ROOM, TEXT, FROM_0).as(Place::new),
            FROM_0,
            USER,
            TEXT,
            USER,
            TEXT,
            FROM_0,
            resolution)
        .as(
            (place, id, author, text, by, reason, at, made) ->
                new Report(
                    id,
                    place.room(),
                    place.name(),
                    place.seq(),
                    author,
                    text,
                    by,
                    reason,
                    at,
                    made));
  }

  private record Place(RoomId room, String name, long seq) {}

  private static Arbitrary<Ban> ban() {
    return Combinators.combine(
            FROM_0,
            USER,
            DEVICE.injectNull(0.5),
            TEXT.list().ofMaxSize(3),
            FROM_0,
            TEXT,
            USER,
            FROM_0)
        .as(Ban::new);
  }

  private static Arbitrary<Resident> resident() {
    return Combinators.combine(
            USER,
            FLAG,
            Arbitraries.of(Presence.class),
            FROM_0,
            FROM_0,
            FLAG,
            FROM_0,
            Parts.device().list().ofMaxSize(2))
        .as(
            (user, account, presence, created, seen, banned, until, devices) ->
                new Resident(
                    user, account, presence, created, seen, banned, banned ? until : 0, devices));
  }

  private static Arbitrary<Figures> figures() {
    Arbitrary<Storage> storage =
        Combinators.combine(FROM_0, FROM_0, FROM_0, FROM_0, FROM_0).as(Storage::new);
    return Combinators.combine(
            FROM_0, FROM_0, FROM_0, FROM_0, FROM_0, FROM_0, storage, TEXT.injectNull(0.5))
        .as(Figures::new);
  }

  private static Arbitrary<AuditEntry> entry() {
    return Combinators.combine(
            FROM_0, FROM_0, USER, TEXT, USER.injectNull(0.5), ROOM.injectNull(0.5), TEXT)
        .as(AuditEntry::new);
  }
}
