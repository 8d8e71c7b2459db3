package chat.parley.server.command;

import chat.parley.model.Kept;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.server.session.Session;
import chat.parley.server.store.Overview;
import chat.parley.server.store.Rules;
import chat.parley.server.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Logs in, tells the rooms, and sends what was missed. */
final class HelloHandler {
  private static final int KEPT_PAGE = 100;

  private final House house;
  private final LogIn logIn;

  HelloHandler(House house) {
    this.house = house;
    this.logIn = new LogIn(house);
  }

  void handle(Session session, Command.Hello hello) throws Refusal, Hangup {
    LogIn.Entry entry = logIn.enter(session, hello);
    User user = entry.login().user();
    session.loggedIn(user, entry.login().device());
    if (!house.rooms().arrive(user, session)) {
      throw new Hangup(CloseCode.TOO_MANY, "You have too many connections open.");
    }
    // What was decided before this is seen here; what is decided later reaches this session too.
    User now =
        entry
            .stillIn()
            .user()
            .orElseThrow(() -> new Hangup(CloseCode.FORBIDDEN, "You may not be here any more."));
    if (!now.equals(user)) {
      house.rooms().become(now);
    }
    listen(now);
    // Read only now: what is committed after this reaches the session as live events.
    List<RoomState> rooms = house.store().roomsOf(now.id());
    session.reply(
        new Event.Welcome(
            hello.id(), house.store().epoch(), now, entry.newToken(), house.server(), rooms));
    sendKept(session, hello);
    sendMissed(session, hello, rooms);
    sendWaiting(session, rooms);
    house.sign().announced(house.clock().millis()).ifPresent(session::reply);
    session.reply(new Event.CaughtUp());
    session.live();
  }

  /** How many reports wait, for who sees them. */
  private void sendWaiting(Session session, List<RoomState> rooms) {
    boolean all = house.access().check(session.user(), Rules.ServerDeed.SEE_REPORTS).isEmpty();
    if (all || rooms.stream().anyMatch(room -> room.rank() != Rank.MEMBER)) {
      Overview.Scope scope = all ? new Overview.Scope.Everything() : new Overview.Scope.Moderated();
      house.store().overview().waiting(session.user().id(), scope).forEach(session::reply);
    }
  }

  /** Makes this person's connections hear all rooms they are a member of. */
  private void listen(User user) {
    long changes;
    List<RoomId> memberships;
    Status status;
    do {
      changes = house.rooms().changesOf(user.id());
      memberships =
          house.store().roomsOf(user.id()).stream().map(state -> state.room().id()).toList();
      status = house.store().statusOf(user.id()).orElse(null);
    } while (!house.rooms().hear(user.id(), memberships, status, changes));
  }

  /** What this person keeps and this client does not have; all of it after another history. */
  private void sendKept(Session session, Command.Hello hello) {
    long after = house.store().epoch().equals(hello.epoch()) ? hello.kept() : 0;
    List<Kept> page;
    do {
      page = house.store().kept(session.user().id(), after, KEPT_PAGE);
      for (Kept kept : page) {
        session.awaitTaken();
        session.reply(new Event.KeptChanged(kept));
        after = kept.version();
      }
    } while (page.size() == KEPT_PAGE);
  }

  private void sendMissed(Session session, Command.Hello hello, List<RoomState> rooms) {
    Map<RoomId, Long> heads = new HashMap<>();
    rooms.forEach(state -> heads.put(state.room().id(), state.head()));
    boolean sameHistory = house.store().epoch().equals(hello.epoch());
    hello
        .cursors()
        .forEach(
            (room, cursor) -> {
              Long head = heads.get(room);
              if (head == null) {
                return;
              }
              if (!sameHistory || cursor > head) {
                session.reply(new Event.Reset(room));
              } else if (cursor < head) {
                sendMissed(session, room, cursor);
              }
            });
  }

  /** At most one page; a client sees from the head that there is more, and asks. */
  private void sendMissed(Session session, RoomId room, long cursor) {
    int limit = house.server().limits().historyEvents();
    Store.Page page =
        house.store().page(room, new Command.Span.After(cursor), limit, session.user().id());
    for (var event : page.events()) {
      // A page of long texts is more than an outbox holds.
      session.awaitTaken();
      session.reply(event);
    }
  }
}
