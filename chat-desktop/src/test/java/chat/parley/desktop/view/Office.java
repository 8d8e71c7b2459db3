package chat.parley.desktop.view;

import chat.parley.client.ClientListener;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakeServer;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Preferences;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.outside.Archive;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small office on one server, for pictures and for tests: 9 October 2025, 10:34 in the morning.
 */
final class Office implements Sessions, Archive, Preferences {
  static final User ANA = user("Ana Okafor");
  static final Room GENERAL = room("general", "Everyone on floor 2");

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  final FakeFx fx = new FakeFx();
  final FakeServer server = new FakeServer();
  final List<Event.RoomEvent> log = new ArrayList<>();
  final List<Outgoing> outbox = new ArrayList<>();
  final AppModel app;
  Theme theme = Theme.LIGHT;
  long read = Long.MAX_VALUE;
  boolean unreadable;
  ClientListener listener;

  private final long today;

  Office() {
    fx.pass(Duration.ofMinutes(101));
    today = fx.millis() / DAY * DAY;
    app = new AppModel(this, this, fx.surroundings());
    server.logs.put(GENERAL.id(), log);
    server.members.put(
        GENERAL.id(),
        List.of(
            new Member(ANA, Presence.ONLINE),
            new Member(user("Bruno Silva"), Presence.ONLINE),
            new Member(user("Chen Wei"), Presence.ONLINE),
            new Member(user("Dara Novak"), Presence.BUSY),
            new Member(guest("Elif Kaya"), Presence.AWAY),
            new Member(guest("Front desk tablet"), Presence.ONLINE),
            new Member(user("Greta Lund"), Presence.OFFLINE),
            new Member(user("Hassan Idris"), Presence.OFFLINE)));
    server.directory.add(new RoomListing(room("canteen", "What is for lunch"), 23, false));
    server.directory.add(new RoomListing(GENERAL, 14, true));
    server.directory.add(new RoomListing(room("network", "Switches, cables, Wi-Fi"), 6, false));
    server.directory.add(new RoomListing(room("reception", ""), 3, false));
  }

  Clock clock() {
    return fx.withZone(ZoneOffset.UTC);
  }

  /** The first screen. */
  void open() {
    app.start(null, null);
    fx.settle();
  }

  /** Ana looks at another window. */
  void leaves() {
    app.timelineProperty().get().atBottom(false);
  }

  /** The server knows that Ana has read everything. */
  void readAll() {
    listener.onRoom(new RoomState(GENERAL, log.size(), log.size(), 0, 0));
    fx.settle();
  }

  void typing(String name) {
    User from = user(name);
    listener.onPassing(new Event.Typing(GENERAL.id(), from.id(), from.name()));
    fx.settle();
  }

  /** Comes in and is connected, with the rooms of the office. */
  void enter() {
    app.start("office-pc", ANA.name());
    fx.settle();
    listener.onWelcome(
        new Event.Welcome(
            1,
            "e1",
            ANA,
            null,
            new Event.ServerInfo("Floor 2 office", "0.1.0", Limits.DEFAULT),
            rooms()));
    fx.settle();
    link(LinkState.LIVE);
    app.rooms().openByName(GENERAL.name(), false);
    fx.settle();
  }

  void link(LinkState state) {
    listener.onLink(Link.of(state));
    fx.settle();
  }

  /** Things that were said before anybody came in, one a line: "9:02 Bruno Silva: Morning all". */
  void said(int daysAgo, String lines) {
    for (String line : lines.strip().lines().toList()) {
      log.add(message(daysAgo, line.strip()));
    }
  }

  /** Something is said now that everybody is in. */
  void says(String line) {
    Event.Message message = message(0, line);
    log.add(message);
    listener.onEvents(GENERAL.id(), List.of(message));
    fx.settle();
  }

  void joined(int daysAgo, String line) {
    String[] parts = line.split(" ", 2);
    log.add(
        new Event.JoinedRoom(
            GENERAL.id(), log.size() + 1, user(parts[1]).id(), parts[1], at(daysAgo, parts[0])));
  }

  /** A message of Ana's on its way. */
  void writes(String time, String body, Outgoing.State state, String problem) {
    writes(at(0, time), body, state, problem);
  }

  void writesNow(String body, Outgoing.State state) {
    writes(fx.millis(), body, state, null);
  }

  private void writes(long at, String body, Outgoing.State state, String problem) {
    Nonce nonce = new Nonce("n" + outbox.size());
    Outgoing message = new Outgoing(GENERAL.id(), nonce, body, at, state, problem, 0);
    outbox.add(message);
    if (listener != null) {
      listener.onOutgoing(message);
      fx.settle();
    }
  }

  private Event.Message message(int daysAgo, String line) {
    String[] timeAndRest = line.split(" ", 2);
    String[] nameAndBody = timeAndRest[1].split(": ", 2);
    User from = user(nameAndBody[0]);
    String body = nameAndBody[1].replace("\\n", "\n");
    List<UserId> mentions = body.contains("@Ana Okafor") ? List.of(ANA.id()) : List.of();
    long at = at(daysAgo, timeAndRest[0]);
    return new Event.Message(
        GENERAL.id(), log.size() + 1, from.id(), from.name(), at, body, mentions, null);
  }

  private long at(int daysAgo, String time) {
    String[] parts = time.split(":");
    long minutes = Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
    return today - daysAgo * DAY + minutes * MINUTE;
  }

  private List<RoomState> rooms() {
    long head = unreadable ? 40 : log.size();
    long seen = Math.min(read, head);
    return List.of(
        new RoomState(GENERAL, head, seen, head - seen, 0),
        new RoomState(room("design", ""), 9, 4, 5, 0),
        new RoomState(room("facilities", ""), 3, 3, 0, 0),
        new RoomState(room("helpdesk", ""), 40, 30, 10, 2),
        new RoomState(room("lobby", ""), 0, 0, 0, 0),
        new RoomState(room("random", ""), 250, 50, 200, 0));
  }

  private static User user(String name) {
    return new User(new UserId("u-" + name.replace(' ', '-')), name, Role.MEMBER);
  }

  private static User guest(String name) {
    return new User(new UserId("u-" + name.replace(' ', '-')), name, Role.GUEST);
  }

  private static Room room(String name, String topic) {
    return new Room(new RoomId("r-" + name), name, RoomKind.PUBLIC, topic);
  }

  @Override
  public Session open(ServerAddress address, String name, ClientListener told) {
    listener = told;
    return new Session(this, snapshot(), server);
  }

  @Override
  public Snapshot snapshot() {
    return new Snapshot(null, List.of(), outbox, Map.of(), null);
  }

  @Override
  public List<Event.RoomEvent> before(RoomId room, long seq, int limit) {
    List<Event.RoomEvent> kept = room.equals(GENERAL.id()) ? log : List.of();
    int to = (int) Math.min(kept.size(), seq - 1);
    return kept.subList(Math.max(0, to - limit), Math.max(0, to));
  }

  @Override
  public List<Event.RoomEvent> after(RoomId room, long seq, int limit) {
    List<Event.RoomEvent> kept = room.equals(GENERAL.id()) ? log : List.of();
    int from = (int) Math.min(kept.size(), seq);
    return kept.subList(from, Math.min(kept.size(), from + limit));
  }

  @Override
  public List<Outgoing> outbox(RoomId room) {
    return outbox.stream().filter(message -> message.room().equals(room)).toList();
  }

  @Override
  public void forgetLogin() {}

  @Override
  public void draft(RoomId room, String text) {}

  @Override
  public List<String> addresses() {
    return List.of("office-pc", "192.168.1.20:7071");
  }

  @Override
  public String name() {
    return "Ana Okafor";
  }

  @Override
  public boolean stayLoggedIn() {
    return false;
  }

  @Override
  public void loggedIn(String address, String name) {}

  @Override
  public void loggedOut() {}

  @Override
  public Optional<RoomId> lastRoom(String address) {
    return Optional.empty();
  }

  @Override
  public void lastRoom(String address, RoomId room) {}

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public void theme(Theme now) {
    theme = now;
  }
}
