package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Device;
import chat.parley.model.Door;
import chat.parley.model.Nonce;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registering, logging in, devices and names, over real sockets. */
class AccountsTest {
  private static final String SECRET = "correct horse battery";

  @TempDir Path data;

  private ParleyServer server;
  private final List<Guest> guests = new ArrayList<>();

  @BeforeEach
  void start() throws StartFailure {
    open(Door.GUESTS);
  }

  @AfterEach
  void stop() {
    guests.forEach(Guest::close);
    server.close();
  }

  @Test
  void whoRegistersComesInAgainByPasswordOnAnotherDevice() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Guest laptop = in(new Command.Auth.Password("ann bell", SECRET));

    assertThat(ann.welcome().user().role()).isEqualTo(Role.MEMBER);
    assertThat(laptop.welcome().user()).isEqualTo(ann.welcome().user());
    assertThat(laptop.welcome().token()).isNotEqualTo(ann.welcome().token());
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
    in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Event.Failed wrong = refused(new Command.Auth.Password("Ann Bell", "not that one"));
    Event.Failed unknown = refused(new Command.Auth.Password("Nobody", "not that one"));

    assertThat(wrong.code()).isEqualTo(ErrorCode.BAD_LOGIN);
    assertThat(unknown.code()).isEqualTo(wrong.code());
    assertThat(unknown.message()).isEqualTo(wrong.message());
  }

  @Test
  void aPasswordThatIsShortOrTriedFirstIsRefusedInOneSentence() {
    for (String bad :
        List.of("short", "password123", "Ann Bell", "aaaaaaaaaaaa", "x".repeat(300))) {
      Event.Failed no = refused(new Command.Auth.Register("Ann Bell", bad, null));
      assertThat(no.code()).as(bad).isEqualTo(ErrorCode.BAD_PASSWORD);
      assertThat(no.message()).endsWith(".").doesNotContain(bad);
    }
  }

  @Test
  void nobodyHasTheNameOfAnAccountNotEvenOneThatLooksLikeIt() {
    in(new Command.Auth.Register("Ann Bell", SECRET, null));
    for (String name : List.of("Ann Bell", "ANN BELL", "Ann  Bell", "\u0410nn Bell", "Ann Be11")) {
      assertThat(refused(new Command.Auth.Guest(name)).code())
          .as(name)
          .isIn(ErrorCode.NAME_TAKEN, ErrorCode.BAD_NAME);
    }
  }

  @Test
  void aGuestBecomesAMemberAndKeepsWhatTheySaid() {
    Guest ann = in(new Command.Auth.Guest("Ann Bell"));
    RoomId lobby = ann.join("lobby").room().id();
    ann.say(new Command.Send(ann.nextId(), lobby, new Nonce("n1"), "mine"));
    ann.await(Event.Ack.class);

    done(ann, id -> new Command.BecomeMember(id, SECRET, null));

    assertThat(ann.await(Event.SelfChanged.class).user().role()).isEqualTo(Role.MEMBER);
    Guest laptop = in(new Command.Auth.Password("Ann Bell", SECRET));
    assertThat(laptop.welcome().user().id()).isEqualTo(ann.welcome().user().id());
    assertThat(laptop.welcome().rooms()).hasSize(1);
    assertThat(failed(ann, id -> new Command.BecomeMember(id, SECRET, null)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void aTokenOfAnAccountIsGoodOnceAndItsSuccessorTheNextTime() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Guest second = in(new Command.Auth.Token(token(ann)));
    Guest third = in(new Command.Auth.Token(token(second)));

    assertThat(List.of(token(ann), token(second), token(third))).doesNotHaveDuplicates();
    assertThat(third.welcome().user()).isEqualTo(ann.welcome().user());
  }

  @Test
  void anAnswerThatWasLostDoesNotLockItsDeviceOut() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    in(new Command.Auth.Token(token(ann))).cut();
    Guest again = in(new Command.Auth.Token(token(ann)));

    assertThat(in(new Command.Auth.Token(token(again))).welcome().user())
        .isEqualTo(ann.welcome().user());
  }

  @Test
  void aTokenThatIsUsedLongAfterwardsEndsTheDeviceAndItsConnections() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Guest second = in(new Command.Auth.Token(token(ann)));
    Guest third = in(new Command.Auth.Token(token(second)));

    assertThat(refused(new Command.Auth.Token(token(ann))).code()).isEqualTo(ErrorCode.BAD_TOKEN);
    assertThat(third.awaitClose()).isEqualTo(CloseCode.LOGGED_OUT.code());
    assertThat(refused(new Command.Auth.Token(token(third))).code()).isEqualTo(ErrorCode.BAD_TOKEN);
  }

  @Test
  void loggingADeviceOutClosesItsConnectionsAndItsTokenIsWorthNothing() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Guest laptop = in(new Command.Auth.Password("Ann Bell", SECRET));
    List<Device> devices = devices(ann);
    assertThat(devices).hasSize(2);
    Device other = devices.stream().filter(device -> !device.current()).findFirst().orElseThrow();

    long from = System.nanoTime();
    done(ann, id -> new Command.LogOut(id, other.id()));

    assertThat(laptop.awaitClose()).isEqualTo(CloseCode.LOGGED_OUT.code());
    assertThat(System.nanoTime() - from).isLessThan(2_000_000_000L);
    assertThat(refused(new Command.Auth.Token(token(laptop))).code())
        .isEqualTo(ErrorCode.BAD_TOKEN);
    assertThat(devices(ann)).hasSize(1);
  }

  @Test
  void anotherPasswordLogsAllOtherDevicesOut() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Guest laptop = in(new Command.Auth.Password("Ann Bell", SECRET));
    assertThat(
            failed(ann, id -> new Command.ChangePassword(id, "wrong", "another long one")).code())
        .isEqualTo(ErrorCode.BAD_LOGIN);

    done(ann, id -> new Command.ChangePassword(id, SECRET, "another long one"));

    assertThat(laptop.awaitClose()).isEqualTo(CloseCode.LOGGED_OUT.code());
    assertThat(refused(new Command.Auth.Password("Ann Bell", SECRET)).code())
        .isEqualTo(ErrorCode.BAD_LOGIN);
    assertThat(in(new Command.Auth.Password("Ann Bell", "another long one")).welcome().user())
        .isEqualTo(ann.welcome().user());
  }

  @Test
  void anotherPasswordShutsOutWhoCopiedWhatThisVeryDeviceComesInBy() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Guest again = in(new Command.Auth.Token(token(ann)));
    String pass = pass(again);

    done(again, id -> new Command.ChangePassword(id, SECRET, "another long one"));

    String fresh = again.await(Event.NewToken.class).token();
    for (Command.Auth copied :
        List.of(
            new Command.Auth.ByPass(pass),
            new Command.Auth.Token(token(ann)),
            new Command.Auth.Token(token(again)))) {
      assertThat(refused(copied).code()).isEqualTo(ErrorCode.BAD_TOKEN);
    }
    Guest own = in(new Command.Auth.Token(fresh));
    assertThat(own.welcome().user()).isEqualTo(ann.welcome().user());
    assertThat(devices(own)).hasSize(1);
    assertThat(in(new Command.Auth.ByPass(pass(again))).welcome().user().name())
        .isEqualTo("Ann Bell");
  }

  private static String pass(Guest guest) {
    long id = guest.nextId();
    guest.say(new Command.Renew(id));
    return guest.expect(Event.Pass.class, id).token();
  }

  @Test
  void aNewNameIsSaidInTheRoomsAndTheOldOneIsNobodyElsesForAWhile() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    Guest ben = in(new Command.Auth.Guest("Ben Roth"));
    RoomId lobby = ann.join("lobby").room().id();
    ben.join("lobby");
    ann.say(new Command.Send(ann.nextId(), lobby, new Nonce("n1"), "hello"));
    ben.await(Event.Message.class);

    done(ann, id -> new Command.ChangeName(id, "Ann Smith"));

    Event.Renamed heard = ben.await(Event.Renamed.class);
    assertThat(heard.before()).isEqualTo("Ann Bell");
    assertThat(heard.name()).isEqualTo("Ann Smith");
    ben.say(new Command.History(ben.nextId(), lobby, new Command.Span.After(0), 100));
    assertThat(ben.await(Event.HistoryPage.class).events())
        .filteredOn(Event.Message.class::isInstance)
        .allMatch(event -> ((Event.Message) event).name().equals("Ann Smith"));
    assertThat(refused(new Command.Auth.Guest("Ann Bell")).code()).isEqualTo(ErrorCode.NAME_TAKEN);
    assertThat(failed(ben, id -> new Command.ChangeName(id, "ann smith")).code())
        .isEqualTo(ErrorCode.NAME_TAKEN);
    done(ann, id -> new Command.ChangeName(id, "Ann Bell"));
  }

  @Test
  void aPassLogsInUntilItsDeviceIsLoggedOut() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    ann.say(new Command.Renew(ann.nextId()));
    String pass = ann.await(Event.Pass.class).token();

    assertThat(in(new Command.Auth.ByPass(pass)).welcome().user()).isEqualTo(ann.welcome().user());
    done(ann, id -> new Command.LogOut(id, devices(ann).getFirst().id()));
    assertThat(refused(new Command.Auth.ByPass(pass)).code()).isEqualTo(ErrorCode.BAD_TOKEN);
  }

  @Test
  void aPassGetsNoOtherPassAndItsConnectionEndsWithTheOldPassword() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    ann.say(new Command.Renew(ann.nextId()));
    Guest thief = in(new Command.Auth.ByPass(ann.await(Event.Pass.class).token()));

    assertThat(failed(thief, Command.Renew::new).code()).isEqualTo(ErrorCode.FORBIDDEN);
    done(ann, id -> new Command.ChangePassword(id, SECRET, "another long one"));
    assertThat(thief.awaitClose()).isEqualTo(CloseCode.LOGGED_OUT.code());
  }

  @Test
  void aLogInThatWasUnderWayWithTheOldPasswordDoesNotOutliveIt() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    List<Guest> late = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      late.add(connect());
    }
    late.forEach(guest -> guest.say(hello(new Command.Auth.Password("Ann Bell", SECRET))));
    done(ann, id -> new Command.ChangePassword(id, SECRET, "another long one"));

    // Refused, or let in before and sent away by it; whichever came first, none stays.
    for (Guest guest : late) {
      boolean refused = guest.awaitRefusalOrClose() != null;
      assertThat(refused || guest.awaitClose() != 0).isTrue();
    }
    assertThat(devices(ann)).hasSize(1);
  }

  @Test
  void aRefreshTokenIsNoPassAndAPassIsNoToken() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    ann.say(new Command.Renew(ann.nextId()));
    String pass = ann.await(Event.Pass.class).token();

    assertThat(refused(new Command.Auth.ByPass(token(ann))).code()).isEqualTo(ErrorCode.BAD_TOKEN);
    assertThat(refused(new Command.Auth.Token(pass)).code()).isEqualTo(ErrorCode.BAD_TOKEN);
  }

  @Test
  void whereAccountsAreNeededNobodyComesInByNameAndTheDoorSaysSo() throws StartFailure {
    server.close();
    open(Door.OPEN);

    assertThat(refused(new Command.Auth.Guest("Ben Roth")).code())
        .isEqualTo(ErrorCode.ACCOUNT_NEEDED);
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    assertThat(ann.welcome().server().door()).isEqualTo(Door.OPEN);
  }

  @Test
  void whereInvitationsAreNeededNobodyRegistersWithoutAndWhereItIsClosedNobodyAtAll()
      throws StartFailure {
    server.close();
    open(Door.INVITE);
    assertThat(refused(new Command.Auth.Register("Ann Bell", SECRET, null)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    assertThat(refused(new Command.Auth.Register("Ann Bell", SECRET, "made-up")).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
    server.close();
    open(Door.CLOSED);
    assertThat(refused(new Command.Auth.Register("Ann Bell", SECRET, null)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void theSetUpCodeMakesOneOwnerAndThenThatWayInDoesNotExist() throws Exception {
    String code = server.setUpCode().orElseThrow();
    assertThat(Files.readString(data.resolve("setup-code.txt"))).contains(code);
    assertThat(refused(new Command.Auth.SetUp("Ann Bell", SECRET, "guess")).code())
        .isEqualTo(ErrorCode.BAD_INVITE);

    Guest ann = in(new Command.Auth.SetUp("Ann Bell", SECRET, code));

    assertThat(ann.welcome().user().role()).isEqualTo(Role.OWNER);
    assertThat(server.setUpCode()).isEmpty();
    Event.Failed after = refused(new Command.Auth.SetUp("Ben Roth", SECRET, code));
    Guest nonsense = connect();
    nonsense.sayText("{\"type\":\"hello\",\"v\":1,\"auth\":{\"kind\":\"nonsense\"}}");
    Event.Failed unknown = nonsense.await(Event.Failed.class);
    assertThat(after.code()).isEqualTo(unknown.code());
    assertThat(after.message().replace("set_up", "nonsense")).isEqualTo(unknown.message());
    server.close();
    open(Door.GUESTS);
    assertThat(server.setUpCode()).isEmpty();
    assertThat(data.resolve("setup-code.txt")).doesNotExist();
  }

  @Test
  void aGuestWithTheSetUpCodeBecomesTheOwnerAndThenItIsWorthNothing() throws Exception {
    String code = server.setUpCode().orElseThrow();
    Guest ann = in(new Command.Auth.Guest("Ann Bell"));
    Guest ben = in(new Command.Auth.Guest("Ben Roth"));

    done(ann, id -> new Command.BecomeMember(id, SECRET, code));

    assertThat(ann.await(Event.SelfChanged.class).user().role()).isEqualTo(Role.OWNER);
    assertThat(server.setUpCode()).isEmpty();
    assertThat(failed(ben, id -> new Command.BecomeMember(id, SECRET, code)).code())
        .isEqualTo(ErrorCode.BAD_INVITE);
  }

  @Test
  void twentyWhoSetUpAtOnceMakeOneOwner() throws Exception {
    String code = server.setUpCode().orElseThrow();
    List<Guest> racers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      racers.add(connect());
    }
    for (int i = 0; i < 20; i++) {
      racers.get(i).say(hello(new Command.Auth.SetUp("Racer " + (char) ('A' + i), SECRET, code)));
    }
    int owners = 0;
    for (Guest racer : racers) {
      Event.Reply reply =
          racer.await(
              Event.Reply.class, r -> r instanceof Event.Welcome || r instanceof Event.Failed);
      if (reply instanceof Event.Welcome welcome) {
        assertThat(welcome.user().role()).isEqualTo(Role.OWNER);
        owners++;
      }
    }
    assertThat(owners).isEqualTo(1);
  }

  @Test
  void guessingIsSlowedDownAndTheOwnerStillGetsIn() {
    Guest ann = in(new Command.Auth.Register("Ann Bell", SECRET, null));
    int tried = 0;
    for (int i = 0; i < 40; i++) {
      if (refused(new Command.Auth.Password("Ann Bell", "guess " + i)).code()
          == ErrorCode.BAD_LOGIN) {
        tried++;
      }
    }
    assertThat(tried).isBetween(5, 12);
    assertThat(in(new Command.Auth.Token(token(ann))).welcome().user())
        .isEqualTo(ann.welcome().user());
  }

  private void open(Door door) throws StartFailure {
    server =
        ParleyServer.start(
            new ServerConfig(
                "127.0.0.1", 0, data, "Test server", door, false, new Encryption.Off()));
  }

  private Guest connect() {
    Guest guest = Guest.connect(server.port());
    guests.add(guest);
    return guest;
  }

  private Guest in(Command.Auth auth) {
    Guest guest = connect();
    guest.hello(auth, null, Map.of());
    guest.until(Event.CaughtUp.class);
    return guest;
  }

  private Event.Failed refused(Command.Auth auth) {
    Guest guest = connect();
    guest.say(hello(auth));
    Event.Failed failed = guest.await(Event.Failed.class);
    guest.close();
    return failed;
  }

  private static Command.Hello hello(Command.Auth auth) {
    return new Command.Hello(1, Command.VERSION, "test", auth, null, Map.of());
  }

  private static String token(Guest guest) {
    return Objects.requireNonNull(guest.welcome().token());
  }

  private static List<Device> devices(Guest guest) {
    guest.say(new Command.Devices(guest.nextId()));
    return guest.await(Event.DeviceList.class).devices();
  }

  private static void done(Guest guest, LongFunction<Command> command) {
    long id = guest.nextId();
    guest.say(command.apply(id));
    guest.expect(Event.Done.class, id);
  }

  private static Event.Failed failed(Guest guest, LongFunction<Command> command) {
    long id = guest.nextId();
    guest.say(command.apply(id));
    return guest.expect(Event.Failed.class, id);
  }
}
