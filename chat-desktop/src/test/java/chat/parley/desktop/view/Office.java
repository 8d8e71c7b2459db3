package chat.parley.desktop.view;

import chat.parley.client.ClientListener;
import chat.parley.client.Invitation;
import chat.parley.client.Link;
import chat.parley.client.LinkState;
import chat.parley.client.Outgoing;
import chat.parley.client.Secrecy;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakeOutlet;
import chat.parley.desktop.testing.FakeServer;
import chat.parley.desktop.testing.FakeStart;
import chat.parley.desktop.testing.Fitting;
import chat.parley.desktop.viewmodel.Account;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.Preferences;
import chat.parley.desktop.viewmodel.ServerModel;
import chat.parley.desktop.viewmodel.SystemSettings;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.desktop.viewmodel.alerts.AlertSettings;
import chat.parley.desktop.viewmodel.emoji.SkinTone;
import chat.parley.desktop.viewmodel.outside.Archive;
import chat.parley.desktop.viewmodel.outside.Sessions;
import chat.parley.model.Kept;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomListing;
import chat.parley.model.RoomState;
import chat.parley.model.SearchWords;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * A small office on one server, for pictures and for tests: 9 October 2025, 10:34 in the morning.
 */
final class Office implements Sessions, Archive, Preferences {
  static final User ANA = user("Ana Okafor");
  static final Room GENERAL = room("general", "Everyone on floor 2");

  /** Whether I was on a server before. */
  boolean met = true;

  /** Who sits at this computer. */
  User me = ANA;

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  final FakeFx fx = new FakeFx();
  final FakeServer server = new FakeServer();
  final List<Event.RoomEvent> log = new ArrayList<>();
  final List<Outgoing> outbox = new ArrayList<>();
  final List<Account> accounts = new ArrayList<>();
  final AppModel app;
  List<String> recentEmoji = List.of();
  SkinTone skinTone = SkinTone.NONE;
  long read = Long.MAX_VALUE;
  boolean unreadable;

  /** The oldest seq that the app still has of a room; what is older only the server knows. */
  long keptFrom = 1;

  /** Rooms besides the usual ones. */
  final List<RoomState> more = new ArrayList<>();

  /** What Ana keeps, by key. */
  final Map<String, String> kept = new LinkedHashMap<>();

  ClientListener listener;

  private final long today;

  Office() {
    fx.pass(Duration.ofMinutes(101));
    today = fx.millis() / DAY * DAY;
    app = new AppModel(this, this, fx.surroundings());
    offerSettings();
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

  private void offerSettings() {
    var system = new SystemSettings(true, _ -> {}, new FakeStart(), fx);
    system.foundTray(true);
    app.offer(
        new AlertSettings(AlertPreferences.USUAL, _ -> {}, new FakeOutlet(), app.toasts()::add),
        system,
        null);
  }

  Clock clock() {
    return fx.withZone(ZoneOffset.UTC);
  }

  /** The server on the screen. */
  ServerModel home() {
    return app.selectedProperty().get();
  }

  /** The first screen. */
  void open() {
    app.start(null, null);
    fx.settle();
  }

  /** Ana looks at another window. */
  void leaves() {
    home().timelineProperty().get().atBottom(false);
  }

  /** The server knows that Ana has read everything. */
  void readAll() {
    listener.onRoom(new RoomState(GENERAL, log.size(), log.size(), 0, 0));
    fx.settle();
  }

  /** The server knows that Ana has read all of that room. */
  void allRead(RoomState room) {
    listener.onRoom(new RoomState(room.room(), room.head(), room.head(), 0, 0));
    fx.settle();
  }

  /** How the connection is. */
  void tell(Secrecy secrecy) {
    listener.onSecrecy(secrecy);
    fx.settle();
  }

  void typing(String name) {
    User from = user(name);
    listener.onPassing(new Event.Typing(GENERAL.id(), from.id(), from.name()));
    fx.settle();
  }

  /** Comes in and is connected, with the rooms of the office. */
  void enter() {
    app.start("office-pc", me.name());
    fx.settle();
    listener.onWelcome(
        new Event.Welcome(
            1,
            "e1",
            me,
            null,
            new Event.ServerInfo("Floor 2 office", "0.1.0", Limits.DEFAULT),
            rooms()));
    kept.forEach((key, value) -> listener.onKept(new Kept(key, value, 1)));
    fx.settle();
    link(LinkState.LIVE);
    home().rooms().openByName(GENERAL.name(), false);
    fx.settle();
  }

  /** Comes to a second server too, where three messages wait, and goes back to the first. */
  void enterLab() {
    enterLab(new RoomState(room("samples", ""), 12, 9, 3, 1));
  }

  void enterLab(RoomState... rooms) {
    ServerModel office = home();
    ClientListener told = listener;
    app.addServer();
    app.login().addressProperty().set("lab-pc");
    app.login().submit();
    fx.settle();
    listener.onWelcome(
        new Event.Welcome(
            1,
            "e2",
            ANA,
            null,
            new Event.ServerInfo("Lab", "0.1.0", Limits.DEFAULT),
            List.of(rooms)));
    fx.settle();
    link(LinkState.LIVE);
    listener = told;
    app.selectedProperty().set(office);
    fx.settle();
  }

  void link(LinkState state) {
    link(Link.of(state));
  }

  void link(Link link) {
    listener.onLink(link);
    fx.settle();
  }

  /** Things that were said before anybody came in, one a line: "9:02 Bruno Silva: Morning all". */
  void said(int daysAgo, String lines) {
    saidIn(GENERAL.id(), daysAgo, lines);
  }

  /** The same in another room. */
  void saidIn(RoomId room, int daysAgo, String lines) {
    List<Event.RoomEvent> there = server.logs.computeIfAbsent(room, _ -> new ArrayList<>());
    for (String line : lines.strip().lines().toList()) {
      there.add(message(room, there.size() + 1, daysAgo, line.strip()));
    }
  }

  /** Something is said now that everybody is in, and counted until it is read. */
  void says(String line) {
    Event.Message message = message(GENERAL.id(), log.size() + 1, 0, line);
    log.add(message);
    if (message.from().equals(ANA.id())) {
      server.read.put(GENERAL.id(), message.seq());
    }
    listener.onEvents(GENERAL.id(), List.of(message));
    RoomState told = counted();
    listener.onRoom(told);
    fx.settle();
    if (!counted().equals(told)) {
      listener.onRoom(counted());
      fx.settle();
    }
  }

  /** The numbers as the client has them. */
  private RoomState counted() {
    long seen = server.read.getOrDefault(GENERAL.id(), 0L);
    List<Event.Message> unread =
        log.stream()
            .filter(event -> event.seq() > seen)
            .filter(Event.Message.class::isInstance)
            .map(Event.Message.class::cast)
            .filter(message -> !message.from().equals(ANA.id()))
            .toList();
    long mentions = unread.stream().filter(message -> message.isFor(ANA.id())).count();
    return new RoomState(GENERAL, log.size(), seen, unread.size(), mentions);
  }

  /** Puts a message in place of one that was said, by its seq. */
  void becomes(long seq, UnaryOperator<Event.Message> change) {
    log.set((int) seq - 1, change.apply((Event.Message) log.get((int) seq - 1)));
  }

  /** Something happens now that is part of the log. */
  void happens(LongFunction<Event.RoomEvent> event) {
    Event.RoomEvent now = event.apply(log.size() + 1);
    log.add(now);
    listener.onEvents(GENERAL.id(), List.of(now));
    fx.settle();
  }

  void keeps(String key, String value) {
    listener.onKept(new Kept(key, value, 1));
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

  /** All that waits of Ana's is with the server now. */
  void arrive() {
    for (Outgoing waiting : List.copyOf(outbox)) {
      long seq = log.size() + 1;
      log.add(
          new Event.Message(
              GENERAL.id(),
              seq,
              ANA.id(),
              ANA.name(),
              waiting.queuedAt(),
              waiting.body(),
              List.of(),
              waiting.nonce()));
      outbox.remove(waiting);
      listener.onOutgoing(
          new Outgoing(
              GENERAL.id(),
              waiting.nonce(),
              waiting.body(),
              waiting.queuedAt(),
              Outgoing.State.SENT,
              null,
              seq));
      listener.onEvents(GENERAL.id(), List.of(log.getLast()));
    }
    fx.settle();
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

  private Event.Message message(RoomId room, long seq, int daysAgo, String line) {
    String[] timeAndRest = line.split(" ", 2);
    String[] nameAndBody = timeAndRest[1].split(": ", 2);
    User from = user(nameAndBody[0]);
    String body = nameAndBody[1].replace("\\n", "\n");
    List<UserId> mentions = body.contains("@Ana Okafor") ? List.of(ANA.id()) : List.of();
    long at = at(daysAgo, timeAndRest[0]);
    return new Event.Message(room, seq, from.id(), from.name(), at, body, mentions, null);
  }

  long at(int daysAgo, String time) {
    String[] parts = time.split(":");
    long minutes = Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
    return today - daysAgo * DAY + minutes * MINUTE;
  }

  private List<RoomState> rooms() {
    long head = unreadable ? 40 : log.size();
    long seen = Math.min(read, head);
    server.read.put(GENERAL.id(), seen);
    var rooms = new ArrayList<>(more);
    rooms.addAll(usualRooms(head, seen));
    return rooms;
  }

  private static List<RoomState> usualRooms(long head, long seen) {
    return List.of(
        new RoomState(GENERAL, head, seen, head - seen, 0),
        new RoomState(room("design", ""), 9, 4, 5, 0),
        new RoomState(room("facilities", ""), 3, 3, 0, 0),
        new RoomState(room("helpdesk", ""), 40, 30, 10, 2),
        new RoomState(room("lobby", ""), 0, 0, 0, 0),
        new RoomState(room("random", ""), 250, 50, 200, 0));
  }

  /** A conversation of Ana with these people. */
  static RoomState direct(long unread, String... names) {
    return direct(20, unread, names);
  }

  /**
   * @param head how much was said in it
   */
  static RoomState direct(long head, long unread, String... names) {
    List<User> with = Arrays.stream(names).map(Office::user).toList();
    RoomId id = new RoomId("r-" + ascii(String.join("-", names)));
    Room room = new Room(id, "", RoomKind.DIRECT, "");
    return new RoomState(room, head, head - unread, unread, 0, Rank.MEMBER, with);
  }

  static User user(String name) {
    return new User(new UserId("u-" + ascii(name)), name, Role.MEMBER);
  }

  /** Names in other letters, in letters that ids may have. */
  private static String ascii(String name) {
    boolean plain = name.chars().allMatch(c -> c < 0x80);
    return plain ? name.replace(' ', '-') : Integer.toHexString(name.hashCode());
  }

  static User guest(String name) {
    return new User(new UserId("u-" + name.replace(' ', '-')), name, Role.GUEST);
  }

  static Room room(String name, String topic) {
    return new Room(new RoomId("r-" + name.replace(' ', '-')), name, RoomKind.PUBLIC, topic);
  }

  @Override
  public Session open(Invitation address, String name, Command.Auth auth, ClientListener told) {
    listener = told;
    return new Session(this, snapshot(), server);
  }

  @Override
  public Snapshot snapshot() {
    return new Snapshot(null, List.of(), outbox, List.of(), null);
  }

  @Override
  public List<Event.RoomEvent> before(RoomId room, long seq, int limit) {
    List<Event.RoomEvent> kept = server.logs.getOrDefault(room, List.of());
    int to = (int) Math.min(kept.size(), seq - 1);
    int from = (int) Math.max(to - limit, keptFrom - 1);
    return from < to ? kept.subList(from, to) : List.of();
  }

  @Override
  public List<Event.RoomEvent> after(RoomId room, long seq, int limit) {
    List<Event.RoomEvent> kept = server.logs.getOrDefault(room, List.of());
    int from = (int) Math.min(kept.size(), seq);
    return kept.subList(from, Math.min(kept.size(), from + limit));
  }

  @Override
  public Event.Hits search(SearchWords words, Command.Narrow narrow, long before, int limit) {
    return Fitting.page(server.logs, words, narrow, before, limit);
  }

  @Override
  public Map<UserId, String> authors() {
    return Fitting.authors(server.logs);
  }

  @Override
  public List<Outgoing> outbox(RoomId room) {
    return outbox.stream().filter(message -> message.room().equals(room)).toList();
  }

  @Override
  public void forgetLogin() {}

  @Override
  public List<String> addresses() {
    return met ? List.of("office-pc", "192.168.1.20:7071") : List.of();
  }

  @Override
  public String name() {
    return "Ana Okafor";
  }

  @Override
  public List<Account> accounts() {
    return accounts;
  }

  @Override
  public void loggedIn(Account account) {
    accounts.add(account);
  }

  @Override
  public void loggedOut(Account account) {
    accounts.remove(account);
  }

  @Override
  public Account account(String address, String name) {
    return new Account(address, name);
  }

  @Override
  public void renamed(Account before, Account now) {
    accounts.replaceAll(account -> account.isSame(before) ? now : account);
  }

  @Override
  public Account lastAccount() {
    return null;
  }

  @Override
  public void lastAccount(Account account) {}

  @Override
  public Optional<RoomId> lastRoom(String address) {
    return Optional.empty();
  }

  @Override
  public void lastRoom(String address, RoomId room) {}

  @Override
  public Optional<String> choice(String key) {
    return Optional.empty();
  }

  @Override
  public List<String> recentEmoji() {
    return recentEmoji;
  }

  @Override
  public void recentEmoji(List<String> shortNames) {
    recentEmoji = List.copyOf(shortNames);
  }

  @Override
  public SkinTone skinTone() {
    return skinTone;
  }

  @Override
  public void skinTone(SkinTone now) {
    skinTone = now;
  }

  @Override
  public void choose(String key, String value) {}
}
