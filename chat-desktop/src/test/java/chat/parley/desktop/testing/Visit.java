package chat.parley.desktop.testing;

import chat.parley.client.ClientListener;
import chat.parley.client.Invitation;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing;
import chat.parley.client.Secrecy;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.outside.Archive;
import chat.parley.desktop.viewmodel.outside.Parcel;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.model.Kept;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.SearchWords;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I am logged in to a server that does what the test says, with nothing kept on this computer. */
public final class Visit implements Sessions, Archive {
  public final FakeFx fx = new FakeFx();
  public final FakeServer server = new FakeServer();
  public final FakePreferences preferences = new FakePreferences();
  public final AppModel app = new AppModel(this, preferences, fx.surroundings());

  /** What this computer kept of rooms before the app was started. */
  public final Map<RoomId, List<Event.RoomEvent>> kept = new HashMap<>();

  private ClientListener client;

  /** Logs in as {@link Say#ME} with a file that was attached before. */
  public Visit(Parcel parcel, RoomState... rooms) {
    server.transfers.kept.put(parcel.key(), parcel);
    logIn(rooms);
  }

  /** Logs in as {@link Say#ME}. */
  public Visit(RoomState... rooms) {
    logIn(rooms);
  }

  private void logIn(RoomState... rooms) {
    app.start("office-pc", Say.ME.name());
    fx.settle();
    client.onWelcome(
        new Event.Welcome(
            1,
            "epoch",
            Say.ME,
            null,
            new Event.ServerInfo("OFFICE-PC", "1", Limits.DEFAULT),
            List.of(rooms)));
    client.onLink(Link.of(LinkState.LIVE));
    fx.settle();
  }

  /** The server I am on. */
  public ServerModel home() {
    return app.selectedProperty().get();
  }

  public void tells(RoomState room) {
    client.onRoom(room);
    fx.settle();
  }

  public void removes(RoomId room) {
    client.onRoomRemoved(room);
    fx.settle();
  }

  /** Another device of mine put something, or took it away. */
  public void keeps(String key, String value) {
    client.onKept(new Kept(key, value, 1));
    fx.settle();
  }

  public void presence(User user, Presence presence, Status status) {
    client.onPassing(new Event.PresenceChanged(user.id(), presence, status));
    fx.settle();
  }

  public void typing(RoomId room, User user) {
    client.onPassing(new Event.Typing(room, user.id(), user.name()));
    fx.settle();
  }

  /** I have another role from now on. */
  public void becomes(Role role) {
    client.onSelf(new User(Say.ME.id(), Say.ME.name(), role));
    fx.settle();
  }

  /** A message of mine moved on. */
  public void outgoing(Outgoing message) {
    client.onOutgoing(message);
    fx.settle();
  }

  public void announces(Event.Announced announced) {
    client.onAnnounced(announced);
    fx.settle();
  }

  public void reports(Event.Reported reported) {
    client.onReported(reported);
    fx.settle();
  }

  /** Those who run the server changed what it says of itself. */
  public void changes(Event.ServerInfo server) {
    client.onServer(server);
    fx.settle();
  }

  public void secrecy(Secrecy secrecy) {
    client.onSecrecy(secrecy);
    fx.settle();
  }

  /** I am called otherwise from now on. */
  public void becomes(String name) {
    client.onSelf(new User(Say.ME.id(), name, Say.ME.role()));
    fx.settle();
  }

  public void link(LinkState state) {
    client.onLink(Link.of(state));
    fx.settle();
  }

  public void happens(RoomId room, Event.RoomEvent... events) {
    client.onEvents(room, List.of(events));
    fx.settle();
  }

  public RoomItem item(String name) {
    return home().rooms().items().stream()
        .filter(room -> room.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public static User user(String name) {
    return new User(new UserId("u-" + name.replace(' ', '-')), name, Role.MEMBER);
  }

  /** A conversation with these people, of which I have not read so many. */
  public static RoomState direct(long unread, String... names) {
    List<User> with = Arrays.stream(names).map(Visit::user).toList();
    var room =
        new Room(
            new RoomId("d-" + String.join("-", names).replace(" ", "-")), "", RoomKind.DIRECT, "");
    return new RoomState(room, 20, 20 - unread, unread, 0, Rank.MEMBER, with);
  }

  /** A room in which I have that rank. */
  public static RoomState room(String name, Rank rank, Posting posting, boolean archived) {
    var room = new Room(new RoomId("r-" + name), name, RoomKind.PRIVATE, "", "", posting, archived);
    return new RoomState(room, 0, 0, 0, 0, rank, List.of());
  }

  @Override
  public Session open(Invitation address, String name, Command.Auth auth, ClientListener listener) {
    client = listener;
    return new Session(this, snapshot(), server);
  }

  @Override
  public Snapshot snapshot() {
    return new Snapshot(null, List.of(), List.of(), List.of(), null);
  }

  @Override
  public List<Event.RoomEvent> before(RoomId room, long seq, int limit) {
    return kept.getOrDefault(room, List.of());
  }

  @Override
  public List<Event.RoomEvent> after(RoomId room, long seq, int limit) {
    return List.of();
  }

  @Override
  public Event.Hits search(SearchWords words, Command.Narrow narrow, long before, int limit) {
    return Fitting.page(kept, words, narrow, before, limit);
  }

  @Override
  public Map<UserId, String> authors() {
    return Fitting.authors(kept);
  }

  @Override
  public List<Outgoing> outbox(RoomId room) {
    return List.of();
  }

  @Override
  public void forgetLogin() {}
}
