package chat.parley.client;

import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Codec;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Malformed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from opening to end: {@code CONNECTING -> GREETING -> CATCHING_UP -> LIVE ->
 * over}, with a way to over from each. What the line hears is decoded on its reading thread;
 * everything else happens on the loop.
 */
final class Session implements WebSocketLine.Listener {
  /** Is told, on the loop, where the session is. */
  interface Owner {
    void moved(LinkState state);

    /** Called once, last. */
    void over(Ending ending);
  }

  private static final Logger log = LoggerFactory.getLogger(Session.class);

  private final ClientParts parts;
  private final ClientConfig config;
  private final Owner owner;
  private final WebSocketLine line;
  private final Heartbeat heartbeat;

  /** Read by the reading thread to drop what nobody waits for; written on the loop. */
  private volatile boolean over;

  private LinkState state = LinkState.CONNECTING;
  private boolean caughtUp;
  private long helloId;
  private Event.@Nullable Welcome welcome;
  private ClientLoop.@Nullable Timer welcomeDeadline;

  Session(ClientParts parts, Owner owner) {
    this.parts = parts;
    this.config = parts.config();
    this.owner = owner;
    Timings timings = config.timings();
    this.line =
        new WebSocketLine(
            new Approach(config.server(), timings.connect(), timings.handshake(), config.servers()),
            timings.handshake(),
            config.nanos(),
            this);
    this.heartbeat =
        new Heartbeat(
            timings.ping().toNanos(), timings.dead().toNanos(), config.nanos().getAsLong());
  }

  void start() {
    line.start();
  }

  /** Ends this session; nothing of it is heard afterwards. */
  void end(Ending ending) {
    if (over) {
      return;
    }
    over = true;
    if (welcomeDeadline != null) {
      welcomeDeadline.cancel();
    }
    if (ending.comeBack()) {
      line.cut();
    } else {
      line.close();
    }
    owner.over(ending);
  }

  @Override
  public void onSecrecy(Secrecy secrecy) {
    parts
        .loop()
        .post(
            () ->
                ifNotOver(
                    () -> {
                      parts.listener().onSecrecy(secrecy);
                      if (secrecy instanceof Secrecy.KeyChanged) {
                        end(Ending.strangersKey(config.server()));
                      }
                    }));
  }

  @Override
  public void onOpen() {
    parts.loop().post(() -> ifNotOver(this::greet));
  }

  @Override
  public void onText(String text) throws InterruptedException {
    if (over) {
      return;
    }
    try {
      Optional<Event> event = Codec.decodeEvent(text);
      if (event.isPresent()) {
        Event heard = event.get();
        parts.loop().frame(text.length(), () -> ifNotOver(() -> heard(heard)));
      }
    } catch (Malformed e) {
      log.warn("{} said something that cannot be read: {}", config.server(), e.sentence());
      String problem =
          config.server() + " sent something that this version of Parley does not understand.";
      parts.loop().post(() -> end(Ending.broken(problem)));
    }
  }

  @Override
  public void onClosed(WebSocketLine.Closed closed) {
    parts.loop().post(() -> end(Ending.closed(config.server(), closed)));
  }

  private void ifNotOver(Runnable task) {
    if (!over) {
      task.run();
    }
  }

  private void greet() {
    move(LinkState.GREETING);
    Journal.Login login = parts.journal().login();
    Duration within = config.timings().welcome();
    welcomeDeadline =
        parts
            .loop()
            .after(
                within.toNanos(),
                () -> end(Ending.broken(config.server() + " did not answer the log-in in time.")));
    parts.voice().use(line);
    helloId = parts.voice().nextId();
    parts.voice().say(hello(login));
    beat();
  }

  private Command.Hello hello(Journal.@Nullable Login login) {
    Command.Auth auth = parts.firstVisit().auth(login);
    return login == null
        ? new Command.Hello(helloId, Command.VERSION, config.agent(), auth, null, Map.of())
        : new Command.Hello(
            helloId,
            Command.VERSION,
            config.agent(),
            auth,
            login.epoch(),
            parts.journal().cursors(),
            parts.keeps().version());
  }

  private void beat() {
    if (over) {
      return;
    }
    long now = config.nanos().getAsLong();
    // What waits in the inbox was heard, however long ago.
    long heardAt = parts.loop().hasBacklog() ? now : line.heardAt();
    long saidAt = parts.voice().saidAt();
    switch (heartbeat.check(now, saidAt, heardAt)) {
      case DEAD -> {
        end(Ending.broken("Nothing was heard from " + config.server() + " for too long."));
        return;
      }
      case PING -> parts.voice().say(new Command.Ping(parts.voice().nextId()));
      case NOTHING -> {}
    }
    long next = heartbeat.nextCheck(now, parts.voice().saidAt(), heardAt);
    parts.loop().at(now + next, this::beat);
  }

  private void heard(Event event) {
    if (event instanceof Event.RoomEvent roomEvent) {
      parts.logs().arrived(roomEvent);
      return;
    }
    // What was applied so far happened before this.
    parts.logs().flush();
    switch (event) {
      case Event.Reply reply -> replied(reply);
      case Event.Passing passing -> {
        if (passing instanceof Event.PresenceChanged changed) {
          parts.book().present(changed);
        }
        parts.listener().onPassing(passing);
      }
      case Event.Control control -> controlled(control);
      case Event.RoomEvent _ -> throw new IllegalStateException("handled above");
    }
  }

  private void replied(Event.Reply reply) {
    switch (reply) {
      case Event.Welcome e -> welcomed(e);
      case Event.Failed e -> failed(e);
      case Event.Ack e -> parts.outbox().settled(e.nonce(), e.seq());
      case Event.Joined e -> {
        roomCame(e.room());
        parts.requests().arrived(e);
      }
      case Event.Left e -> {
        roomWent(e.room());
        parts.requests().arrived(e);
      }
      case Event.HistoryPage _,
          Event.RoomList _,
          Event.MemberList _,
          Event.PeopleList _,
          Event.EditList _,
          Event.Found _,
          Event.Mentioned _,
          Event.Hits _,
          Event.DeviceList _,
          Event.Pass _,
          Event.Oversight _,
          Event.Done _,
          Event.Pong _ ->
          parts.requests().arrived(reply);
    }
  }

  private void controlled(Event.Control control) {
    switch (control) {
      case Event.CaughtUp _ -> {
        caughtUp = true;
        parts.logs().caughtUp();
        goLiveWhenLevel();
      }
      case Event.Reset e -> reset(e.room());
      case Event.ReadMark e -> {
        if (parts.signals().confirmed(e.room(), e.seq())) {
          parts.book().marked(e);
        }
        parts.listener().onReadMark(e);
        parts.book().publish();
      }
      case Event.RoomAdded e -> roomCame(e.room());
      case Event.RoomRemoved e -> roomWent(e.room());
      case Event.KeptChanged e -> parts.keeps().arrived(e.kept());
      case Event.SelfChanged e -> becomes(e.user());
      case Event.NewToken e -> comesBackBy(e.token());
      case Event.Announced e -> parts.listener().onAnnounced(e);
      case Event.ServerChanged e -> {
        parts.outbox().limit(e.server().limits());
        parts.listener().onServer(e.server());
      }
      case Event.Reported e -> parts.listener().onReported(e);
      case Event.Expired e -> {
        parts.book().expired(e);
        parts.book().publish();
      }
      case Event.Muted e -> {
        parts.book().muted(e);
        parts.book().publish();
      }
    }
  }

  private void failed(Event.Failed refusal) {
    if (state == LinkState.GREETING) {
      end(Ending.refused(refusal));
    } else if (!parts.outbox().refused(refusal) && !parts.requests().arrived(refusal)) {
      // Such as a message that was put back into the queue meanwhile.
      log.debug("{} refused a command: {}", config.server(), refusal.code());
    }
  }

  private void welcomed(Event.Welcome said) {
    if (state != LinkState.GREETING) {
      return;
    }
    if (welcomeDeadline != null) {
      welcomeDeadline.cancel();
    }
    Journal journal = parts.journal();
    Journal.Login before = journal.login();
    String token = said.token() != null ? said.token() : before == null ? null : before.token();
    if (token == null) {
      String problem = config.server() + " let us in without a key to come back; update it.";
      end(new Ending(false, problem, ErrorCode.UNSUPPORTED, 0));
      return;
    }
    boolean sameHistory = before != null && before.epoch().equals(said.epoch());
    if (before != null && !sameHistory && wasLedToAnother()) {
      return;
    }
    welcome = said;
    parts.firstVisit().over();
    KnownServers servers = config.servers();
    if (servers != null) {
      servers.hasHistory(config.server(), said.epoch());
    }
    List<RoomId> stale = sameHistory ? List.of() : List.copyOf(journal.cursors().keySet());
    // Before the new epoch is kept: after a crash in between, the cursors must still look old.
    stale.forEach(journal::reset);
    journal.loggedIn(new Journal.Login(said.epoch(), token, said.user()));
    journal.rooms(said.rooms());
    parts.book().welcome(said.user().id(), said.rooms());
    parts.logs().welcome(said.rooms(), said.server().limits().historyEvents());
    parts.signals().welcome(said.rooms());
    parts.keeps().welcome(sameHistory);
    parts.requests().open();
    parts.listener().onWelcome(said);
    stale.forEach(parts.listener()::onReset);
    move(LinkState.CATCHING_UP);
  }

  /** Servers may share a key; one that went on to another one's history would lose what is here. */
  private boolean wasLedToAnother() {
    KnownServers servers = config.servers();
    if (servers == null || !servers.isAnother(config.server())) {
      return false;
    }
    end(Ending.broken(config.server() + " is not where it was said to be."));
    return true;
  }

  private void becomes(User user) {
    Journal journal = parts.journal();
    Journal.Login login = journal.login();
    if (login != null) {
      journal.loggedIn(new Journal.Login(login.epoch(), login.token(), user));
    }
    parts.listener().onSelf(user);
  }

  private void comesBackBy(String token) {
    Journal journal = parts.journal();
    Journal.Login login = journal.login();
    if (login != null) {
      journal.loggedIn(new Journal.Login(login.epoch(), token, login.user()));
    }
  }

  private void reset(RoomId room) {
    parts.logs().reset(room);
    parts.listener().onReset(room);
  }

  /** All that was missing has been applied. */
  void goLiveWhenLevel() {
    if (state == LinkState.CATCHING_UP && caughtUp && welcome != null && parts.logs().isLevel()) {
      parts.logs().flush();
      move(LinkState.LIVE);
      parts.outbox().live(welcome.server().limits());
      parts.signals().live();
      parts.keeps().live(welcome.server().limits());
    }
  }

  private void roomCame(RoomState room) {
    parts.book().put(room);
    parts.logs().add(room);
    parts.book().publish();
  }

  private void roomWent(RoomId room) {
    parts.book().remove(room);
    parts.logs().remove(room);
    parts.signals().forget(room);
    parts.journal().roomRemoved(room);
    parts.listener().onRoomRemoved(room);
  }

  private void move(LinkState next) {
    state = next;
    owner.moved(next);
  }
}
