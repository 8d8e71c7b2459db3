package chat.parley.desktop.viewmodel;

import chat.parley.client.Invitation;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Secrecy;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.admin.Administration;
import chat.parley.desktop.viewmodel.emoji.EmojiModel;
import chat.parley.desktop.viewmodel.files.FilesModel;
import chat.parley.desktop.viewmodel.outside.Archive;
import chat.parley.desktop.viewmodel.outside.Connection;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.desktop.viewmodel.outside.Sessions.Session;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.desktop.viewmodel.overview.Overview;
import chat.parley.desktop.viewmodel.people.Company;
import chat.parley.desktop.viewmodel.room.NewRoomModel;
import chat.parley.desktop.viewmodel.settings.SettingsModel;
import chat.parley.desktop.viewmodel.sidebar.SidebarModel;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Fingerprint;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * One server I am on, as one person: its rooms, the one that is shown, and the connection. It stays
 * connected while another server is on the screen, and is never opened again once it is closed.
 */
public final class ServerModel {
  /** Hears how the way in goes. */
  interface Entrance {
    /** Somebody is in: there are rooms to show, from the cache or from the server. */
    void in(ServerModel server);

    /** Nobody gets in, and there is nothing to show. */
    void out(ServerModel server, String problem, @Nullable ErrorCode code);

    /** Somebody has to decide about a key; null when it is decided. */
    void askAboutKey(ServerModel server, @Nullable KeyQuestion question);

    /** The server asks who I am again. */
    void logInAgain(ServerModel server);

    void say(Toast toast);

    /** Who hears what the window hears of this server. */
    Witness witness(ServerModel server);

    /** Opens the address of a link, if it is of a kind that is safe to open. */
    void openLink(String link);

    /** Goes where a link leads that is opened here; answers whether I am on that server. */
    boolean goTo(ServerModel from, MessageLink link);
  }

  private final ReadOnlyObjectWrapper<@Nullable User> me = new ReadOnlyObjectWrapper<>(this, "me");
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyStringWrapper version = new ReadOnlyStringWrapper(this, "version", "");
  private final OwnPresence presence = new OwnPresence();
  private final KeepModel keeps = new KeepModel();
  private final WaitingReports waiting = new WaitingReports();
  private final ReceiptsModel receipts = new ReceiptsModel(keeps);
  private final FilesModel files;
  private final RoomListModel rooms;
  private final VisitedRooms visited;
  private final SidebarModel sidebar;
  private final Company company;
  private final RoomScreen shown;
  private final RoomWindows windows;
  private final EmojiModel emoji;
  private final DirectoryModel directory;
  private final NewRoomModel newRoom;
  private final LinkModel link;
  private final SecrecyModel secrecy;
  private final Overview overview;
  private final Administration administration;
  private final Announcement announcement;
  private final NewerApp newerApp;

  private final Invitation way;
  private final ServerAddress address;
  private final Entrance entrance;
  private final SettingsModel settings;
  private final Preferences preferences;
  private final Surroundings around;
  private final Inbox inbox;
  private Account account;
  private Witness witness = Witness.NOBODY;
  private @Nullable Session session;
  private @Nullable Seat seat;
  private @Nullable ErrorCode refusal;
  private String motd = "";
  private final Subscription stopFollowing;
  private boolean closed;

  ServerModel(
      Invitation way,
      Account account,
      Entrance entrance,
      EmojiModel emoji,
      SettingsModel settings,
      Preferences preferences,
      Surroundings around) {
    this.way = way;
    this.address = way.server();
    this.entrance = entrance;
    this.emoji = emoji;
    this.settings = settings;
    this.preferences = preferences;
    this.around = around;
    this.account = account;
    inbox = new Inbox(around.fx());
    files = new FilesModel(keeps, emoji::withEmoji, entrance::say);
    rooms = new RoomListModel(keeps, entrance::say);
    visited = new VisitedRooms(rooms);
    sidebar = new SidebarModel(rooms, keeps, around.fx(), () -> UUID.randomUUID().toString());
    company = new Company(keeps, rooms::show, entrance::say);
    link = new LinkModel(around.fx(), name::get);
    secrecy = new SecrecyModel(address, link, new KeyKeeper());
    directory = new DirectoryModel(rooms);
    shown = newScreen();
    windows = new RoomWindows(this::newScreen, link.liveProperty()::get);
    newRoom = new NewRoomModel(company.book(), rooms::show);
    overview = new Overview(rooms, keeps, shown.messages().links()::open);
    administration = new Administration(rooms::show);
    announcement = new Announcement(around.fx(), around.clock());
    newerApp = new NewerApp(NewerApp.thisOne(), entrance::say);
    name.set(address.host());
    presence
        .hereProperty()
        .addListener(
            (_, _, now) -> {
              if (seat != null) {
                seat.connection().presence(now);
              }
            });
    rooms.selectedProperty().addListener((_, _, now) -> showRoom(now));
    stopFollowing = settings.membershipShownProperty().subscribe(this::showMembership);
  }

  private RoomScreen newScreen() {
    return new RoomScreen(
        keeps,
        files,
        company.book(),
        rooms,
        directory,
        emoji,
        settings,
        waiting,
        address::toString,
        link -> entrance.goTo(this, link),
        this::show,
        entrance::say);
  }

  private void show(RoomId in, long seq) {
    messages().links().open(in, seq);
  }

  /** Who I am, and where; before the server said a word, who I said to be. */
  public Account account() {
    return account;
  }

  public RoomListModel rooms() {
    return rooms;
  }

  /** The rooms that were on the screen, for going back. */
  public VisitedRooms visited() {
    return visited;
  }

  /** The rooms as they stand under their headings. */
  public SidebarModel sidebar() {
    return sidebar;
  }

  /** What is unread, and where I am mentioned, in all rooms. */
  public Overview overview() {
    return overview;
  }

  /** The other people here. */
  public Company company() {
    return company;
  }

  /** The selected room and what stands around its messages. */
  public RoomScreen shown() {
    return shown;
  }

  /** The rooms that have windows of their own. */
  public RoomWindows windows() {
    return windows;
  }

  /** What leads to a room from outside. */
  public String linkTo(RoomItem room) {
    return linkTo(room.id());
  }

  private String linkTo(RoomId room) {
    return new MessageLink(address.toString(), room, 0).toString();
  }

  /**
   * What leads to each room that has a name, by it; of those in which I am not, as far as known.
   */
  public Map<String, String> linksToRooms() {
    var links = new HashMap<String, String>();
    directory.others().forEach(one -> links.put(one.room().name(), linkTo(one.room().id())));
    rooms.items().stream()
        .filter(room -> !room.isDirect())
        .forEach(room -> links.put(room.name(), linkTo(room)));
    return links;
  }

  /** A text names a room that may be one in which I am not. */
  public void askForRooms() {
    if (link.liveProperty().get()) {
      directory.once(() -> {});
    }
  }

  /** The messages of the selected room; another model for each selection, null when none is. */
  public ReadOnlyObjectProperty<@Nullable TimelineModel> timelineProperty() {
    return shown.timelineProperty();
  }

  /** What I keep for all my devices. */
  public KeepModel keeps() {
    return keeps;
  }

  /** Whether others may know how far I have read. */
  public ReceiptsModel receipts() {
    return receipts;
  }

  public ComposerModel composer() {
    return shown.composer();
  }

  /** Files that come and go. */
  public FilesModel files() {
    return files;
  }

  public EmojiModel emoji() {
    return emoji;
  }

  /** What can be done with messages. */
  public MessageModel messages() {
    return shown.messages();
  }

  public PeopleModel people() {
    return shown.people();
  }

  public DirectoryModel directory() {
    return directory;
  }

  /** Running the server, for those who do. */
  public Administration administration() {
    return administration;
  }

  /** How many reports wait for somebody like me. */
  public WaitingReports waiting() {
    return waiting;
  }

  /** What those who run the server tell everybody. */
  public Announcement announcement() {
    return announcement;
  }

  public NewRoomModel newRoom() {
    return newRoom;
  }

  public LinkModel link() {
    return link;
  }

  /** The server as it calls itself, or its address while that is not known. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** The version of the server's program; empty while there is no connection with it. */
  public ObservableValue<String> versionProperty() {
    return Bindings.when(link.liveProperty()).then(version).otherwise("");
  }

  /** Who else can know what is said here. */
  public SecrecyModel secrecy() {
    return secrecy;
  }

  /** Null while nobody is logged in. */
  public ReadOnlyObjectProperty<@Nullable User> meProperty() {
    return me.getReadOnlyProperty();
  }

  /** Whether others shall expect me to read, as I chose on this device; never {@code OFFLINE}. */
  public ObjectProperty<Presence> presenceProperty() {
    return presence.hereProperty();
  }

  /** The same, but busy too while I am that on another device. */
  public ReadOnlyObjectProperty<Presence> presenceEverywhereProperty() {
    return presence.everywhereProperty();
  }

  /** Opens the address of a link, if it is of a kind that is safe to open. */
  public void openLink(String link) {
    if (messages().links().open(link)) {
      return; // One to a message of this server.
    }
    entrance.openLink(link);
  }

  Witness witness() {
    return witness;
  }

  /** Opens what is kept of the server on this computer, and starts to connect. */
  void open(Sessions sessions, Command.Auth auth) {
    witness = entrance.witness(this);
    around
        .background()
        .run(
            () -> sessions.open(way, account.keptAs(), auth, inbox),
            this::opened,
            e -> out(Sentences.of(e), null));
  }

  private void opened(Session open) {
    if (closed) {
      close(open.connection()); // Given up meanwhile.
      return;
    }
    session = open;
    link.attach(open.connection()::retryNow, this::logInAgain, this::openDownloads);
    Archive.Snapshot kept = open.snapshot();
    if (kept.notice() != null) {
      entrance.say(Toast.of(kept.notice()));
    }
    if (kept.me() != null) {
      sitDown(kept.me(), open);
    }
    inbox.openFor(new SessionScreen(this));
  }

  /** Somebody is in: shows the rooms that are kept, before any server has said a word. */
  private void sitDown(User user, Session in) {
    seat = new Seat(user, in.connection(), in.archive(), around);
    me.set(user);
    keeps.attach(seat, in.snapshot().kept());
    receipts.refresh();
    files.attach(seat);
    company.attach(seat);
    shown.attach(seat);
    windows.attach(seat);
    directory.attach(seat);
    newRoom.attach(seat);
    overview.attach(seat);
    administration.attach(seat);
    rooms.attach(seat, in.snapshot().rooms(), in.snapshot().outbox());
    witness.onSession(user, in.snapshot().rooms());
    selectSomeRoom();
    entrance.in(this);
  }

  private void selectSomeRoom() {
    if (rooms.selectedProperty().get() == null && overview.shownProperty().get() == null) {
      RoomItem last = preferences.lastRoom(account.address()).map(rooms::find).orElse(null);
      RoomItem first = rooms.items().isEmpty() ? null : rooms.items().getFirst();
      rooms.selectedProperty().set(last == null ? first : last);
    }
  }

  void onWelcome(Event.Welcome welcome) {
    if (session == null) {
      return;
    }
    waiting.clear();
    name.set(welcome.server().name());
    version.set(welcome.server().version());
    files.limits(welcome.server().limits());
    shown.limits(welcome.server().limits());
    windows.limits(welcome.server().limits());
    if (seat == null || !seat.me().id().equals(welcome.user().id())) {
      overview.detach();
      rooms.detach();
      sitDown(welcome.user(), session);
    }
    onSelf(welcome.user());
    tellMotd(welcome.server().motd());
    newerApp.heard(welcome.server().app(), this::openDownloads);
    rooms.become(welcome.rooms());
    witness.onSession(welcome.user(), welcome.rooms());
    selectSomeRoom();
    if (welcome.rooms().isEmpty()) {
      rooms.openByName(RoomListModel.LOBBY, true);
    }
  }

  private void openDownloads() {
    boolean plain = secrecy.secrecyProperty().get() instanceof Secrecy.Open;
    entrance.openLink((plain ? "http://" : "https://") + place() + "/get");
  }

  /** Not where it was met, when it has moved since. */
  private ServerAddress place() {
    return session == null ? address : session.connection().place();
  }

  /** Not again with every connection. */
  private void tellMotd(String now) {
    if (!now.isBlank() && !now.equals(motd)) {
      entrance.say(Toast.of(now));
    }
    motd = now;
  }

  void onSelf(User now) {
    if (session == null) {
      return;
    }
    rememberAs(now.name());
    me.set(now);
    administration.become(now);
    if (seat != null && seat.me().role() != now.role()) {
      seat = new Seat(now, seat.connection(), seat.archive(), around);
      shown.become(seat);
      windows.become(seat);
    }
  }

  /** Next time this computer shall ask for me by the name that the server knows. */
  private void rememberAs(String called) {
    Account now = account.named(called);
    if (!now.isSame(account)) {
      preferences.renamed(account, now);
      account = now;
    }
  }

  /** What it says of itself was changed by those who run it. */
  void onServer(Event.ServerInfo now) {
    if (session != null) {
      name.set(now.name());
      shown.limits(now.limits());
      windows.limits(now.limits());
      tellMotd(now.motd());
    }
  }

  void onPassing(Event.Passing passing) {
    if (me.get() != null) {
      presence.onPassing(passing, me.get());
    }
    company.book().onPassing(passing);
  }

  void onReported(Event.Reported reported) {
    waiting.heard(reported);
    administration.reported();
    shown.order().recount();
    windows.open().forEach(screen -> screen.order().recount());
  }

  void onSecrecy(Secrecy now) {
    secrecy.onSecrecy(now);
  }

  void onLink(Link now) {
    refusal = now.code();
    boolean hopeless = now.state() == LinkState.WAITING || now.state() == LinkState.REFUSED;
    if (seat == null && hopeless && !secrecy.isUndecided()) {
      out(whyNot(now), now.code());
      return;
    }
    link.onLink(now);
    witness.onLive(now.state() == LinkState.LIVE);
    if (now.state() != LinkState.LIVE) {
      company.book().onLost();
    } else {
      company.book().onLive();
      files.onLive();
      shown.onLive();
      overview.onLive();
      windows.open().forEach(RoomScreen::onLive);
    }
  }

  private String whyNot(Link now) {
    if (secrecy.isWithheld()) {
      return Texts.of("link.withheld", account.address());
    }
    String problem = now.problem();
    if (problem == null) {
      return Texts.of("login.no.answer", account.address());
    }
    return now.code() == null
        ? Sentences.translated(problem, "error.unreachable", account.address())
        : Sentences.of(now.code(), problem);
  }

  private void out(String problem, @Nullable ErrorCode code) {
    if (!closed) {
      close();
      entrance.out(this, problem, code);
    }
  }

  private void logInAgain() {
    if (refusal != ErrorCode.BAD_TOKEN || session == null) {
      entrance.logInAgain(this);
      return;
    }
    Archive archive = session.archive();
    around
        .background()
        .run(
            () -> {
              archive.forgetLogin();
              return archive;
            },
            _ -> entrance.logInAgain(this),
            e -> entrance.say(Toast.of(Sentences.of(e))));
  }

  private void showMembership(boolean now) {
    shown.membershipShown(now);
    windows.open().forEach(screen -> screen.membershipShown(now));
  }

  private void showRoom(@Nullable RoomItem room) {
    shown.show(room, link.liveProperty().get());
    if (room != null && seat != null) {
      preferences.lastRoom(account.address(), room.id());
    }
  }

  /** Ends the connection for good. Drafts are on their way to the disk when this returns. */
  void close() {
    closed = true;
    entrance.askAboutKey(this, null);
    stopFollowing.unsubscribe();
    inbox.close();
    witness.onEnd();
    overview.detach();
    rooms.detach();
    windows.detach();
    shown.detach();
    files.detach();
    keeps.detach();
    company.detach();
    directory.detach();
    newRoom.detach();
    administration.detach();
    announcement.clear();
    link.detach();
    seat = null;
    me.set(null);
    presence.forget();
    if (session != null) {
      close(session.connection());
      session = null;
    }
  }

  /** After the drafts, which are on their way to the disk already. */
  private void close(Connection connection) {
    around
        .background()
        .run(
            () -> {
              connection.close();
              return connection;
            },
            _ -> {},
            e -> entrance.say(Toast.of(Sentences.of(e))));
  }

  /** What follows from a decision about the server's key. */
  private final class KeyKeeper implements SecrecyModel.Keeper {
    @Override
    public ServerAddress place() {
      return ServerModel.this.place();
    }

    @Override
    public void ask(@Nullable KeyQuestion question) {
      entrance.askAboutKey(ServerModel.this, question);
    }

    @Override
    public void trust(Fingerprint key) {
      if (session != null) {
        session.connection().trust(key).whenComplete((_, e) -> around.fx().run(() -> told(e)));
      }
    }

    private void told(@Nullable Throwable e) {
      if (e != null) {
        entrance.say(Toast.of(Texts.of("key.not.kept")));
      }
    }

    @Override
    public void stayAway() {
      if (seat == null) {
        out(Texts.of("key.stayed.away", account.address()), null);
      }
    }
  }

  @Override
  public String toString() {
    return name.get();
  }
}
