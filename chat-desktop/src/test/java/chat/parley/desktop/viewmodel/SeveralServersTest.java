package chat.parley.desktop.viewmodel;

import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ClientListener;
import chat.parley.client.Invitation;
import chat.parley.client.Journal.Login;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.desktop.app.Cache;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.testing.FakeServer;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralServersTest {
  private static final Account OFFICE = new Account("office-pc:7070", "Me");
  private static final Account LAB = new Account("lab-pc:7070", "Me");

  @TempDir Path folder;

  private final FakeFx fx = new FakeFx();
  private final FakePreferences preferences = new FakePreferences();
  private final AppModel app = new AppModel(this::open, preferences, fx.surroundings());
  private final Map<String, Cache> caches = new HashMap<>();
  private final Map<String, FakeServer> servers = new HashMap<>();
  private final Map<String, ClientListener> clients = new HashMap<>();

  @AfterEach
  void closeCaches() {
    caches.values().forEach(Cache::close);
  }

  private Sessions.Session open(
      Invitation address, String name, Command.Auth auth, ClientListener listener) {
    String at = address.toString();
    clients.put(at, listener);
    return new Sessions.Session(
        cache(at), cache(at).snapshot(), servers.computeIfAbsent(at, _ -> new FakeServer()));
  }

  private Cache cache(String address) {
    return caches.computeIfAbsent(
        address, at -> Cache.open(folder.resolve(at.replace(':', '_') + ".db")));
  }

  @Test
  void theNextStartIsOnAllServersAndShowsTheOneThatWasOnTheScreen() {
    remembered(OFFICE);
    remembered(LAB);
    preferences.lastAccount(LAB);
    app.start(null, null);
    fx.settle();
    assertThat(app.servers()).extracting(ServerModel::account).containsExactly(OFFICE, LAB);
    assertThat(shown()).isEqualTo(LAB);
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
  }

  @Test
  void aServerThatIsNotOnTheScreenHearsWhatHappensAndCountsIt() {
    startOnBoth();
    clients.get(LAB.address()).onRoom(new RoomState(Say.room("lobby"), 7, 2, 5, 2));
    fx.settle();
    ServerModel lab = app.servers().get(1);
    assertThat(lab.rooms().unreadProperty().get()).isEqualTo(5);
    assertThat(lab.rooms().mentionsProperty().get()).isEqualTo(2);
    assertThat(app.servers().getFirst().rooms().unreadProperty().get()).isZero();
    clients.get(LAB.address()).onRoomRemoved(Say.LOBBY);
    fx.settle();
    assertThat(lab.rooms().unreadProperty().get()).isZero();
  }

  @Test
  void whatIsTypedOnOneServerStaysThereWhileAnotherIsOnTheScreen() {
    startOnBoth();
    app.servers().getFirst().composer().textProperty().set("for the office");
    app.selectedProperty().set(app.servers().get(1));
    assertThat(app.selectedProperty().get().composer().textProperty().get()).isEmpty();
    app.selectedProperty().set(app.servers().getFirst());
    assertThat(app.selectedProperty().get().composer().textProperty().get())
        .isEqualTo("for the office");
  }

  @Test
  void aLinkLeadsToItsServerByWhateverNameThatIsCalled() {
    startOnBoth();
    ServerModel office = app.servers().getFirst();
    app.selectedProperty().set(office);
    office.openLink("parley://10.0.4.2:7070/" + Say.LOBBY + "/3");
    assertThat(app.selectedProperty().get()).isSameAs(office);
    assertThat(app.toasts()).as("a room of mine, by another name of the server").isEmpty();

    office.openLink("parley://lab-pc:7070/" + Say.LOBBY + "/3");
    assertThat(shown()).isEqualTo(LAB);
    assertThat(app.toasts()).isEmpty();

    app.selectedProperty().set(office);
    office.openLink("parley://10.0.4.2:7070/r-of-others/3");
    assertThat(app.selectedProperty().get()).isSameAs(office);
    assertThat(app.toasts()).hasSize(1);
  }

  @Test
  void anotherServerIsAddedFromTheFormWhichCanBeLeftAgain() {
    remembered(OFFICE);
    app.start(null, null);
    fx.settle();
    app.addServer();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(app.login().addressProperty().get()).isEmpty();
    app.login().cancel();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);

    app.addServer();
    logIn(LAB);
    welcome(LAB, state("lobby", 0, 0, 0));
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
    assertThat(shown()).isEqualTo(LAB);
    assertThat(preferences.accounts()).containsExactly(OFFICE, LAB);
    assertThat(servers.get(OFFICE.address()).asked).doesNotContain("close");
  }

  @Test
  void whoIsOnAServerAlreadyIsTakenThereAndNotInTwice() {
    startOnBoth();
    app.addServer();
    logIn(new Account("lab-pc", "me"));
    assertThat(app.servers()).hasSize(2);
    assertThat(shown()).isEqualTo(LAB);
    assertThat(app.login().busyProperty().get()).isFalse();
  }

  @Test
  void leavingAServerShowsAnotherAndLeavingTheLastTheForm() {
    startOnBoth();
    app.leave(app.servers().getFirst());
    fx.settle();
    assertThat(shown()).isEqualTo(LAB);
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
    assertThat(servers.get(OFFICE.address()).asked).contains("close");
    assertThat(preferences.accounts()).containsExactly(LAB);
    app.leave(app.servers().getFirst());
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
  }

  @Test
  void aServerThatLetsNobodyInDoesNotTakeTheOthersOffTheScreen() {
    remembered(OFFICE);
    preferences.loggedIn(LAB);
    app.start(null, null);
    fx.settle();
    clients
        .get(LAB.address())
        .onLink(new Link(LinkState.REFUSED, "Taken.", ErrorCode.NAME_TAKEN, 0));
    fx.settle();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.MAIN);
    assertThat(shown()).isEqualTo(OFFICE);
    assertThat(app.toasts()).extracting(Toast::text).containsExactly("Taken.");
    app.toasts().getFirst().action().run();
    assertThat(app.screenProperty().get()).isEqualTo(Screen.LOGIN);
    assertThat(app.login().addressProperty().get()).isEqualTo(LAB.address());
  }

  @Test
  void closingTheWindowClosesEveryConnection() {
    startOnBoth();
    app.close();
    fx.settle();
    assertThat(servers.values()).allSatisfy(server -> assertThat(server.asked).contains("close"));
    assertThat(fx.timers()).isZero();
  }

  private void startOnBoth() {
    remembered(OFFICE);
    remembered(LAB);
    preferences.lastAccount(OFFICE);
    app.start(null, null);
    fx.settle();
  }

  private void remembered(Account account) {
    cache(account.address()).loggedIn(new Login("epoch", "token", Say.ME));
    cache(account.address()).rooms(List.of(state("lobby", 0, 0, 0)));
    preferences.loggedIn(account);
  }

  private void logIn(Account account) {
    app.login().nameProperty().set(account.name());
    app.login().addressProperty().set(account.address());
    app.login().submit();
    fx.settle();
  }

  private void welcome(Account account, RoomState... rooms) {
    clients
        .get(account.address())
        .onWelcome(
            new Event.Welcome(
                1,
                "epoch",
                Say.ME,
                null,
                new Event.ServerInfo("LAB", "1", Limits.DEFAULT),
                List.of(rooms)));
    fx.settle();
  }

  private Account shown() {
    return app.selectedProperty().get().account();
  }
}
