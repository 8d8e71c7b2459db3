package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Door;
import chat.parley.model.Nonce;
import chat.parley.model.Role;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;

/** A server with an owner, and words for what people do there. */
final class Team implements AutoCloseable {
  static final String SECRET = "correct horse battery";

  /** How people come in. */
  enum Way {
    SOCKET,
    STREAM
  }

  private final Path data;
  private final Way way;
  private final boolean rates;
  private ParleyServer server;
  private final List<Guest> guests = new ArrayList<>();

  Team(Path data) throws StartFailure {
    this(data, Way.SOCKET);
  }

  Team(Path data, Way way) throws StartFailure {
    this(data, way, false);
  }

  private Team(Path data, Way way, boolean rates) throws StartFailure {
    this.data = data;
    this.way = way;
    this.rates = rates;
    server = start();
  }

  /** One that is held to rates, which most tests would meet. */
  static Team withRates(Path data) throws StartFailure {
    return new Team(data, Way.SOCKET, true);
  }

  private ParleyServer start() throws StartFailure {
    return ParleyServer.start(
        new ServerConfig(
            "127.0.0.1", 0, data, "Test server", Door.GUESTS, rates, new Encryption.Off()));
  }

  int port() {
    return server.port();
  }

  void restart() throws StartFailure {
    restart(() -> {});
  }

  /**
   * @param meanwhile what happens to the data while no server runs on it
   */
  void restart(Runnable meanwhile) throws StartFailure {
    server.close();
    meanwhile.run();
    server = start();
  }

  /** The one who set the server up; once. */
  Guest owner(String name) {
    return in(new Command.Auth.SetUp(name, SECRET, server.setUpCode().orElseThrow()));
  }

  /** Somebody to whom the owner gave another role; whoever runs the server has a password. */
  Guest ofRole(Guest owner, String name, Role role) {
    Guest guest = role.compareTo(Role.ADMIN) < 0 ? guest(name) : account(name);
    if (role != guest.welcome().user().role()) {
      done(owner, id -> new Command.SetRole(id, id(guest), role));
      guest.await(Event.SelfChanged.class);
    }
    return guest;
  }

  /** A member with a password. */
  Guest account(String name) {
    return in(new Command.Auth.Register(name, SECRET, null));
  }

  Guest guest(String name) {
    return in(new Command.Auth.Guest(name));
  }

  Guest in(Command.Auth auth) {
    Guest guest = connect();
    guest.hello(auth, null, Map.of());
    guest.until(Event.CaughtUp.class);
    return guest;
  }

  Guest connect() {
    Guest guest =
        switch (way) {
          case SOCKET -> Guest.connect(server.port());
          case STREAM -> Guest.byStream(server.port());
        };
    guests.add(guest);
    return guest;
  }

  /** A log-in that is refused. */
  Event.Failed refused(Command.Auth auth) {
    Guest guest = connect();
    guest.say(new Command.Hello(1, Command.VERSION, "test", auth, null, Map.of()));
    Event.Failed failed = guest.await(Event.Failed.class);
    guest.close();
    return failed;
  }

  @Override
  public void close() {
    guests.forEach(Guest::close);
    server.close();
  }

  static UserId id(Guest guest) {
    return guest.welcome().user().id();
  }

  static String token(Guest guest) {
    return Objects.requireNonNull(guest.welcome().token());
  }

  static long say(Guest guest, RoomId room, String body) {
    long id = guest.nextId();
    guest.say(new Command.Send(id, room, Nonce.fresh(), body));
    return guest.expect(Event.Ack.class, id).seq();
  }

  static void done(Guest guest, LongFunction<Command> command) {
    answer(guest, Event.Done.class, command);
  }

  static <T extends Event.Reply> T answer(
      Guest guest, Class<T> kind, LongFunction<Command> command) {
    long id = guest.nextId();
    guest.say(command.apply(id));
    return guest.expect(kind, id);
  }

  static Event.Failed failed(Guest guest, ErrorCode code, LongFunction<Command> command) {
    Event.Failed failed = answer(guest, Event.Failed.class, command);
    assertThat(failed.code()).as(failed.message()).isEqualTo(code);
    return failed;
  }
}
