package chat.parley.server.command;

import chat.parley.model.Names;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.CloseCode;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.server.access.NameKey;
import chat.parley.server.access.Secrets;
import chat.parley.server.session.Rates;
import chat.parley.server.session.Session;
import chat.parley.server.store.Store;
import chat.parley.server.store.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logs in, tells the rooms, and sends what was missed. */
final class HelloHandler {
  private final House house;

  HelloHandler(House house) {
    this.house = house;
  }

  void handle(Session session, Command.Hello hello) throws Refusal, Hangup {
    Entry entry = enter(session, hello);
    User user = entry.login().user();
    session.loggedIn(user, entry.login().device());
    if (!house.rooms().arrive(user, session)) {
      throw new Hangup(CloseCode.TOO_MANY, "You have too many connections open.");
    }
    listen(user);
    // Read only now: what is committed after this reaches the session as live events.
    List<RoomState> rooms = house.store().roomsOf(user.id());
    session.reply(
        new Event.Welcome(
            hello.id(), house.store().epoch(), user, entry.newToken(), house.server(), rooms));
    sendMissed(session, hello, rooms);
    session.reply(new Event.CaughtUp());
    session.live();
  }

  /**
   * @param newToken null when the device came with one
   */
  private record Entry(Write.Login login, @Nullable String newToken) {}

  private Entry enter(Session session, Command.Hello hello) throws Refusal {
    return switch (hello.auth()) {
      case Command.Auth.Guest guest -> newGuest(session, guest.name(), hello.agent());
      case Command.Auth.Token token ->
          new Entry(
              house
                  .store()
                  .findLogin(Secrets.hash(token.token()))
                  .orElseThrow(
                      () ->
                          new Refusal(
                              ErrorCode.BAD_TOKEN,
                              "This server does not know this device any more. Please enter your"
                                  + " name again.")),
              null);
    };
  }

  private Entry newGuest(Session session, String rawName, String agent) throws Refusal {
    String name = Names.clean(rawName);
    var problem = Names.problemWithUser(name);
    if (problem.isPresent()) {
      throw new Refusal(ErrorCode.BAD_NAME, problem.get());
    }
    String key = NameKey.of(name);
    if (NameKey.isReserved(key)) {
      throw new Refusal(ErrorCode.NAME_TAKEN, "That name is kept for the server. Choose another.");
    }
    house.requireRate(Rates.Kind.GUESTS, session.address());
    String token = house.secrets().token();
    var user = new User(house.secrets().userId(), name, Role.GUEST);
    Write.Login login =
        house.write(
            new Write.AddGuest(user, key, house.secrets().deviceId(), Secrets.hash(token), agent));
    return new Entry(login, token);
  }

  /** Makes this person's connections hear all rooms they are a member of. */
  private void listen(User user) {
    long changes;
    List<RoomId> memberships;
    do {
      changes = house.rooms().changesOf(user.id());
      memberships =
          house.store().roomsOf(user.id()).stream().map(state -> state.room().id()).toList();
    } while (!house.rooms().hear(user.id(), memberships, changes));
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
