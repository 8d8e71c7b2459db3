package chat.parley.client;

import chat.parley.model.Nonce;
import chat.parley.model.Role;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The people, rooms and sentences that the tests of the client talk about. */
final class Talk {
  static final User ANN = new User(new UserId("u-ann"), "Ann", Role.GUEST);
  static final User BEN = new User(new UserId("u-ben"), "Ben", Role.GUEST);
  static final RoomId LOBBY = new RoomId("r-lobby");
  static final RoomId KITCHEN = new RoomId("r-kitchen");
  static final Limits LIMITS = Limits.DEFAULT.withoutRates();

  /** Short enough for tests that let real time pass. */
  static final Timings QUICK =
      new Timings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(45),
          Duration.ofSeconds(20),
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofSeconds(3),
          Duration.ofMillis(20));

  private Talk() {}

  static ClientConfig config(ServerAddress server) {
    return new ClientConfig(
        server,
        null,
        "test",
        new Command.Auth.Guest("Ann"),
        Clock.systemUTC(),
        System::nanoTime,
        new Random(1),
        QUICK);
  }

  /** The usual timings, with time that stands still. */
  static ClientConfig config(ServerAddress server, FakeTime time) {
    return new ClientConfig(
        server,
        null,
        "test",
        new Command.Auth.Guest("Ann"),
        time,
        time,
        new Random(1),
        Timings.DEFAULT);
  }

  static RoomState room(RoomId id, long head) {
    return room(id, head, head, 0, 0);
  }

  static RoomState room(RoomId id, long head, long read, long unread, long mentions) {
    return new RoomState(
        new Room(id, id.value().substring(2), RoomKind.PUBLIC, ""), head, read, unread, mentions);
  }

  static Event.Welcome welcome(Command.Hello hello, RoomState... rooms) {
    return welcome(hello, "e1", LIMITS, rooms);
  }

  static Event.Welcome welcome(
      Command.Hello hello, String epoch, Limits limits, RoomState... rooms) {
    String token = hello.auth() instanceof Command.Auth.Guest ? "token-1" : null;
    return new Event.Welcome(
        hello.id(), epoch, ANN, token, new Event.ServerInfo("Test", "1", limits), List.of(rooms));
  }

  static Event.Message message(RoomId room, long seq) {
    return message(room, seq, BEN, "m" + seq, null);
  }

  static Event.Message message(
      RoomId room, long seq, User from, String body, @Nullable Nonce nonce) {
    return new Event.Message(room, seq, from.id(), from.name(), seq * 1000, body, List.of(), nonce);
  }

  static Event.RoomEvent[] messages(RoomId room, long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(seq -> message(room, seq))
        .toArray(Event.RoomEvent[]::new);
  }

  static Event.Ack ack(Command.Send send, long seq) {
    return new Event.Ack(send.id(), send.room(), send.nonce(), seq, seq * 1000);
  }

  /** Plays the log-in of a client up to the point where it is live. */
  static Command.Hello letIn(ScriptedServer.Peer peer, RoomState... rooms)
      throws InterruptedException {
    var hello = peer.expect(Command.Hello.class);
    peer.say(welcome(hello, rooms), new Event.CaughtUp());
    return hello;
  }
}
