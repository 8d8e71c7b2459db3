package chat.parley.desktop.viewmodel;

import chat.parley.client.BadAddress;
import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.alerts.AlertSettings;
import chat.parley.desktop.viewmodel.emoji.EmojiCatalog;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.finding.FindingModel;
import chat.parley.desktop.viewmodel.finding.FoundItem;
import chat.parley.desktop.viewmodel.hosting.HostingModel;
import chat.parley.desktop.viewmodel.outside.Browser;
import chat.parley.desktop.viewmodel.outside.Host;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.desktop.viewmodel.text.Links;
import chat.parley.model.Presence;
import chat.parley.model.ShortCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The whole window: which screen it shows, the servers I am on, and how I want it. All of them stay
 * connected; one is on the screen.
 */
public final class AppModel {
  private final ReadOnlyObjectWrapper<Screen> screen =
      new ReadOnlyObjectWrapper<>(this, "screen", Screen.STARTING);
  private final ObservableList<ServerModel> servers = FXCollections.observableArrayList();
  private final ObservableList<ServerModel> readOnlyServers =
      FXCollections.unmodifiableObservableList(servers);
  private final ObjectProperty<@Nullable ServerModel> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyIntegerWrapper uncoverings =
      new ReadOnlyIntegerWrapper(this, "uncoverings");
  private final Map<ServerModel, KeyQuestion> keyQuestions = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable KeyQuestion> keyQuestion =
      new ReadOnlyObjectWrapper<>(this, "keyQuestion");
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final SettingsModel settings;
  private final LoginModel login = new LoginModel(new FrontDoor());
  private final FindingModel finding;
  private final HostingModel hosting = new HostingModel(login, this::othersOn, this::sayOfHost);
  private final EmojiModel emoji;

  private final Sessions sessions;
  private final Preferences preferences;
  private final Surroundings around;

  /** Those that nobody is in yet. */
  private final List<ServerModel> opening = new ArrayList<>();

  /** The one that the first screen waits for. */
  private @Nullable ServerModel asked;

  /** Whether servers are looked for although nobody is about to go to one. */
  private boolean lookingAround;

  private Browser browser = _ -> false;
  private @Nullable AlertSettings alerts;
  private @Nullable SystemSettings system;
  private @Nullable LinkSettings links;
  private Function<ServerModel, Witness> witnesses = _ -> Witness.NOBODY;

  public AppModel(Sessions sessions, Preferences preferences, Surroundings around) {
    this.sessions = sessions;
    this.preferences = preferences;
    this.around = around;
    emoji = new EmojiModel(EmojiCatalog.bundled(), preferences);
    settings = new SettingsModel(preferences);
    finding = new FindingModel(this::likelyAddresses, login::choose, around.fx());
    screen.addListener((_, _, now) -> findIfWanted());
    selected.addListener(
        (_, _, now) -> {
          if (now != null) {
            preferences.lastAccount(now.account());
          }
        });
  }

  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  public LoginModel login() {
    return login;
  }

  /** The servers on the network; looked for while {@link #login()} is on the screen. */
  public FindingModel finding() {
    return finding;
  }

  /** The server that this computer runs. */
  public HostingModel hosting() {
    return hosting;
  }

  /** Somebody wants to see the servers on the network while they are on one, or no longer. */
  public void lookAround(boolean now) {
    lookingAround = now;
    findIfWanted();
  }

  private void findIfWanted() {
    if (lookingAround || screen.get() == Screen.LOGIN) {
      finding.begin();
    } else {
      finding.end();
    }
  }

  /** As its people say it to whoever is on it, else as it is announced. */
  private int othersOn(Host.Hosted own) {
    for (ServerModel server : servers) {
      if (server.link().liveProperty().get() && own.isAt(server.secrecy().way())) {
        return (int)
            server.company().book().others().stream()
                .filter(person -> person.presence() != Presence.OFFLINE)
                .count();
      }
    }
    return finding.servers().stream()
        .filter(found -> own.isAt(found.way()))
        .mapToInt(found -> found.advert().people())
        .sum();
  }

  private void sayOfHost(String sentence) {
    if (screen.get() == Screen.LOGIN) {
      login.ended(sentence);
    } else {
      toasts.add(Toast.of(sentence));
    }
  }

  /** What is typed comes first. */
  private List<String> likelyAddresses() {
    return Stream.concat(Stream.of(login.addressProperty().get()), preferences.addresses().stream())
        .filter(address -> !address.isBlank())
        .toList();
  }

  private List<ServerAddress> before() {
    var before = new ArrayList<ServerAddress>();
    for (String address : preferences.addresses()) {
      try {
        before.add(ServerAddress.parse(address));
      } catch (BadAddress e) {
        continue; // Whoever goes there is told.
      }
    }
    return before;
  }

  /** The version of this app; empty when it runs from a development tree. */
  public String version() {
    return Objects.requireNonNullElse(NewerApp.written(), "");
  }

  /** Those I am on, in the order in which I came to them. */
  public ObservableList<ServerModel> servers() {
    return readOnlyServers;
  }

  /** The server on the screen, one of {@link #servers()}; null while there is none. */
  public ObjectProperty<@Nullable ServerModel> selectedProperty() {
    return selected;
  }

  /** Puts a server on the screen, whatever covers its rooms. */
  public void bringForward(ServerModel server) {
    selected.set(server);
    screen.set(Screen.MAIN);
    uncoverings.set(uncoverings.get() + 1);
  }

  /** Goes up by one each time what covers the rooms has to go. */
  public ReadOnlyIntegerProperty uncoveringsProperty() {
    return uncoverings.getReadOnlyProperty();
  }

  /** What has to be decided before anything else; null when nothing has to. */
  public ReadOnlyObjectProperty<@Nullable KeyQuestion> keyQuestionProperty() {
    return keyQuestion.getReadOnlyProperty();
  }

  /** What happened, the oldest first; the view shows one at a time and takes it out. */
  public ObservableList<Toast> toasts() {
    return toasts;
  }

  /** What can be chosen of what is outside of the window; before the window is made. */
  public void offer(
      AlertSettings ofAlerts, SystemSettings ofSystem, @Nullable LinkSettings ofLinks) {
    alerts = ofAlerts;
    system = ofSystem;
    links = ofLinks;
  }

  /** How I want to be told of messages; null where nothing can be told. */
  public @Nullable AlertSettings alerts() {
    return alerts;
  }

  /** Null where links to servers come here, or do not, whatever this app does. */
  public @Nullable LinkSettings links() {
    return links;
  }

  /** Null where the app has no system around it. */
  public @Nullable SystemSettings system() {
    return system;
  }

  /** Who hears what the window hears of each server; asked once for each. */
  public void setWitnesses(Function<ServerModel, Witness> now) {
    witnesses = now;
  }

  /** How addresses are opened on this computer; until it is said, none can be. */
  public void setBrowser(Browser opens) {
    browser = opens;
  }

  /** Opens the address of a link, if it is of a kind that is safe to open. */
  void openLink(String link) {
    if (!Links.isSafe(link) || !browser.open(link)) {
      toasts.add(Toast.of(Texts.of("link.not.opened")));
    }
  }

  public SettingsModel settings() {
    return settings;
  }

  /**
   * Leaves the empty window: to the servers of last time, or to the first screen.
   *
   * @param server an address to go to without asking; null for those of last time only
   * @param who the name to have there; null for the one of last time
   */
  public void start(@Nullable String server, @Nullable String who) {
    login.remember(preferences);
    remembered().forEach(this::open);
    if (server != null) {
      login.addressProperty().set(server);
      login.nameProperty().set(who == null ? preferences.name() : who);
      login.submit();
    }
    if (opening.isEmpty() && servers.isEmpty()) {
      screen.set(Screen.LOGIN);
    }
  }

  /** The one that was on the screen comes first, so that it is back there at once. */
  private List<Account> remembered() {
    Account last = preferences.lastAccount();
    return preferences.accounts().stream()
        .sorted(Comparator.comparing(account -> last == null || !account.isSame(last)))
        .toList();
  }

  private void open(Account account) {
    try {
      Invitation way = Invitation.to(ServerAddress.parse(account.address()));
      open(way, account, new Command.Auth.Guest(account.name()));
    } catch (BadAddress e) {
      toasts.add(Toast.of(Sentences.of(e)));
    }
  }

  private ServerModel open(Invitation way, Account who, Command.Auth auth) {
    var server = new ServerModel(way, who, new Door(), emoji, settings, preferences, around);
    opening.add(server);
    server.open(sessions, auth);
    return server;
  }

  /** Shows the way to one more server. */
  public void addServer() {
    login.remember(preferences);
    login.addressProperty().set("");
    showLogin();
  }

  /** Shows the way to the server that was chosen among those on the network. */
  public void addChosen() {
    FoundItem chosen = finding.chosenProperty().get();
    addServer();
    if (chosen != null) {
      finding.choose(chosen);
    }
  }

  /**
   * Goes to the server of this computer, which is started if none runs. On the way is the form, in
   * which something may be missing, and where it is said when it does not work.
   */
  public void goToOwnServer() {
    addServer();
    hosting.start();
  }

  /**
   * Somebody opened a link to a server: shows it in the form, and goes nowhere before the person
   * does.
   */
  public void invited(String link) {
    giveUpLogin();
    addServer();
    login.show(link);
  }

  private void giveUpLogin() {
    if (login.busyProperty().get()) {
      login.cancel();
    }
  }

  private void showLogin() {
    login.optional(!servers.isEmpty());
    screen.set(Screen.LOGIN);
  }

  /** Goes from this server. What is on this computer stays, and unsent messages with it. */
  public void leave(ServerModel server) {
    remove(server);
    preferences.loggedOut(server.account());
    if (servers.isEmpty()) {
      login.remember(preferences);
      showLogin();
    }
  }

  private void remove(ServerModel server) {
    int place = servers.indexOf(server);
    servers.remove(server);
    if (selected.get() == server) {
      selected.set(servers.isEmpty() ? null : servers.get(Math.max(0, place - 1)));
    }
    server.close();
  }

  /** The window is closed. Drafts are on their way to the disk when this returns. */
  public void close() {
    finding.end();
    servers.forEach(ServerModel::close);
    opening.forEach(ServerModel::close);
  }

  /** The main window is going, and no window of a room stays without it. */
  public void closeRoomWindows() {
    servers.forEach(server -> server.windows().closeAll());
  }

  private void show(ServerModel server) {
    selected.set(server);
    screen.set(Screen.MAIN);
  }

  /** How one of the servers goes on. */
  private final class Door implements ServerModel.Entrance {
    @Override
    public void in(ServerModel server) {
      if (!opening.remove(server)) {
        return; // Somebody else sat down on a server that is there.
      }
      preferences.loggedIn(server.account());
      server.company().account().setUpBy(() -> hosting.setUpCodeAt(server.secrecy().way()));
      servers.add(server);
      FXCollections.sort(servers, Comparator.comparingInt(this::placeOf));
      if (server == asked) {
        asked = null;
        login.ended("");
        show(server);
        hosting.arrived(server.secrecy().way().server().host());
      } else if (screen.get() == Screen.STARTING) {
        show(server);
      }
    }

    private int placeOf(ServerModel server) {
      return preferences.accounts().indexOf(server.account());
    }

    @Override
    public void out(ServerModel server, String problem, @Nullable ErrorCode code) {
      opening.remove(server);
      if (server == asked) {
        asked = null;
        login.refused(problem, code);
        showLogin();
      } else if (servers.isEmpty() && opening.isEmpty() && asked == null) {
        logIn(server.account(), problem);
      } else {
        toasts.add(
            new Toast(
                problem, Texts.of("link.log.in.again"), () -> logIn(server.account(), problem)));
      }
    }

    @Override
    public void askAboutKey(ServerModel server, @Nullable KeyQuestion question) {
      if (question == null) {
        keyQuestions.remove(server);
      } else {
        keyQuestions.put(server, question);
      }
      keyQuestion.set(keyQuestions.values().stream().findFirst().orElse(null));
    }

    @Override
    public void logInAgain(ServerModel server) {
      remove(server);
      logIn(server.account(), "");
    }

    private void logIn(Account as, String problem) {
      login.remember(preferences);
      login.addressProperty().set(as.address());
      login.nameProperty().set(as.name());
      login.ended(problem);
      showLogin();
    }

    @Override
    public void say(Toast toast) {
      toasts.add(toast);
    }

    @Override
    public Witness witness(ServerModel server) {
      return witnesses.apply(server);
    }

    @Override
    public void openLink(String link) {
      AppModel.this.openLink(link);
    }

    @Override
    public boolean goTo(ServerModel from, MessageLink link) {
      Optional<ServerModel> found =
          find(from, server -> server.messages().links().names(link))
              .or(() -> find(from, server -> server.messages().links().leadsHere(link)));
      found.ifPresent(
          server -> {
            selected.set(server);
            server.messages().links().open(link.room(), link.seq());
          });
      return found.isPresent();
    }

    private Optional<ServerModel> find(ServerModel first, Predicate<ServerModel> wanted) {
      return Stream.concat(Stream.of(first), servers.stream()).filter(wanted).findFirst();
    }
  }

  /** What the first screen asks for. */
  private final class FrontDoor implements LoginModel.Entrance {
    @Override
    public void enter(Invitation to, String who, Command.Auth auth) {
      giveUp();
      Invitation way = sessions.asMet(to, finding.historyAt(to.server()), before());
      Account wanted = preferences.account(way.server().toString(), who);
      ServerModel there = find(servers, wanted);
      ServerModel onItsWay = find(opening, wanted);
      if (there != null) {
        login.ended("");
        show(there);
        hosting.arrived(there.secrecy().way().server().host());
      } else {
        asked = onItsWay == null ? open(way, wanted, auth) : onItsWay;
      }
    }

    private @Nullable ServerModel find(List<ServerModel> among, Account account) {
      return among.stream().filter(s -> s.account().isSame(account)).findFirst().orElse(null);
    }

    @Override
    public void seek(ShortCode code, Consumer<Invitation> found, Consumer<String> failed) {
      giveUp();
      finding.seek(code, found, failed);
    }

    @Override
    public void giveUp() {
      finding.stopSeeking();
      if (asked != null) {
        opening.remove(asked);
        asked.close();
        asked = null;
      }
    }

    @Override
    public void goBack() {
      screen.set(Screen.MAIN);
    }
  }
}
