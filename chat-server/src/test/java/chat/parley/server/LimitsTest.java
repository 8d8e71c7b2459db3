package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.Status;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import chat.parley.protocol.Limits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How far one client gets over a real socket, and what it is told there. */
class LimitsTest {
  private static final int ROUND = 20;
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** Fewer than a connection may say at all. */
  private static final int MOST_ROUNDS = 25;

  /**
   * @param burst how many go through at once
   */
  private record Flood(String what, int burst, BiFunction<Long, RoomId, Command> said) {
    @Override
    public String toString() {
      return what;
    }
  }

  static final List<Flood> FLOODS =
      List.of(
          new Flood(
              "messages", 10, (id, room) -> new Command.Send(id, room, Nonce.fresh(), "flood")),
          new Flood(
              "joins",
              30,
              (id, _) -> new Command.Join(id, new Command.Place.ByName("kitchen", true))),
          new Flood(
              "joins and leaves",
              30,
              (id, room) ->
                  id % 2 == 0
                      ? new Command.Leave(id, room)
                      : new Command.Join(id, new Command.Place.ById(room))),
          new Flood("lists of rooms", 30, (id, _) -> new Command.Rooms(id)),
          new Flood(
              "pages of history",
              60,
              (id, room) -> new Command.History(id, room, new Command.Span.After(0), 1)),
          new Flood(
              "searches", 30, (id, _) -> new Command.Search(id, "tea", Command.Narrow.NOT, 0, 1)),
          new Flood("marks of reading", 30, (_, room) -> new Command.Read(room, 1)),
          new Flood(
              "statuses", 20, (id, _) -> new Command.SetStatus(id, new Status("", "at lunch", 0))),
          new Flood("presences", 10, (_, _) -> new Command.SetPresence(Presence.AWAY)),
          new Flood("passes", 20, (id, _) -> new Command.Renew(id)));

  @TempDir static Path data;

  private static ParleyServer server;

  @BeforeAll
  static void start() throws StartFailure {
    server = start(data, true);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @FieldSource("FLOODS")
  void isRefusedWhenItFloodsWithAndStaysConnected(Flood flood) {
    try (Guest ann = Guest.named(server.port(), "Flooder " + FLOODS.indexOf(flood))) {
      RoomId room = ann.join("kitchen").room().id();
      int said = 0;
      List<Event.Failed> refused = List.of();
      for (int round = 0; round < MOST_ROUNDS && refused.isEmpty(); round++) {
        for (int i = 0; i < ROUND; i++) {
          ann.say(flood.said().apply(ann.nextId(), room));
        }
        said += ROUND;
        refused = refusals(ann);
      }
      assertThat(refused).as("after " + said).isNotEmpty();
      assertThat(refused.getFirst().code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(refused.getFirst().retryMs()).isPositive();
      // The join before took one of the bucket of joins.
      assertThat(said - refused.size()).isGreaterThanOrEqualTo(flood.burst() - 1);
      ann.soFar();
    }
  }

  private static List<Event.Failed> refusals(Guest guest) {
    return guest.soFar().stream()
        .filter(Event.Failed.class::isInstance)
        .map(Event.Failed.class::cast)
        .toList();
  }

  @Test
  void whoIsNotInARoomLearnsNothingOfItsRateAndTakesNothingFromIt() {
    try (Guest ann = Guest.named(server.port(), "Keeper");
        Crowd strangers = new Crowd(12)) {
      RoomId room =
          Team.answer(
                  ann,
                  Event.Joined.class,
                  id -> new Command.CreateRoom(id, "den", RoomKind.PRIVATE, "", List.of()))
              .room()
              .room()
              .id();
      assertThat(strangers.sayAll(room))
          .hasSize(12 * Crowd.SENDS)
          .allSatisfy(
              no -> {
                assertThat(no.code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
                assertThat(no.retryMs()).isZero();
              });
      Team.say(ann, room, "undisturbed");
    }
  }

  @Test
  void whoOnlyReadsInARoomTakesNothingFromItsRate() {
    try (Guest ann = Guest.named(server.port(), "Speaker");
        Crowd readers = new Crowd(12)) {
      RoomId room = ann.join("auditorium").room().id();
      for (Guest reader : readers.guests) {
        reader.join("auditorium");
        Team.done(ann, id -> new Command.SetRank(id, room, Team.id(reader), Rank.READER));
      }
      assertThat(readers.sayAll(room))
          .hasSize(12 * Crowd.SENDS)
          .allMatch(no -> no.code() == ErrorCode.FORBIDDEN);
      Team.say(ann, room, "to all of you");
    }
  }

  /** People who together say more than one room takes, though none says more than one may. */
  private static final class Crowd implements AutoCloseable {
    static final int SENDS = 9;

    final List<Guest> guests;

    Crowd(int size) {
      guests =
          IntStream.range(0, size)
              .mapToObj(i -> Guest.named(server.port(), "Crowd " + NAMES.incrementAndGet()))
              .toList();
    }

    /** How all that they say is refused. */
    List<Event.Failed> sayAll(RoomId room) {
      for (Guest guest : guests) {
        for (int i = 0; i < SENDS; i++) {
          guest.say(new Command.Send(guest.nextId(), room, Nonce.fresh(), "me too"));
        }
      }
      return guests.stream()
          .flatMap(guest -> guest.answers(SENDS).stream())
          .filter(Event.Failed.class::isInstance)
          .map(Event.Failed.class::cast)
          .toList();
    }

    @Override
    public void close() {
      guests.forEach(Guest::close);
    }
  }

  @Test
  void typingTooMuchIsDroppedWithoutAWord() {
    try (Guest ann = Guest.named(server.port(), "Typist");
        Guest ben = Guest.named(server.port(), "Reader")) {
      RoomId room = ann.join("study").room().id();
      ben.join("study");
      for (int i = 0; i < 100; i++) {
        ann.say(new Command.Typing(room));
      }
      assertThat(refusals(ann)).isEmpty();
      ann.say(new Command.Send(ann.nextId(), room, Nonce.fresh(), "typed"));
      assertThat(ben.until(Event.Message.class).stream().filter(Event.Typing.class::isInstance))
          .hasSizeBetween(5, 20);
    }
  }

  @Test
  void aMessageThatIsTooLongIsRefusedAndOneThatIsJustRightIsNot() {
    try (Guest ann = Guest.named(server.port(), "Writer")) {
      RoomId room = ann.join("library").room().id();
      int most = ann.welcome().server().limits().bodyChars();
      ann.say(new Command.Send(101, room, Nonce.fresh(), "\u20ac".repeat(most)));
      ann.expect(Event.Ack.class, 101);
      ann.say(new Command.Send(102, room, Nonce.fresh(), "x".repeat(most + 1)));
      assertThat(ann.expect(Event.Failed.class, 102).code()).isEqualTo(ErrorCode.TOO_BIG);
      ann.soFar();
    }
  }

  @Test
  void aFrameThatIsTooLongEndsTheConnectionAndOneThatIsJustRightDoesNot() {
    try (Guest ann = Guest.named(server.port(), "Talker")) {
      int most = ann.welcome().server().limits().frameBytes();
      ann.sayText("x".repeat(most));
      assertThat(ann.await(Event.Failed.class).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
      ann.soFar();
      ann.sayText("x".repeat(most + 1));
      assertThat(ann.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void whoAsksTooMuchByHttpIsToldWhenToComeBack() throws Exception {
    try (Guest ann = Guest.named(server.port(), "Loader");
        HttpClient http = HttpClient.newHttpClient()) {
      ann.say(new Command.Renew(ann.nextId()));
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.port() + "/files/" + "f".repeat(22)))
              .header("Authorization", "Bearer " + ann.await(Event.Pass.class).token())
              .build();
      var answers = new ArrayList<HttpResponse<String>>();
      while (answers.size() < 2_000 && answers.stream().allMatch(a -> a.statusCode() == 404)) {
        answers.addAll(
            Stream.generate(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .limit(ROUND)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList());
      }
      HttpResponse<String> answer =
          answers.stream().filter(a -> a.statusCode() != 404).findFirst().orElseThrow();
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
      assertThat(answer.body()).contains("rate_limited");
      assertThat(answers.size()).isGreaterThan(120);
      ann.soFar();
    }
  }

  @Test
  void whoGuessesPasswordsIsToldToWait(@TempDir Path folder) throws StartFailure {
    try (ParleyServer other = start(folder, true);
        Guest owner = Guest.connect(other.port())) {
      String secret = Team.SECRET;
      owner.hello(
          new Command.Auth.SetUp("Cleo", secret, other.setUpCode().orElseThrow()), null, Map.of());
      var codes = new ArrayList<ErrorCode>();
      Event.Failed last;
      do {
        last = refused(other, new Command.Auth.Password("Nobody here", "guess " + codes.size()));
        codes.add(last.code());
      } while (last.code() == ErrorCode.BAD_LOGIN && codes.size() < 30);
      assertThat(last.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(last.retryMs()).isPositive();
      assertThat(codes).hasSizeBetween(6, 12);
      owner.soFar();
    }
  }

  @Test
  void moreGuestsFromOneAddressThanAClassHasWaitTheirTurn(@TempDir Path folder)
      throws StartFailure {
    try (ParleyServer other = start(folder, true)) {
      Event.Failed no = null;
      int entered = 0;
      while (no == null && entered < 1_000) {
        try (Guest next = Guest.connect(other.port())) {
          next.say(hello(new Command.Auth.Guest("Pupil " + entered)));
          Event.Reply answer =
              next.await(
                  Event.Reply.class,
                  reply -> reply instanceof Event.Welcome || reply instanceof Event.Failed);
          if (answer instanceof Event.Failed failed) {
            no = failed;
            next.say(hello(new Command.Auth.Guest("Pupil " + entered)));
            assertThat(next.await(Event.Failed.class).code()).isEqualTo(ErrorCode.RATE_LIMITED);
          } else {
            entered++;
          }
        }
      }
      assertThat(no).isNotNull();
      assertThat(no.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(no.retryMs()).isPositive();
      assertThat(entered).isGreaterThanOrEqualTo(64);
    }
  }

  @Test
  void nobodyIsInMoreRoomsThanTheWelcomeSays(@TempDir Path folder) throws StartFailure {
    try (ParleyServer other = start(folder, false);
        Guest ann = Guest.named(other.port(), "Collector")) {
      int most = ann.welcome().server().limits().rooms();
      assertThat(most).isEqualTo(Limits.DEFAULT.rooms());
      int before = ann.welcome().rooms().size();
      for (int i = before; i < most; i++) {
        ann.say(new Command.Join(ann.nextId(), new Command.Place.ByName("room " + i, true)));
      }
      for (int i = before; i < most; i++) {
        ann.await(Event.Joined.class);
      }
      ann.say(new Command.Join(9_999, new Command.Place.ByName("one more", true)));
      assertThat(ann.expect(Event.Failed.class, 9_999).code()).isEqualTo(ErrorCode.TOO_MANY);
      ann.soFar();
    }
  }

  private static Event.Failed refused(ParleyServer at, Command.Auth auth) {
    try (Guest stranger = Guest.connect(at.port())) {
      stranger.say(hello(auth));
      return stranger.await(Event.Failed.class);
    }
  }

  private static Command.Hello hello(Command.Auth auth) {
    return new Command.Hello(1, Command.VERSION, "test", auth, null, Map.of());
  }

  private static ParleyServer start(Path folder, boolean rateLimits) throws StartFailure {
    return ParleyServer.start(
        new ServerConfig("127.0.0.1", 0, folder, "Test", rateLimits, new Encryption.Off()));
  }
}
