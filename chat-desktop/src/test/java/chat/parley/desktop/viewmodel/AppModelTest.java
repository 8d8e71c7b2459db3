package chat.parley.desktop.viewmodel;

import static chat.parley.desktop.testing.Say.LOBBY;
import static chat.parley.desktop.testing.Say.messages;
import static chat.parley.desktop.testing.Say.outgoing;
import static chat.parley.desktop.testing.Say.sent;
import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ClientListener;
import chat.parley.client.Journal.Login;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing.State;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.app.Cache;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.testing.FakeServer;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
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

  private Sessions.Session openSession(ServerAddress a, String name, ClientListener listener) {
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
    assertThat(app.meProperty().get()).isEqualTo(Say.ME);
    assertThat(app.serverNameProperty().get()).isEqualTo("OFFICE-PC");
    assertThat(app.rooms().items()).extracting(RoomItem::name).containsExactly("lobby", "alpha");
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("lobby");
    assertThat(app.login().busyProperty().get()).isFalse();
    assertThat(preferences.addresses).containsExactly("office-pc:7070");
  }

  @Test
  void whoIsInNoRoomJoinsTheLobbyByItself() {
    server.joins = () -> new Event.Joined(1, state("lobby", 0, 0, 0));
    logIn();
    assertThat(server.asked).contains("join ByName[name=lobby, create=true]");
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("lobby");
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
    assertThat(app.rooms().items()).extracting(RoomItem::name).containsExactly("lobby", "other");
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("other");
    app.rooms().selectedProperty().set(app.rooms().items().getFirst());
    fx.settle();
    assertThat(app.timelineProperty().get().items()).hasSizeGreaterThan(5);
    assertThat(app.composer().canSendProperty().get()).isTrue();
    assertThat(app.composer().textProperty().get()).isEqualTo("half a sen");
  }

  @Test
  void roomsFromTheCacheGiveWayToTheServersWithoutLosingTheSelection() {
    rememberedSession();
    app.start(null, null);
    fx.settle();
    RoomItem selected = app.rooms().selectedProperty().get();
    welcome(state("other", 4, 4, 0), state("new", 0, 0, 0));
    assertThat(app.rooms().items()).extracting(RoomItem::name).containsExactly("new", "other");
    assertThat(app.rooms().selectedProperty().get()).isSameAs(selected);
  }

  @Test
  void aTokenThatIsUnknownLeadsToANewLogIn() {
    rememberedSession();
    app.start(null, null);
    fx.settle();
    client.onLink(new Link(LinkState.REFUSED, "Please log in.", ErrorCode.BAD_TOKEN, 0));
    fx.settle();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
    app.link().act();
    fx.settle();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(cache.login()).isNull();
    assertThat(app.login().addressProperty().get()).isEqualTo("office-pc:7070");
  }

  @Test
  void theFieldIsEmptiedOnlyWhenTheMessageIsOnDisk() {
    logIn(state("lobby", 0, 0, 0));
    app.composer().textProperty().set("hello");
    server.journalFault = new IllegalStateException("The disk is full.");
    app.composer().send();
    fx.settle();
    assertThat(app.composer().textProperty().get()).isEqualTo("hello");
    assertThat(app.composer().problemProperty().get()).isEqualTo("The disk is full.");

    server.journalFault = null;
    app.composer().send();
    assertThat(app.composer().textProperty().get()).isEqualTo("hello");
    assertThat(app.composer().canSendProperty().get()).isFalse();
    fx.settle();
    assertThat(app.composer().textProperty().get()).isEmpty();
    assertThat(app.composer().problemProperty().get()).isEmpty();
    assertThat(server.asked).contains("send r-lobby hello");
  }

  @Test
  void whatIsTypedWhileAMessageIsKeptStays() {
    logIn(state("lobby", 0, 0, 0));
    app.composer().textProperty().set("hello");
    app.composer().send();
    app.composer().textProperty().set("hello and");
    fx.settle();
    assertThat(app.composer().textProperty().get()).isEqualTo(" and");
  }

  @Test
  void blankAndTooLongTextsAreNotSent() {
    logIn(state("lobby", 0, 0, 0));
    app.composer().textProperty().set(" \n ");
    assertThat(app.composer().canSendProperty().get()).isFalse();
    app.composer().textProperty().set("x".repeat(Limits.DEFAULT.bodyChars() + 12));
    assertThat(app.composer().overProperty().get()).isEqualTo(12);
    assertThat(app.composer().canSendProperty().get()).isFalse();
    app.composer().send();
    fx.settle();
    assertThat(server.asked).noneMatch(asked -> asked.startsWith("send"));
  }

  @Test
  void everyRoomKeepsItsDraftAndSoDoesTheDisk() {
    logIn(state("lobby", 0, 0, 0), state("other", 0, 0, 0));
    app.composer().textProperty().set("for the lobby");
    select("other");
    assertThat(app.composer().textProperty().get()).isEmpty();
    assertThat(app.composer().placeholderProperty().get()).isEqualTo("Message #other");
    app.composer().textProperty().set("for the other");
    fx.pass(Duration.ofMillis(499));
    assertThat(cache.snapshot().drafts()).containsOnlyKeys(LOBBY);
    fx.pass(Duration.ofMillis(1));
    assertThat(cache.snapshot().drafts()).containsEntry(new RoomId("r-other"), "for the other");
    select("lobby");
    assertThat(app.composer().textProperty().get()).isEqualTo("for the lobby");
    assertThat(item("other").draftProperty().get()).isEqualTo("for the other");
  }

  @Test
  void closingTheAppKeepsTheDraftThatWasJustTyped() {
    logIn(state("lobby", 0, 0, 0));
    app.composer().textProperty().set("just typed");
    app.close();
    fx.settle();
    assertThat(cache.snapshot().drafts()).containsEntry(LOBBY, "just typed");
    assertThat(server.asked).endsWith("close");
  }

  @Test
  void leavingARoomOffersToComeBack() {
    logIn(state("lobby", 0, 0, 0), state("other", 0, 0, 0));
    select("other");
    app.rooms().leave(item("other"));
    fx.settle();
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("lobby");
    Toast toast = app.toasts().getFirst();
    assertThat(toast.text()).isEqualTo("You left #other");
    assertThat(toast.actionLabel()).isEqualTo("Undo");

    server.joins = () -> new Event.Joined(1, state("other", 0, 0, 0));
    toast.action().run();
    fx.settle();
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("other");
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
    app.rooms().selectNext(false);
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("a");
    app.rooms().selectNext(true);
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("b");
    app.rooms().selectNext(true);
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("lobby");
    app.rooms().selectPrevious(false);
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("b");
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
    assertThat(app.people().people()).extracting(Person::name).containsExactly("Me", "Zoe", "Ann");
    assertThat(app.people().onlineProperty().get()).isEqualTo(2);

    client.onPassing(new Event.PresenceChanged(ann.id(), Presence.ONLINE));
    client.onPassing(new Event.Typing(LOBBY, ann.id(), "Ann"));
    fx.settle();
    assertThat(app.people().people()).extracting(Person::name).containsExactly("Ann", "Me", "Zoe");
    assertThat(app.people().typingProperty().get()).isEqualTo("Ann is typing…");
    fx.pass(Duration.ofSeconds(6));
    assertThat(app.people().typingProperty().get()).isEmpty();
  }

  @Test
  void roomsAreFoundAndMadeInTheDirectory() {
    server.directory.add(new RoomListing(Say.room("zebra"), 2, false));
    server.directory.add(new RoomListing(Say.room("Alpha"), 1, true));
    logIn(state("lobby", 0, 0, 0));
    DirectoryModel directory = app.directory();
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
    assertThat(app.rooms().selectedProperty().get().name()).isEqualTo("New Room");
    assertThat(app.toasts()).hasSize(1);
  }

  @Test
  void openingAndClosingARoomAHundredTimesLeavesNothingBehind() {
    cache.append(LOBBY, messages(1, 300));
    logIn(state("lobby", 300, 300, 0), state("other", 0, 0, 0));
    fx.pass(Duration.ofSeconds(10));
    int timers = fx.timers();
    TimelineModel first = app.timelineProperty().get();
    for (int i = 0; i < 100; i++) {
      select(i % 2 == 0 ? "other" : "lobby");
      app.timelineProperty().get().seen(300);
      fx.settle();
    }
    client.onEvents(LOBBY, messages(301, 301));
    fx.pass(Duration.ofSeconds(10));
    assertThat(fx.timers()).isEqualTo(timers);
    assertThat(app.timelineProperty().get()).isNotSameAs(first);
    assertThat(first.newBelowProperty().get()).isZero();
    assertThat(first.items()).hasSizeLessThan(105);
  }

  @Test
  void newsOfASessionThatWasLeftAreNotHeard() {
    logIn(state("lobby", 0, 0, 0));
    ClientListener old = client;
    app.changeServer();
    old.onRoom(state("ghost", 0, 0, 0));
    fx.settle();
    assertThat(app.rooms().items()).isEmpty();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(preferences.stayLoggedIn()).isFalse();
    assertThat(fx.timers()).isZero();
  }

  private void rememberedSession() {
    cache.loggedIn(new Login("epoch", "token", Say.ME));
    cache.rooms(List.of(state("lobby", 5, 5, 0), state("other", 0, 0, 0)));
    cache.append(LOBBY, messages(1, 5));
    cache.draft(LOBBY, "half a sen");
    preferences.loggedIn("office-pc:7070", "Me");
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
    app.rooms().selectedProperty().set(item(name));
    fx.settle();
  }

  private RoomItem item(String name) {
    return app.rooms().items().stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
