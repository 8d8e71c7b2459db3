package chat.parley.desktop.viewmodel;

import static chat.parley.desktop.testing.Say.LOBBY;
import static chat.parley.desktop.testing.Say.messages;
import static chat.parley.desktop.testing.Say.outgoing;
import static chat.parley.desktop.testing.Say.sent;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ClientListener;
import chat.parley.client.Invitation;
import chat.parley.client.Journal.Login;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing.State;
import chat.parley.desktop.app.Cache;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.testing.FakeServer;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppModelTest {
  @TempDir Path folder;

  private final FakeFx fx = new FakeFx();
  private final FakeServer server = new FakeServer();
  private final FakePreferences preferences = new FakePreferences();
  private final Sessions sessions = this::openSession;
  private final AppModel app = new AppModel(sessions, preferences, fx.surroundings());
  private Cache cache;
  private ClientListener client;

  @BeforeEach
  void openCache() {
    cache = Cache.open(folder.resolve("cache.db"));
  }

  @AfterEach
  void closeCache() {
    cache.close();
  }

  private Sessions.Session openSession(
      Invitation a, String name, Command.Auth auth, ClientListener listener) {
    client = listener;
    return new Sessions.Session(cache, cache.snapshot(), server);
  }

  @Test
  void theFirstStartAsksForANameAndAServer() {
    preferences.name = "ann";
    app.start(null, null);
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(app.login().nameProperty().get()).isEqualTo("ann");
    assertThat(app.login().canSubmitProperty().get()).isFalse();
    app.login().addressProperty().set("office-pc");
    assertThat(app.login().canSubmitProperty().get()).isTrue();
  }

  @Test
  void loggingInShowsTheRoomsOfTheServer() {
    logIn(state("lobby", 0, 0, 0), state("alpha", 0, 0, 0));
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
    assertThat(on().meProperty().get()).isEqualTo(Say.ME);
    assertThat(on().nameProperty().get()).isEqualTo("OFFICE-PC");
    assertThat(on().rooms().items()).extracting(RoomItem::name).containsExactly("lobby", "alpha");
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("lobby");
    assertThat(app.login().busyProperty().get()).isFalse();
    assertThat(preferences.addresses).containsExactly("office-pc:7070");
  }

  @Test
  void whoIsInNoRoomJoinsTheLobbyByItself() {
    server.joins = () -> new Event.Joined(1, state("lobby", 0, 0, 0));
    logIn();
    assertThat(server.asked).contains("join ByName[name=lobby, create=true]");
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("lobby");
  }

  @Test
  void aNameThatIsTakenIsSaidOnTheFirstScreen() {
    submit();
    client.onLink(new Link(LinkState.REFUSED, "Somebody is called Me.", ErrorCode.NAME_TAKEN, 0));
    fx.settle();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(app.login().problemProperty().get()).isEqualTo("Somebody is called Me.");
    assertThat(app.login().busyProperty().get()).isFalse();
    assertThat(server.asked).containsExactly("close");
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidOnTheFirstScreen() {
    submit();
    client.onLink(Link.of(LinkState.CONNECTING));
    client.onLink(new Link(LinkState.WAITING, "No server is running there.", null, 0));
    fx.settle();
    assertThat(app.login().problemProperty().get()).isEqualTo("No server is running there.");
  }

  @Test
  void anAddressThatIsNonsenseIsSaidAtOnce() {
    app.start(null, null);
    app.login().nameProperty().set("Me");
    app.login().addressProperty().set("http://ann:secret@x y z");
    app.login().submit();
    assertThat(app.login().problemProperty().get()).isNotEmpty();
    assertThat(app.login().busyProperty().get()).isFalse();
  }

  @Test
  void aNameIsJudgedWhileItIsTyped() {
    app.start(null, null);
    app.login().nameProperty().set("x".repeat(10_000));
    assertThat(app.login().nameProblemProperty().get()).contains("too long");
    app.login().nameProperty().set("");
    assertThat(app.login().nameProblemProperty().get()).isEmpty();
    assertThat(app.login().canSubmitProperty().get()).isFalse();
  }

  @Test
  void theNextStartOpensOnTheCacheWithTheServerOff() {
    rememberedSession();
    app.start(null, null);
    fx.settle();
    client.onLink(new Link(LinkState.WAITING, "No server is running there.", null, 0));
    fx.settle();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
    assertThat(on().rooms().items()).extracting(RoomItem::name).containsExactly("lobby", "other");
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("other");
    on().rooms().selectedProperty().set(on().rooms().items().getFirst());
    fx.settle();
    assertThat(on().timelineProperty().get().items()).hasSizeGreaterThan(5);
    assertThat(on().composer().canSendProperty().get()).isTrue();
    assertThat(on().composer().textProperty().get()).isEqualTo("half a sen");
  }

  @Test
  void roomsFromTheCacheGiveWayToTheServersWithoutLosingTheSelection() {
    rememberedSession();
    app.start(null, null);
    fx.settle();
    RoomItem selected = on().rooms().selectedProperty().get();
    welcome(state("other", 4, 4, 0), state("new", 0, 0, 0));
    assertThat(on().rooms().items()).extracting(RoomItem::name).containsExactly("new", "other");
    assertThat(on().rooms().selectedProperty().get()).isSameAs(selected);
  }

  @Test
  void aTokenThatIsUnknownLeadsToANewLogIn() {
    rememberedSession();
    app.start(null, null);
    fx.settle();
    client.onLink(new Link(LinkState.REFUSED, "Please log in.", ErrorCode.BAD_TOKEN, 0));
    fx.settle();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
    on().link().act();
    fx.settle();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(cache.login()).isNull();
    assertThat(app.login().addressProperty().get()).isEqualTo("office-pc:7070");
  }

  @Test
  void theFieldIsEmptiedOnlyWhenTheMessageIsOnDisk() {
    logIn(state("lobby", 0, 0, 0));
    on().composer().textProperty().set("hello");
    server.journalFault = new IllegalStateException("The disk is full.");
    on().composer().send();
    fx.settle();
    assertThat(on().composer().textProperty().get()).isEqualTo("hello");
    assertThat(on().composer().problemProperty().get()).isEqualTo("The disk is full.");

    server.journalFault = null;
    on().composer().send();
    assertThat(on().composer().textProperty().get()).isEqualTo("hello");
    assertThat(on().composer().canSendProperty().get()).isFalse();
    fx.settle();
    assertThat(on().composer().textProperty().get()).isEmpty();
    assertThat(on().composer().problemProperty().get()).isEmpty();
    assertThat(server.asked).contains("send r-lobby hello");
  }

  @Test
  void whatIsTypedWhileAMessageIsKeptStays() {
    logIn(state("lobby", 0, 0, 0));
    on().composer().textProperty().set("hello");
    on().composer().send();
    on().composer().textProperty().set("hello and");
    fx.settle();
    assertThat(on().composer().textProperty().get()).isEqualTo(" and");
  }

  @Test
  void blankAndTooLongTextsAreNotSent() {
    logIn(state("lobby", 0, 0, 0));
    on().composer().textProperty().set(" \n ");
    assertThat(on().composer().canSendProperty().get()).isFalse();
    on().composer().textProperty().set("x".repeat(Limits.DEFAULT.bodyChars() + 12));
    assertThat(on().composer().overProperty().get()).isEqualTo(12);
    assertThat(on().composer().canSendProperty().get()).isFalse();
    on().composer().send();
    fx.settle();
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("send"));
  }

  @Test
  void everyRoomKeepsItsDraftAndSoDoesTheDisk() {
    logIn(state("lobby", 0, 0, 0), state("other", 0, 0, 0));
    on().composer().textProperty().set("for the lobby");
    select("other");
    assertThat(on().composer().textProperty().get()).isEmpty();
    assertThat(on().composer().placeholderProperty().get()).isEqualTo("Message #other");
    on().composer().textProperty().set("for the other");
    fx.pass(Duration.ofMillis(499));
    assertThat(server.asked).anyMatch(asked -> asked.startsWith("keep draft/r-lobby "));
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("keep draft/r-other "));
    fx.pass(Duration.ofMillis(1));
    assertThat(server.asked)
        .contains("keep draft/r-other {\"text\":\"for the other\",\"reply\":0}");
    select("lobby");
    assertThat(on().composer().textProperty().get()).isEqualTo("for the lobby");
    assertThat(item("other").draftProperty().get()).isEqualTo("for the other");
  }

  @Test
  void aDraftThatIsWrittenOnAnotherDeviceShowsHereWhileNothingIsTyped() {
    logIn(state("lobby", 0, 0, 0));
    client.onKept(new Kept("draft/r-lobby", "{\"text\":\"from my phone\"}", 5));
    fx.settle();
    assertThat(on().composer().textProperty().get()).isEqualTo("from my phone");
    assertThat(item("lobby").draftProperty().get()).isEqualTo("from my phone");
    on().composer().textProperty().set("typed here");
    client.onKept(new Kept("draft/r-lobby", "{\"text\":\"from my phone again\"}", 6));
    fx.pass(Duration.ofMillis(500));
    assertThat(on().composer().textProperty().get()).isEqualTo("typed here");
    assertThat(server.asked).contains("keep draft/r-lobby {\"text\":\"typed here\",\"reply\":0}");
  }

  @Test
  void closingTheAppKeepsTheDraftThatWasJustTyped() {
    logIn(state("lobby", 0, 0, 0));
    on().composer().textProperty().set("just typed");
    app.close();
    fx.settle();
    assertThat(server.asked).contains("keep draft/r-lobby {\"text\":\"just typed\",\"reply\":0}");
    assertThat(server.asked).endsWith("close");
  }

  @Test
  void leavingARoomOffersToComeBack() {
    logIn(state("lobby", 0, 0, 0), state("other", 0, 0, 0));
    select("other");
    on().rooms().leave(item("other"));
    fx.settle();
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("lobby");
    Toast toast = app.toasts().getFirst();
    assertThat(toast.text()).isEqualTo("You left #other");
    assertThat(toast.actionLabel()).isEqualTo("Undo");

    server.joins = () -> new Event.Joined(1, state("other", 0, 0, 0));
    toast.action().run();
    fx.settle();
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("other");
  }

  @Test
  void aRefusedMessageMarksItsRoomUntilItIsDecidedOn() {
    logIn(state("lobby", 0, 0, 0));
    client.onOutgoing(outgoing("n", "hello", State.FAILED));
    fx.settle();
    assertThat(item("lobby").failedProperty().get()).isTrue();
    client.onOutgoing(sent("n", "hello", 1));
    fx.settle();
    assertThat(item("lobby").failedProperty().get()).isFalse();
  }

  @Test
  void theNextUnreadRoomIsFoundAroundTheEnd() {
    logIn(state("lobby", 3, 0, 3), state("a", 0, 0, 0), state("b", 2, 0, 2));
    on().rooms().selectNext(false);
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("a");
    on().rooms().selectNext(true);
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("b");
    on().rooms().selectNext(true);
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("lobby");
    on().rooms().selectPrevious(false);
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("b");
  }

  @Test
  void whoIsHereAndWhoIsTypingFollowsTheSelectedRoom() {
    var ann = new User(new UserId("u-ann"), "Ann", Role.MEMBER);
    var zoe = new User(new UserId("u-zoe"), "Zoe", Role.GUEST);
    server.members.put(
        LOBBY,
        List.of(
            new Member(ann, Presence.OFFLINE),
            new Member(zoe, Presence.AWAY),
            new Member(Say.ME, Presence.ONLINE)));
    logIn(state("lobby", 0, 0, 0));
    assertThat(on().people().people()).extracting(Person::name).containsExactly("Me", "Zoe", "Ann");
    assertThat(on().people().onlineProperty().get()).isEqualTo(2);

    client.onPassing(new Event.PresenceChanged(ann.id(), Presence.ONLINE));
    client.onPassing(new Event.Typing(LOBBY, ann.id(), "Ann"));
    fx.settle();
    assertThat(on().people().people()).extracting(Person::name).containsExactly("Ann", "Me", "Zoe");
    assertThat(on().people().typingProperty().get()).isEqualTo("Ann is typing…");
    fx.pass(Duration.ofSeconds(6));
    assertThat(on().people().typingProperty().get()).isEmpty();
  }

  @Test
  void roomsAreFoundAndMadeInTheDirectory() {
    server.directory.add(new RoomListing(Say.room("zebra"), 2, false));
    server.directory.add(new RoomListing(Say.room("Alpha"), 1, true));
    logIn(state("lobby", 0, 0, 0));
    DirectoryModel directory = on().directory();
    directory.refresh();
    fx.settle();
    assertThat(directory.listings())
        .extracting(l -> l.room().name())
        .containsExactly("Alpha", "zebra");
    directory.filterProperty().set("zeb");
    assertThat(directory.listings()).hasSize(1);
    directory.filterProperty().set("#nope");
    assertThat(directory.stateProperty().get()).isEqualTo(DirectoryModel.State.EMPTY);
    assertThat(directory.nameProblemProperty().get()).contains("#");

    directory.filterProperty().set("  New   Room ");
    server.joins = () -> new Event.Joined(1, state("New Room", 0, 0, 0));
    directory.create(() -> app.toasts().add(Toast.of("done")));
    fx.settle();
    assertThat(server.asked).contains("join ByName[name=New Room, create=true]");
    assertThat(on().rooms().selectedProperty().get().name()).isEqualTo("New Room");
    assertThat(app.toasts()).hasSize(1);
  }

  @Test
  void openingAndClosingARoomAHundredTimesLeavesNothingBehind() {
    cache.append(LOBBY, messages(1, 300));
    logIn(state("lobby", 300, 300, 0), state("other", 0, 0, 0));
    fx.pass(Duration.ofSeconds(10));
    int timers = fx.timers();
    TimelineModel first = on().timelineProperty().get();
    for (int i = 0; i < 100; i++) {
      select(i % 2 == 0 ? "other" : "lobby");
      on().timelineProperty().get().seen(300);
      fx.settle();
    }
    client.onEvents(LOBBY, messages(301, 301));
    fx.pass(Duration.ofSeconds(10));
    assertThat(fx.timers()).isEqualTo(timers);
    assertThat(on().timelineProperty().get()).isNotSameAs(first);
    assertThat(first.newBelowProperty().get()).isZero();
    assertThat(first.items()).hasSizeLessThan(105);
  }

  @Test
  void newsOfASessionThatWasLeftAreNotHeard() {
    logIn(state("lobby", 0, 0, 0));
    ClientListener old = client;
    ServerModel left = on();
    app.leave(left);
    old.onRoom(state("ghost", 0, 0, 0));
    fx.settle();
    assertThat(left.rooms().items()).isEmpty();
    assertThat(app.servers()).isEmpty();
    assertThat(app.selectedProperty().get()).isNull();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(preferences.accounts()).isEmpty();
    assertThat(fx.timers()).isZero();
  }

  /** The server on the screen. */
  private ServerModel on() {
    return app.selectedProperty().get();
  }

  private void rememberedSession() {
    cache.loggedIn(new Login("epoch", "token", Say.ME));
    cache.rooms(List.of(state("lobby", 5, 5, 0), state("other", 0, 0, 0)));
    cache.append(LOBBY, messages(1, 5));
    cache.keep(1, new Kept("draft/r-lobby", "{\"text\":\"half a sen\"}", 1));
    preferences.loggedIn(new Account("office-pc:7070", "Me"));
    preferences.lastRoom("office-pc:7070", new RoomId("r-other"));
  }

  private void submit() {
    app.start(null, null);
    app.login().nameProperty().set("Me");
    app.login().addressProperty().set("office-pc");
    app.login().submit();
    fx.settle();
  }

  private void logIn(RoomState... rooms) {
    submit();
    welcome(rooms);
    client.onLink(Link.of(LinkState.LIVE));
    fx.settle();
  }

  private void welcome(RoomState... rooms) {
    client.onWelcome(
        new Event.Welcome(
            1,
            "epoch",
            Say.ME,
            null,
            new Event.ServerInfo("OFFICE-PC", "1", Limits.DEFAULT),
            List.of(rooms)));
    fx.settle();
  }

  private void select(String name) {
    on().rooms().selectedProperty().set(item(name));
    fx.settle();
  }

  private RoomItem item(String name) {
    return on().rooms().items().stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
