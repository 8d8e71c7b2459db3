package chat.parley.desktop.viewmodel;

import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.viewmodel.outside.Archive;
import chat.parley.desktop.viewmodel.outside.Connection;
import chat.parley.desktop.viewmodel.outside.Seat;
import chat.parley.desktop.viewmodel.outside.Sentences;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.desktop.viewmodel.outside.Sessions.Session;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.desktop.viewmodel.timeline.TimelineModel;
import chat.parley.model.Presence;
import chat.parley.model.User;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The whole window. Its parts live as long as it does, whatever server it is on; they are given a
 * seat when a session begins and lose it when the session ends.
 */
public final class AppModel {
  private final ReadOnlyObjectWrapper<Screen> screen =
      new ReadOnlyObjectWrapper<>(this, "screen", Screen.STARTING);
  private final ReadOnlyObjectWrapper<@Nullable TimelineModel> timeline =
      new ReadOnlyObjectWrapper<>(this, "timeline");
  private final ReadOnlyObjectWrapper<@Nullable User> me = new ReadOnlyObjectWrapper<>(this, "me");
  private final ReadOnlyStringWrapper serverName =
      new ReadOnlyStringWrapper(this, "serverName", "");
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme");
  private final ObjectProperty<Presence> presence =
      new SimpleObjectProperty<>(this, "presence", Presence.ONLINE);
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final LoginModel login;
  private final RoomListModel rooms;
  private final ComposerModel composer;
  private final PeopleModel people;
  private final DirectoryModel directory;
  private final LinkModel link;

  private final Sessions sessions;
  private final Preferences preferences;
  private final Surroundings around;
  private Inbox inbox;
  private @Nullable Session session;
  private @Nullable Seat seat;
  private @Nullable ErrorCode refusal;
  private String address = "";
  private String name = "";

  public AppModel(Sessions sessions, Preferences preferences, Surroundings around) {
    this.sessions = sessions;
    this.preferences = preferences;
    this.around = around;
    inbox = new Inbox(around.fx());
    login = new LoginModel(new FrontDoor());
    rooms = new RoomListModel(toasts::add);
    composer = new ComposerModel(rooms);
    people = new PeopleModel();
    directory = new DirectoryModel(rooms);
    link = new LinkModel(around.fx(), serverName::get);
    theme.set(preferences.theme());
    theme.addListener((_, _, now) -> preferences.theme(now));
    presence.addListener(
        (_, _, now) -> {
          if (seat != null) {
            seat.connection().presence(now);
          }
        });
    rooms.selectedProperty().addListener((_, _, now) -> showRoom(now));
  }

  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  public LoginModel login() {
    return login;
  }

  public RoomListModel rooms() {
    return rooms;
  }

  /** The messages of the selected room; another model for each selection, null when none is. */
  public ReadOnlyObjectProperty<@Nullable TimelineModel> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  public ComposerModel composer() {
    return composer;
  }

  public PeopleModel people() {
    return people;
  }

  public DirectoryModel directory() {
    return directory;
  }

  public LinkModel link() {
    return link;
  }

  /** The server as it calls itself, or its address while that is not known. */
  public ReadOnlyStringProperty serverNameProperty() {
    return serverName.getReadOnlyProperty();
  }

  /** Null while nobody is logged in. */
  public ReadOnlyObjectProperty<@Nullable User> meProperty() {
    return me.getReadOnlyProperty();
  }

  /** Whether others shall expect me to read; never {@code OFFLINE}. */
  public ObjectProperty<Presence> presenceProperty() {
    return presence;
  }

  /** What happened, the oldest first; the view shows one at a time and takes it out. */
  public ObservableList<Toast> toasts() {
    return toasts;
  }

  /** Kept over restarts. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /**
   * Leaves the empty window: to the rooms of last time, or to the first screen.
   *
   * @param server an address to go to without asking; null for the one of last time
   * @param who the name to have there; null for the one of last time
   */
  public void start(@Nullable String server, @Nullable String who) {
    login.remember(preferences);
    if (server != null) {
      login.addressProperty().set(server);
    }
    if (who != null) {
      login.nameProperty().set(who);
    }
    if (server != null || preferences.stayLoggedIn()) {
      login.submit();
    }
    if (!login.busyProperty().get()) {
      screen.set(Screen.LOGIN);
    }
  }

  /** Goes back to the first screen. What is on this computer stays, and unsent messages with it. */
  public void changeServer() {
    preferences.loggedOut();
    leaveSession();
    login.remember(preferences);
    screen.set(Screen.LOGIN);
  }

  /** The window is closed. Drafts are on their way to the disk when this returns. */
  public void close() {
    leaveSession();
  }

  private void opened(Session open, Inbox of) {
    if (of != inbox) {
      close(open.connection()); // Given up meanwhile.
      return;
    }
    session = open;
    refusal = null;
    link.attach(open.connection()::retryNow, this::logInAgain);
    Archive.Snapshot kept = open.snapshot();
    if (kept.notice() != null) {
      toasts.add(Toast.of(kept.notice()));
    }
    if (kept.me() != null) {
      sitDown(kept.me(), open);
    }
    of.openFor(new SessionScreen(this));
  }

  /** Somebody is in: shows the rooms that are kept, before any server has said a word. */
  private void sitDown(User user, Session in) {
    seat = new Seat(user, in.connection(), in.archive(), around);
    me.set(user);
    composer.attach(seat, in.snapshot().drafts());
    people.attach(seat);
    directory.attach(seat);
    rooms.attach(seat, in.snapshot().rooms(), in.snapshot().drafts(), in.snapshot().outbox());
    preferences.loggedIn(address, name);
    login.ended("");
    screen.set(Screen.MAIN);
    selectSomeRoom();
  }

  private void selectSomeRoom() {
    if (rooms.selectedProperty().get() == null) {
      RoomItem last = preferences.lastRoom(address).map(rooms::find).orElse(null);
      RoomItem first = rooms.items().isEmpty() ? null : rooms.items().getFirst();
      rooms.selectedProperty().set(last == null ? first : last);
    }
  }

  void onWelcome(Event.Welcome welcome) {
    if (session == null) {
      return;
    }
    serverName.set(welcome.server().name());
    composer.limits(welcome.server().limits());
    if (seat == null || !seat.me().id().equals(welcome.user().id())) {
      rooms.detach();
      sitDown(welcome.user(), session);
    }
    me.set(welcome.user());
    rooms.become(welcome.rooms());
    selectSomeRoom();
    if (welcome.rooms().isEmpty()) {
      rooms.openByName(RoomListModel.LOBBY, true);
    }
  }

  void onLink(Link now) {
    refusal = now.code();
    boolean hopeless = now.state() == LinkState.WAITING || now.state() == LinkState.REFUSED;
    if (seat == null && hopeless) {
      String problem = now.problem();
      leaveSession();
      login.ended(problem == null ? Texts.of("login.no.answer", address) : problem);
      screen.set(Screen.LOGIN);
      return;
    }
    link.onLink(now);
    if (now.state() == LinkState.LIVE) {
      people.onLive();
      TimelineModel shown = timeline.get();
      if (shown != null) {
        shown.onLive();
      }
    }
  }

  private void logInAgain() {
    if (refusal == ErrorCode.BAD_TOKEN && session != null) {
      Archive archive = session.archive();
      around
          .background()
          .run(
              () -> {
                archive.forgetLogin();
                return archive;
              },
              _ -> changeServer(),
              e -> toasts.add(Toast.of(Sentences.of(e))));
    } else {
      changeServer();
    }
  }

  private void showRoom(@Nullable RoomItem room) {
    TimelineModel before = timeline.get();
    if (before != null) {
      before.close();
    }
    composer.room(room);
    people.room(room);
    if (room == null || seat == null) {
      timeline.set(null);
      return;
    }
    var shown = new TimelineModel(room.state(), link.liveProperty().get(), seat, rooms::discarded);
    shown.open();
    timeline.set(shown);
    preferences.lastRoom(address, room.id());
  }

  private void leaveSession() {
    inbox.close();
    inbox = new Inbox(around.fx());
    presence.set(Presence.ONLINE);
    rooms.detach();
    composer.detach();
    people.detach();
    directory.detach();
    link.detach();
    seat = null;
    me.set(null);
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
            e -> toasts.add(Toast.of(Sentences.of(e))));
  }

  /** What the first screen asks for. */
  private final class FrontDoor implements LoginModel.Entrance {
    @Override
    public void enter(ServerAddress server, String who) {
      leaveSession();
      address = server.toString();
      name = who;
      serverName.set(server.host());
      Inbox mine = inbox;
      around
          .background()
          .run(
              () -> sessions.open(server, who, mine),
              open -> opened(open, mine),
              e -> {
                if (mine == inbox) {
                  login.ended(Sentences.of(e));
                  screen.set(Screen.LOGIN);
                }
              });
    }

    @Override
    public void giveUp() {
      leaveSession();
    }
  }
}
