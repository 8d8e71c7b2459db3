package chat.parley.server;

import static chat.parley.server.Team.SECRET;
import static chat.parley.server.Team.answer;
import static chat.parley.server.Team.done;
import static chat.parley.server.Team.failed;
import static chat.parley.server.Team.id;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.AuditEntry;
import chat.parley.model.Ban;
import chat.parley.model.Door;
import chat.parley.model.Member;
import chat.parley.model.MessageLimits;
import chat.parley.model.Nonce;
import chat.parley.model.Resident;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running a server, over real sockets. */
class AdministrationTest {
  private static final long TWO_SECONDS = 2_000_000_000L;

  @TempDir Path data;

  private Team team;
  private Guest owner;

  @BeforeEach
  void start() throws StartFailure {
    team = new Team(data);
    owner = team.owner("Cleo");
  }

  @AfterEach
  void stop() {
    team.close();
  }

  @Test
  void anotherRoleIsLiveForThePersonAndForTheOthers() {
    Guest ann = team.account("Ann");
    Guest ben = team.guest("Ben");
    RoomId room = ann.join("kitchen").room().id();
    ben.join("kitchen");
    failed(ann, ErrorCode.FORBIDDEN, AskAudit::first);

    done(owner, id -> new Command.SetRole(id, id(ann), Role.ADMIN));

    assertThat(ann.await(Event.SelfChanged.class).user().role()).isEqualTo(Role.ADMIN);
    answer(ann, Event.AuditPage.class, AskAudit::first);
    assertThat(answer(ben, Event.MemberList.class, id -> new Command.Members(id, room)).members())
        .extracting(Member::user)
        .filteredOn(user -> user.id().equals(id(ann)))
        .extracting(User::role)
        .containsExactly(Role.ADMIN);

    done(owner, id -> new Command.SetRole(id, id(ann), Role.GUEST));
    failed(ann, ErrorCode.FORBIDDEN, AskAudit::first);
  }

  @Test
  void aGuestWhoWasMadeAMemberCanTakeAPasswordAndOneWithAPasswordCannotGoBack() {
    Guest ann = team.ofRole(owner, "Ann", Role.MEMBER);
    done(ann, id -> new Command.BecomeMember(id, SECRET, null));
    team.in(new Command.Auth.Password("Ann", SECRET));

    done(owner, id -> new Command.SetRole(id, id(ann), Role.GUEST));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.BecomeMember(id, SECRET, null));
    assertThat(resident("Ann").user().role()).isEqualTo(Role.GUEST);
  }

  @Test
  void nobodyBansThemselvesNotEvenTheLastOwner() {
    failed(owner, ErrorCode.FORBIDDEN, id -> new Command.Ban(id, id(owner), null, false, 0, ""));
  }

  @Test
  void adminsMakeMembersAndGuestsAndNothingElse() {
    Guest ann = team.ofRole(owner, "Ann", Role.ADMIN);
    Guest dan = team.ofRole(owner, "Dan", Role.ADMIN);
    Guest ben = team.guest("Ben");

    done(ann, id -> new Command.SetRole(id, id(ben), Role.MEMBER));
    done(ann, id -> new Command.SetRole(id, id(ben), Role.GUEST));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(ben), Role.ADMIN));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(ben), Role.OWNER));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(ann), Role.OWNER));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(dan), Role.MEMBER));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(owner), Role.GUEST));
    failed(ben, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(ben), Role.MEMBER));
    failed(
        ann,
        ErrorCode.NO_SUCH_USER,
        id -> new Command.SetRole(id, new UserId("u_nobody"), Role.MEMBER));
  }

  @Test
  void whoHasNoPasswordRunsNoServerAndMayTakeOneFirst() {
    Guest ann = team.guest("Ann");
    for (Role role : List.of(Role.ADMIN, Role.OWNER)) {
      assertThat(
              failed(owner, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(ann), role))
                  .message())
          .isEqualTo("Only who has a password can run this server. Let them set one first.");
    }
    done(owner, id -> new Command.SetRole(id, id(ann), Role.MEMBER));
    failed(owner, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(ann), Role.ADMIN));
    done(ann, id -> new Command.BecomeMember(id, SECRET, null));
    done(owner, id -> new Command.SetRole(id, id(ann), Role.ADMIN));
  }

  @Test
  void anOwnerWhoIsBannedIsNoneToLeaveAServerWith() throws StartFailure {
    Guest xaver = team.ofRole(owner, "Xaver", Role.OWNER);
    done(xaver, id -> new Command.Ban(id, id(owner), null, false, 0, ""));
    assertThat(
            failed(
                    xaver,
                    ErrorCode.FORBIDDEN,
                    id -> new Command.SetRole(id, id(xaver), Role.MEMBER))
                .message())
        .isEqualTo("A server needs an owner who can log in. Make somebody else an owner first.");
    done(
        xaver,
        id ->
            new Command.Unban(
                id,
                answer(xaver, Event.BanList.class, i -> new Command.Bans(i, 0, 100))
                    .bans()
                    .getFirst()
                    .id()));
    done(xaver, id -> new Command.SetRole(id, id(xaver), Role.MEMBER));
  }

  @Test
  void theLastOwnerStaysOne() {
    failed(owner, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(owner), Role.ADMIN));
    Guest ann = team.ofRole(owner, "Ann", Role.OWNER);
    done(ann, id -> new Command.SetRole(id, id(owner), Role.ADMIN));
    failed(ann, ErrorCode.FORBIDDEN, id -> new Command.SetRole(id, id(ann), Role.GUEST));
  }

  @Test
  void whoIsSentOutMayComeBack() {
    Guest ben = team.guest("Ben");
    Guest tablet = team.in(new Command.Auth.Token(Team.token(ben)));
    done(owner, id -> new Command.Kick(id, id(ben), "Cool down ".repeat(40)));

    assertThat(ben.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
    assertThat(tablet.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
    assertThat(team.in(new Command.Auth.Token(Team.token(ben))).welcome().user())
        .isEqualTo(ben.welcome().user());
  }

  @Test
  void aBanClosesEveryConnectionWithinTwoSecondsAndHoldsUntilItIsLifted() {
    Guest ben = team.guest("Ben");
    Guest tablet = team.in(new Command.Auth.Token(Team.token(ben)));
    ben.say(new Command.Renew(ben.nextId()));
    String pass = ben.await(Event.Pass.class).token();

    long from = System.nanoTime();
    done(owner, id -> new Command.Ban(id, id(ben), null, false, 3600, "Advertising"));
    assertThat(ben.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
    assertThat(tablet.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
    assertThat(System.nanoTime() - from).isLessThan(TWO_SECONDS);

    Event.Failed no = team.refused(new Command.Auth.Token(Team.token(ben)));
    assertThat(no.code()).isEqualTo(ErrorCode.BANNED);
    assertThat(no.message()).contains("until ").endsWith("Reason: Advertising");
    assertThat(team.refused(new Command.Auth.ByPass(pass)).code()).isEqualTo(ErrorCode.BAD_TOKEN);
    Ban ban = bans().getFirst();
    assertThat(ban.user().id()).isEqualTo(id(ben));
    assertThat(ban.by().id()).isEqualTo(id(owner));
    assertThat(resident("Ben").banned()).isTrue();

    done(owner, id -> new Command.Unban(id, ban.id()));
    done(owner, id -> new Command.Unban(id, ban.id()));
    assertThat(bans()).isEmpty();
    team.in(new Command.Auth.Token(Team.token(ben)));
  }

  @Test
  void whoLogsInWhileTheyAreBannedIsOutWithinTwoSecondsToo() {
    Guest ben = team.guest("Ben");
    for (int i = 0; i < 20; i++) {
      Guest again = team.connect();
      var hello =
          new Command.Hello(
              1, Command.VERSION, "test", new Command.Auth.Token(Team.token(ben)), null, Map.of());
      var ban = new Command.Ban(owner.nextId(), id(ben), null, false, 3600, "");
      long from = System.nanoTime();
      if (i % 2 == 0) {
        again.say(hello);
        owner.say(ban);
      } else {
        owner.say(ban);
        again.say(hello);
      }
      owner.expect(Event.Done.class, ban.id());
      assertOut(again);
      assertThat(System.nanoTime() - from).isLessThan(TWO_SECONDS);
      done(owner, id -> new Command.Unban(id, bans().getFirst().id()));
    }
  }

  /** Refused, or let in a moment before and closed. */
  private static void assertOut(Guest guest) {
    Event.Failed refusal = guest.awaitRefusalOrClose();
    if (refusal == null) {
      assertThat(guest.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
    } else {
      assertThat(refusal.code()).isEqualTo(ErrorCode.BANNED);
    }
  }

  @Test
  void aBanForEverHoldsForAnAccountToo() {
    Guest ben = team.in(new Command.Auth.Register("Ben", SECRET, null));
    done(owner, id -> new Command.Ban(id, id(ben), null, false, 0, ""));
    assertThat(team.refused(new Command.Auth.Password("Ben", SECRET)).code())
        .isEqualTo(ErrorCode.BANNED);
    assertThat(bans().getFirst().until()).isZero();
  }

  @Test
  void oneOfTwoBansIsLiftedAndTheOtherHolds() {
    Guest ben = team.guest("Ben");
    done(owner, id -> new Command.Ban(id, id(ben), null, false, 0, "first"));
    done(owner, id -> new Command.Ban(id, id(ben), null, false, 3600, "second"));
    long first = bans().getLast().id();
    done(owner, id -> new Command.Unban(id, first));
    assertThat(team.refused(new Command.Auth.Token(Team.token(ben))).message())
        .endsWith("Reason: second");
  }

  @Test
  void aBannedDeviceStaysOutAndTheOthersOfThatPersonComeIn() {
    Guest ben = team.in(new Command.Auth.Register("Ben", SECRET, null));
    Guest laptop = team.in(new Command.Auth.Password("Ben", SECRET));
    Guest ann = team.guest("Ann");
    var device =
        answer(laptop, Event.DeviceList.class, Command.Devices::new).devices().stream()
            .filter(each -> each.current())
            .findFirst()
            .orElseThrow();
    done(owner, id -> new Command.Ban(id, id(ben), device.id(), false, 0, ""));

    assertThat(laptop.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
    assertThat(team.refused(new Command.Auth.Token(Team.token(laptop))).code())
        .isEqualTo(ErrorCode.BANNED);
    team.in(new Command.Auth.Token(Team.token(ben)));
    assertThat(resident("Ben").banned()).isFalse();
    failed(
        owner,
        ErrorCode.NO_SUCH_USER,
        id -> new Command.Ban(id, id(ann), device.id(), false, 0, ""));
  }

  @Test
  void aBannedAddressLetsNobodyNewInButWhoIsKnown() {
    Guest ann = team.guest("Ann");
    Guest ben = team.guest("Ben");
    done(owner, id -> new Command.Ban(id, id(ben), null, true, 3600, ""));

    assertThat(bans().getFirst().addresses()).containsExactly("127.0.0.1");
    assertThat(team.refused(new Command.Auth.Guest("Bert")).code()).isEqualTo(ErrorCode.BANNED);
    assertThat(team.refused(new Command.Auth.Register("Bert", SECRET, null)).code())
        .isEqualTo(ErrorCode.BANNED);
    team.in(new Command.Auth.Token(Team.token(ann)));
    String code = invite(Role.MEMBER, 1).code();
    team.in(new Command.Auth.Register("Bert", SECRET, code));

    done(owner, id -> new Command.Unban(id, bans().getFirst().id()));
    team.guest("Berta");
  }

  @Test
  void nobodyActsOnAnAdminButAnOwner() {
    Guest ann = team.ofRole(owner, "Ann", Role.ADMIN);
    Guest dan = team.ofRole(owner, "Dan", Role.ADMIN);
    List<LongFunction<Command>> deeds =
        List.of(
            id -> new Command.Kick(id, id(dan), ""),
            id -> new Command.Ban(id, id(dan), null, false, 0, ""),
            id -> new Command.Ban(id, id(owner), null, false, 0, ""),
            id -> new Command.ResetPassword(id, id(owner)),
            id -> new Command.EndDevices(id, id(owner), null),
            id -> new Command.RenamePerson(id, id(owner), "Nobody"));
    for (LongFunction<Command> deed : deeds) {
      failed(ann, ErrorCode.FORBIDDEN, deed);
    }
    done(owner, id -> new Command.Kick(id, id(dan), ""));
    assertThat(dan.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
  }

  @Test
  void anInvitationIsGoodAsOftenAsItSaysAndItsCodeIsNowhereInTheFolder() throws Exception {
    done(owner, id -> new Command.ChangeSettings(id, null, Door.INVITE, null, null, null));
    Event.Invited made = invite(Role.MEMBER, 2);
    Guest ann = team.in(new Command.Auth.Register("Ann", SECRET, made.code()));
    assertThat(ann.welcome().user().role()).isEqualTo(Role.MEMBER);
    assertThat(invites()).isEqualTo(1);
    team.in(new Command.Auth.Register("Ben", SECRET, made.code()));
    assertThat(invites()).isZero();
    assertThat(team.refused(new Command.Auth.Register("Cem", SECRET, made.code())).code())
        .isEqualTo(ErrorCode.BAD_INVITE);

    Event.Invited taken = invite(Role.GUEST, 5);
    done(owner, id -> new Command.RevokeInvite(id, taken.invitation().id()));
    done(owner, id -> new Command.RevokeInvite(id, taken.invitation().id()));
    failed(owner, ErrorCode.BAD_INVITE, id -> new Command.RevokeInvite(id, "i_never"));
    assertThat(team.refused(new Command.Auth.Register("Cem", SECRET, taken.code())).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    assertThat(found(made.code())).isFalse();
  }

  @Test
  void aResetCodeIsGoodOnceAndLogsTheOtherDevicesOut() throws Exception {
    Guest ben = team.in(new Command.Auth.Register("Ben", SECRET, null));
    Event.ResetCode code =
        answer(owner, Event.ResetCode.class, id -> new Command.ResetPassword(id, id(ben)));
    String fresh = "another long one";

    assertThat(team.refused(new Command.Auth.Reset("Ben", "made-up", fresh)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    assertThat(team.refused(new Command.Auth.Reset("Cleo", code.code(), fresh)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    assertThat(team.refused(new Command.Auth.Reset("Ben", code.code(), "short")).code())
        .isEqualTo(ErrorCode.BAD_PASSWORD);
    Guest back = team.in(new Command.Auth.Reset("ben", code.code(), fresh));

    assertThat(back.welcome().user()).isEqualTo(ben.welcome().user());
    assertThat(ben.awaitClose()).isEqualTo(CloseCode.LOGGED_OUT.code());
    assertThat(team.refused(new Command.Auth.Reset("Ben", code.code(), fresh)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    assertThat(team.refused(new Command.Auth.Password("Ben", SECRET)).code())
        .isEqualTo(ErrorCode.BAD_LOGIN);
    team.in(new Command.Auth.Password("Ben", fresh));
    assertThat(found(code.code())).isFalse();
    Guest guest = team.guest("Gil");
    failed(owner, ErrorCode.FORBIDDEN, id -> new Command.ResetPassword(id, id(guest)));
  }

  @Test
  void aResetCodeDoesNotOutliveAChangeOfThePasswordOrOfARole() throws Exception {
    String fresh = "another long one";
    Guest ben = team.in(new Command.Auth.Register("Ben", SECRET, null));
    Event.ResetCode beforeChange = resetOf(ben);
    done(ben, id -> new Command.ChangePassword(id, SECRET, fresh));
    assertThat(team.refused(new Command.Auth.Reset("Ben", beforeChange.code(), SECRET)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);

    Event.ResetCode beforePromotion = resetOf(ben);
    done(owner, id -> new Command.SetRole(id, id(ben), Role.ADMIN));
    assertThat(team.refused(new Command.Auth.Reset("Ben", beforePromotion.code(), SECRET)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);

    Guest cem = team.in(new Command.Auth.Register("Cem", SECRET, null));
    Event.ResetCode byAdmin =
        answer(ben, Event.ResetCode.class, id -> new Command.ResetPassword(id, id(cem)));
    done(owner, id -> new Command.SetRole(id, id(ben), Role.MEMBER));
    assertThat(team.refused(new Command.Auth.Reset("Cem", byAdmin.code(), fresh)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
  }

  private Event.ResetCode resetOf(Guest guest) {
    return answer(owner, Event.ResetCode.class, id -> new Command.ResetPassword(id, id(guest)));
  }

  @Test
  void somebodysDevicesAreLoggedOutAndTheirNameIsChanged() {
    Guest ben = team.guest("Ben");
    Guest ann = team.guest("Ann");
    RoomId room = ben.join("kitchen").room().id();
    ann.join("kitchen");
    done(owner, id -> new Command.RenamePerson(id, id(ben), "Benjamin"));
    assertThat(ben.await(Event.SelfChanged.class).user().name()).isEqualTo("Benjamin");
    assertThat(ann.await(Event.Renamed.class).room()).isEqualTo(room);
    failed(owner, ErrorCode.NAME_TAKEN, id -> new Command.RenamePerson(id, id(ben), "Ann"));
    failed(owner, ErrorCode.BAD_NAME, id -> new Command.RenamePerson(id, id(ben), "#!"));

    done(owner, id -> new Command.EndDevices(id, id(ben), null));
    assertThat(ben.awaitClose()).isEqualTo(CloseCode.LOGGED_OUT.code());
    assertThat(team.refused(new Command.Auth.Token(Team.token(ben))).code())
        .isEqualTo(ErrorCode.BAD_TOKEN);
  }

  @Test
  void settingsCountAtOnceAndOutliveARestart() throws Exception {
    done(owner, id -> new Command.ChangeSettings(id, " Office ", Door.OPEN, "Be kind.", 30, null));
    assertThat(team.refused(new Command.Auth.Guest("Ann")).code())
        .isEqualTo(ErrorCode.ACCOUNT_NEEDED);
    try (var page = URI.create("http://127.0.0.1:" + team.port() + "/").toURL().openStream()) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("Office");
    }
    team.restart();

    Guest ann = team.in(new Command.Auth.Register("Ann", SECRET, null));
    Event.ServerInfo server = ann.welcome().server();
    assertThat(server.name()).isEqualTo("Office");
    assertThat(server.door()).isEqualTo(Door.OPEN);
    assertThat(server.motd()).isEqualTo("Be kind.");
    assertThat(server.retentionDays()).isEqualTo(30);
    Guest again = team.in(new Command.Auth.Password("Cleo", SECRET));
    assertThat(answer(again, Event.SettingsAre.class, Command.Settings::new).settings().door())
        .isEqualTo(Door.OPEN);
    for (String name : List.of("  ", "Of\u202eecif", "Of\u200bfice")) {
      failed(
          again,
          ErrorCode.BAD_NAME,
          id -> new Command.ChangeSettings(id, name, null, null, null, null));
    }
  }

  @Test
  void whoIsConnectedHearsOfOtherSettingsAtOnce() {
    Guest ann = team.guest("Ann");
    done(owner, id -> new Command.ChangeSettings(id, "Office", Door.INVITE, "Be kind.", 30, null));
    Event.ServerInfo now = ann.await(Event.ServerChanged.class).server();
    assertThat(now.name()).isEqualTo("Office");
    assertThat(now.door()).isEqualTo(Door.INVITE);
    assertThat(now.motd()).isEqualTo("Be kind.");
    assertThat(now.retentionDays()).isEqualTo(30);
    assertThat(now.limits()).isEqualTo(ann.welcome().server().limits());
    assertThat(owner.await(Event.ServerChanged.class).server()).isEqualTo(now);
  }

  @Test
  void limitsOfMessagesCountAtOnceAndOutliveARestart() throws Exception {
    var messages = new MessageLimits(100, 1, 10);
    Guest ann = team.guest("Ann");
    RoomId room = ann.join("lobby").room().id();
    Nonce longOne = Nonce.fresh();
    ann.say(new Command.Send(50, room, longOne, "x".repeat(101)));
    long seq = ann.expect(Event.Ack.class, 50).seq();
    done(owner, id -> new Command.ChangeSettings(id, null, null, null, null, messages));
    Limits now = ann.await(Event.ServerChanged.class).server().limits();
    assertThat(now.bodyChars()).isEqualTo(100);
    assertThat(now.sendPerSecond()).as("lifted from the start").isZero();
    ann.say(new Command.Send(51, room, longOne, "x".repeat(101)));
    assertThat(ann.expect(Event.Ack.class, 51).seq()).as("said again").isEqualTo(seq);
    ann.say(new Command.Send(52, room, Nonce.fresh(), "x".repeat(101)));
    assertThat(ann.expect(Event.Failed.class, 52).code()).isEqualTo(ErrorCode.TOO_BIG);
    failed(ann, ErrorCode.TOO_BIG, id -> new Command.Edit(id, room, seq, "y".repeat(101)));
    team.restart();

    Guest again = team.in(new Command.Auth.Password("Cleo", SECRET));
    assertThat(again.welcome().server().limits()).isEqualTo(now);
    assertThat(answer(again, Event.SettingsAre.class, Command.Settings::new).settings().messages())
        .isEqualTo(messages);
    assertThat(
            answer(again, Event.AuditPage.class, id -> new Command.Audit(id, 0, 1))
                .entries()
                .getFirst()
                .detail())
        .isEqualTo("body_chars: 100, send_per_second: 1, room_per_second: 10");
  }

  @Test
  void ratesOfMessagesCountAtOnceForWhoHadMoreBeforeAndOutliveARestart(@TempDir Path other)
      throws Exception {
    try (Team busy = Team.withRates(other)) {
      Guest cleo = busy.owner("Cleo");
      Guest ann = busy.guest("Ann");
      RoomId room = ann.join("lobby").room().id();
      assertThat(ann.welcome().server().limits().sendBurst()).isEqualTo(10);
      var slow = new MessageLimits(MessageLimits.MOST_CHARS, 1, 10);
      done(cleo, id -> new Command.ChangeSettings(id, null, null, null, null, slow));
      Limits now = ann.await(Event.ServerChanged.class).server().limits();
      assertThat(now.sendPerSecond()).isEqualTo(1);
      assertThat(now.sendBurst()).isEqualTo(2);
      Team.say(ann, room, "one");
      Team.say(ann, room, "two");
      ann.say(new Command.Send(50, room, Nonce.fresh(), "three"));
      assertThat(ann.expect(Event.Failed.class, 50).code()).isEqualTo(ErrorCode.RATE_LIMITED);
      busy.restart();

      Guest ben = busy.guest("Ben");
      assertThat(ben.welcome().server().limits()).isEqualTo(now);
      RoomId again = ben.join("lobby").room().id();
      Team.say(ben, again, "one");
      Team.say(ben, again, "two");
      ben.say(new Command.Send(50, again, Nonce.fresh(), "three"));
      assertThat(ben.expect(Event.Failed.class, 50).code()).isEqualTo(ErrorCode.RATE_LIMITED);
    }
  }

  @Test
  void anAnnouncementReachesEverybodyAndWhoComesLaterUntilItIsTakenBack() throws StartFailure {
    Guest ann = team.guest("Ann");
    done(owner, id -> new Command.Announce(id, "Restart at six", 3600));
    Event.Announced said = ann.await(Event.Announced.class);
    assertThat(said.text()).isEqualTo("Restart at six");
    assertThat(said.by()).isEqualTo("Cleo");
    team.restart();
    Guest ben = team.connect();
    ben.hello(new Command.Auth.Guest("Ben"), null, Map.of());
    assertThat(ben.until(Event.CaughtUp.class)).contains(said);

    Guest again = team.in(new Command.Auth.Password("Cleo", SECRET));
    failed(again, ErrorCode.BAD_MESSAGE, id -> new Command.Announce(id, "text", 0));
    failed(again, ErrorCode.BAD_MESSAGE, id -> new Command.Announce(id, "\u200b\u3164", 3600));
    done(again, id -> new Command.Announce(id, "", 0));
    assertThat(ben.await(Event.Announced.class).text()).isEmpty();
    Guest cem = team.connect();
    cem.hello(new Command.Auth.Guest("Cem"), null, Map.of());
    assertThat(cem.until(Event.CaughtUp.class)).noneMatch(Event.Announced.class::isInstance);
  }

  @Test
  void peopleAreListedInPagesWithTheirDevices() {
    team.guest("Ann");
    team.in(new Command.Auth.Register("Ben", SECRET, null));
    team.guest("Dora");
    var first = answer(owner, Event.Roster.class, id -> new Command.ListResidents(id, "", 0, 2));
    var rest = answer(owner, Event.Roster.class, id -> new Command.ListResidents(id, "", 2, 2));

    assertThat(first.more()).isTrue();
    assertThat(rest.more()).isFalse();
    assertThat(Stream.concat(first.people().stream(), rest.people().stream()))
        .extracting(person -> person.user().name())
        .containsExactly("Ann", "Ben", "Cleo", "Dora");
    Resident ben = resident("Ben");
    assertThat(ben.account()).isTrue();
    assertThat(ben.seenAt()).isPositive();
    assertThat(ben.devices()).hasSize(1);
    assertThat(ben.devices().getFirst().address()).isEqualTo("127.0.0.1");
  }

  @Test
  void figuresAreThoseOfThisServer() {
    Guest ann = team.guest("Ann");
    RoomId room = ann.join("kitchen").room().id();
    Team.say(ann, room, "one");
    var figures = answer(owner, Event.Health.class, Command.AskHealth::new).figures();

    assertThat(figures.messages()).isEqualTo(1);
    assertThat(figures.people()).isEqualTo(2);
    assertThat(figures.rooms()).isEqualTo(2);
    assertThat(figures.connected()).isEqualTo(2);
    assertThat(figures.databaseBytes()).isGreaterThan(4096);
    assertThat(figures.storage().files()).isZero();
    assertThat(figures.storage().most()).isZero();
    assertThat(figures.storage().free()).isPositive();
    assertThat(figures.storage().mostOfFile()).isEqualTo(100L << 20);
    assertThat(figures.storage().mostOfPerson()).isEqualTo(2L << 30);
    assertThat(figures.trouble()).isNull();
  }

  @Test
  void whoCameByAnInvitationOrACodeIsInTheAuditLog() {
    String code =
        answer(
                owner,
                Event.Invited.class,
                id -> new Command.CreateInvite(id, Role.MEMBER, 1, 60, "for Ben"))
            .code();
    Guest ben = team.in(new Command.Auth.Register("Ben", SECRET, code));
    String reset =
        answer(owner, Event.ResetCode.class, id -> new Command.ResetPassword(id, id(ben))).code();
    team.in(new Command.Auth.Reset("Ben", reset, "another long one"));

    List<AuditEntry> entries =
        answer(owner, Event.AuditPage.class, id -> new Command.Audit(id, 0, 100)).entries();
    assertThat(entries)
        .extracting(AuditEntry::deed)
        .containsExactly("use_reset", "reset_password", "use_invite", "create_invite", "set_up");
    AuditEntry came = entries.get(2);
    assertThat(came.by().id()).isEqualTo(id(ben));
    assertThat(came.whom().id()).isEqualTo(id(owner));
    assertThat(came.detail()).endsWith(": for Ben").doesNotContain(code);
  }

  @Test
  void whatWasDoneIsInTheAuditLogInPagesWithoutSecrets() {
    Guest ben = team.in(new Command.Auth.Register("Ben", SECRET, null));
    Event.Invited invited = invite(Role.GUEST, 3);
    String reset =
        answer(owner, Event.ResetCode.class, id -> new Command.ResetPassword(id, id(ben))).code();
    done(owner, id -> new Command.Kick(id, id(ben), "rest"));
    done(owner, id -> new Command.Ban(id, id(ben), null, false, 60, "more rest"));
    done(owner, id -> new Command.Unban(id, bans().getFirst().id()));
    done(
        owner,
        id -> new Command.ChangeSettings(id, null, Door.OPEN, "confidential words", null, null));
    done(owner, id -> new Command.Announce(id, "Restart at six", 60));

    var first = answer(owner, Event.AuditPage.class, id -> new Command.Audit(id, 0, 4));
    var rest = answer(owner, Event.AuditPage.class, id -> new Command.Audit(id, first.next(), 4));
    assertThat(Stream.concat(first.entries().stream(), rest.entries().stream()))
        .extracting(AuditEntry::deed)
        .containsExactly(
            "announce",
            "change_settings",
            "unban",
            "ban",
            "kick",
            "reset_password",
            "create_invite",
            "set_up");
    assertThat(first.toString() + rest)
        .contains("more rest", "door: OPEN, motd: changed", "for 60 s: Restart at six")
        .doesNotContain(invited.code(), reset, "confidential words");
  }

  /** The command that only those may say who run the server. */
  private static final class AskAudit {
    static Command first(long id) {
      return new Command.Audit(id, 0, 10);
    }
  }

  private Event.Invited invite(Role role, int uses) {
    return answer(
        owner, Event.Invited.class, id -> new Command.CreateInvite(id, role, uses, 3600, "test"));
  }

  private long invites() {
    return answer(owner, Event.InviteList.class, Command.Invites::new).invitations().size();
  }

  private List<Ban> bans() {
    return answer(owner, Event.BanList.class, id -> new Command.Bans(id, 0, 100)).bans();
  }

  private Resident resident(String name) {
    return answer(owner, Event.Roster.class, id -> new Command.ListResidents(id, name, 0, 10))
        .people()
        .getFirst();
  }

  private boolean found(String secret) throws Exception {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret)) {
          return true;
        }
      }
    }
    return false;
  }
}
