package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.model.Nonce;
import chat.parley.model.Presence;
import chat.parley.model.RoomId;
import chat.parley.model.RoomState;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole server over real sockets and a real database. */
class ParleyServerTest {
  @TempDir Path data;

  private ParleyServer server;

  @BeforeEach
  void start() throws StartFailure {
    server = ParleyServer.start(config(0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void twoPeopleChatAndTheSenderLearnsThePlaceInTheLog() {
    try (Guest ann = guest("Ann");
        Guest ben = guest("Ben")) {
      RoomId room = ann.join("kitchen").room().id();
      ben.join("kitchen");
      ann.say(new Command.Send(7, room, new Nonce("n-1"), "Coffee is ready"));

      Event.Ack ack = ann.await(Event.Ack.class);
      Event.Message heard = ben.await(Event.Message.class);
      assertThat(ack.re()).isEqualTo(7);
      assertThat(heard.body()).isEqualTo("Coffee is ready");
      assertThat(heard.name()).isEqualTo("Ann");
      assertThat(heard.seq()).isEqualTo(ack.seq());
      assertThat(heard.nonce()).isNull();
      assertThat(ann.await(Event.Message.class).nonce()).isEqualTo(new Nonce("n-1"));
    }
  }

  @Test
  void nobodyOutsideTheRoomHearsItOrCanReadIt() {
    try (Guest ann = guest("Ann");
        Guest eve = guest("Eve")) {
      RoomId room = ann.join("kitchen").room().id();
      ann.say(new Command.Send(1, room, new Nonce("n-1"), "secret"));
      ann.await(Event.Ack.class);

      eve.say(new Command.History(2, room, new Command.Span.After(0), 100));
      Event.Failed read = eve.await(Event.Failed.class);
      eve.say(new Command.History(3, new RoomId("no-such"), new Command.Span.After(0), 100));
      Event.Failed noSuch = eve.await(Event.Failed.class);
      assertThat(read.code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
      assertThat(read.message()).isEqualTo(noSuch.message());
      assertThat(eve.soFar()).noneMatch(Event.Message.class::isInstance);
    }
  }

  @Test
  void aRepeatedNonceGetsTheFirstAckAndNoSecondMessage() {
    try (Guest ann = guest("Ann");
        Guest ben = guest("Ben")) {
      RoomId room = ann.join("kitchen").room().id();
      ben.join("kitchen");
      var send = new Command.Send(1, room, new Nonce("n-1"), "once");
      ann.say(send);
      ann.say(send);
      Event.Ack first = ann.await(Event.Ack.class);
      Event.Ack second = ann.await(Event.Ack.class);
      assertThat(second).isEqualTo(first);
      ann.say(new Command.Send(2, room, new Nonce("n-1"), "changed"));
      assertThat(ann.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NONCE_CONFLICT);
      assertThat(messages(ben.soFar())).hasSize(1);
    }
  }

  @Test
  void aTokenBringsTheSamePersonBackWithWhatWasMissed() {
    String token;
    RoomState before;
    try (Guest ann = guest("Ann")) {
      token = ann.welcome().token();
      before = ann.join("kitchen");
    }
    RoomId room = before.room().id();
    try (Guest ben = guest("Ben")) {
      ben.join("kitchen");
      ben.say(new Command.Send(1, room, new Nonce("n-1"), "@Ann are you there?"));
      ben.say(new Command.Send(2, room, new Nonce("n-2"), "no hurry"));
      ben.await(Event.Ack.class, ack -> ack.re() == 2);
    }
    try (Guest back = Guest.connect(server.port())) {
      Event.Welcome welcome =
          back.hello(new Command.Auth.Token(token), epoch(), Map.of(room, before.head()));
      List<Event> missed = back.until(Event.CaughtUp.class);
      assertThat(welcome.user().name()).isEqualTo("Ann");
      assertThat(welcome.token()).isNull();
      RoomState now = welcome.rooms().getFirst();
      assertThat(now.unread()).isEqualTo(2);
      assertThat(now.mentions()).isEqualTo(1);
      assertThat(missed)
          .extracting(event -> ((Event.RoomEvent) event).seq())
          .containsExactly(before.head() + 1, before.head() + 2, before.head() + 3);
      Event.Message mention = messages(missed).getFirst();
      assertThat(mention.mentions()).containsExactly(welcome.user().id());
    }
  }

  @Test
  void aRestartLosesNothing() throws StartFailure {
    String token;
    RoomId room;
    try (Guest ann = guest("Ann")) {
      token = ann.welcome().token();
      room = ann.join("kitchen").room().id();
      ann.say(new Command.Send(1, room, new Nonce("n-1"), "keep this"));
      ann.await(Event.Ack.class);
    }
    String epoch = epoch();
    server.close();
    server = ParleyServer.start(config(0));
    try (Guest ann = Guest.connect(server.port())) {
      Event.Welcome welcome = ann.hello(new Command.Auth.Token(token), epoch, Map.of(room, 0L));
      assertThat(welcome.epoch()).isEqualTo(epoch);
      Event.Message kept = messages(ann.until(Event.CaughtUp.class)).getFirst();
      assertThat(kept.body()).isEqualTo("keep this");
      assertThat(kept.nonce()).isEqualTo(new Nonce("n-1"));
    }
  }

  @Test
  void cursorsOfAnotherHistoryAreReset() {
    String token;
    RoomId room;
    try (Guest ann = guest("Ann")) {
      token = ann.welcome().token();
      room = ann.join("kitchen").room().id();
    }
    try (Guest ann = Guest.connect(server.port())) {
      ann.hello(new Command.Auth.Token(token), "another-epoch", Map.of(room, 1L));
      assertThat(ann.until(Event.CaughtUp.class)).containsExactly(new Event.Reset(room));
    }
    try (Guest ann = Guest.connect(server.port())) {
      ann.hello(new Command.Auth.Token(token), epoch(), Map.of(room, 4_000L));
      assertThat(ann.until(Event.CaughtUp.class)).containsExactly(new Event.Reset(room));
    }
  }

  @Test
  void comingAndGoingIsTold() {
    try (Guest ann = guest("Ann");
        Guest ben = guest("Ben")) {
      RoomId room = ann.join("kitchen").room().id();
      ben.join("kitchen");
      assertThat(ann.await(Event.JoinedRoom.class, e -> e.name().equals("Ben")).room())
          .isEqualTo(room);
      ben.say(new Command.Leave(9, room));
      ben.await(Event.Left.class);
      assertThat(ann.await(Event.LeftRoom.class).name()).isEqualTo("Ben");
      ann.say(new Command.Send(1, room, new Nonce("n-1"), "alone"));
      ann.await(Event.Ack.class);
      assertThat(messages(ben.soFar())).isEmpty();
    }
  }

  @Test
  void everyServerHasALobbyAndNewRoomsAreInTheDirectory() {
    try (Guest ann = guest("Ann")) {
      ann.join("kitchen");
      ann.say(new Command.Rooms(3));
      Event.RoomList list = ann.await(Event.RoomList.class);
      assertThat(list.rooms())
          .extracting(listing -> listing.room().name() + " " + listing.joined())
          .containsExactlyInAnyOrder("kitchen true", "lobby false");
    }
  }

  @Test
  void aLookAlikeOfARoomIsThatRoom() {
    try (Guest ann = guest("Ann")) {
      RoomState room = ann.join("Kitchen");
      assertThat(ann.join("kitchen").room().id()).isEqualTo(room.room().id());
    }
  }

  @Test
  void joiningARoomThatIsNotThereSaysSo() {
    try (Guest ann = guest("Ann")) {
      ann.say(new Command.Join(4, new Command.Place.ByName("nowhere", false)));
      assertThat(ann.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NO_SUCH_ROOM);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANN", "Аnn", "ａｎｎ", "A n n"})
  void aNameThatLooksLikeAnotherIsTaken(String lookAlike) {
    try (Guest ann = guest("Ann");
        Guest other = Guest.connect(server.port())) {
      assertThat(ann.welcome().user().name()).isEqualTo("Ann");
      other.say(hello(lookAlike));
      // One that mixes alphabets is refused for that, whoever it looks like.
      assertThat(other.await(Event.Failed.class).code())
          .isIn(ErrorCode.NAME_TAKEN, ErrorCode.BAD_NAME);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u200b", "a\u202eb", "tab\there", "!!!"})
  void aNameThatBreaksTheRulesIsRefusedInASentence(String name) {
    try (Guest guest = Guest.connect(server.port())) {
      guest.say(hello(name));
      Event.Failed no = guest.await(Event.Failed.class);
      assertThat(no.code()).isEqualTo(ErrorCode.BAD_NAME);
      assertThat(no.message()).endsWith(".");
    }
  }

  @Test
  void aNameOfTenThousandCharactersIsTooLong() {
    try (Guest guest = Guest.connect(server.port())) {
      guest.say(hello("x".repeat(10_000)));
      assertThat(guest.await(Event.Failed.class).message()).contains("at most 32");
    }
  }

  @ParameterizedTest
  @MethodSource("impossibleRoomNames")
  void aRoomNameThatBreaksTheRulesIsRefusedInASentenceAndMakesNoRoom(String name) {
    try (Guest ann = guest("Ann")) {
      ann.say(new Command.Join(2, new Command.Place.ByName(name, true)));
      Event.Failed no = ann.await(Event.Failed.class);
      assertThat(no.code()).isIn(ErrorCode.BAD_NAME, ErrorCode.BAD_MESSAGE);
      assertThat(no.message()).endsWith(".").hasSizeLessThan(200);
      ann.say(new Command.Rooms(3));
      assertThat(ann.await(Event.RoomList.class).rooms()).hasSize(1);
    }
  }

  static List<String> impossibleRoomNames() {
    return List.of("", "   ", "\u200b", "a\u202eb", "tab\there", "null\0", "x".repeat(10_000));
  }

  @Test
  void aRefusedGuestMayTryAnotherNameOnTheSameConnection() {
    try (Guest ann = guest("Ann");
        Guest other = Guest.connect(server.port())) {
      other.say(hello("Ann"));
      other.await(Event.Failed.class);
      other.say(hello("Anna"));
      assertThat(other.await(Event.Welcome.class).user().name()).isEqualTo("Anna");
      assertThat(ann.soFar()).isEmpty();
    }
  }

  @Test
  void anUnknownTokenIsRefused() {
    try (Guest guest = Guest.connect(server.port())) {
      guest.say(
          new Command.Hello(1, 1, "test", new Command.Auth.Token("not-a-token"), null, Map.of()));
      assertThat(guest.await(Event.Failed.class).code()).isEqualTo(ErrorCode.BAD_TOKEN);
    }
  }

  @Test
  void aCommandBeforeHelloEndsTheConnection() {
    try (Guest guest = Guest.connect(server.port())) {
      guest.say(new Command.Rooms(1));
      assertThat(guest.await(Event.Failed.class).code()).isEqualTo(ErrorCode.NOT_LOGGED_IN);
      assertThat(guest.awaitClose()).isEqualTo(4401);
    }
  }

  @Test
  void whoNeverSaysHelloIsSentAway() {
    try (Guest guest = Guest.connect(server.port())) {
      assertThat(guest.awaitClose()).isEqualTo(4408);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[]",
        "{}",
        "{\"type\":\"send\"}",
        "{\"type\":\"no-such\",\"id\":5}",
        "{\"type\":\"history\",\"room\":\"r\",\"before\":-1}"
      })
  void nonsenseIsAnsweredAndTheConnectionStays(String text) {
    try (Guest ann = guest("Ann")) {
      ann.sayText(text);
      assertThat(ann.await(Event.Failed.class).message()).endsWith(".");
      ann.soFar();
    }
  }

  @Test
  void deepJsonHarmsNobody() {
    try (Guest ann = guest("Ann")) {
      ann.sayText("[".repeat(30_000));
      assertThat(ann.await(Event.Failed.class).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
      ann.soFar();
    }
  }

  @Test
  void whoFloodsInSpiteOfRefusalsIsSentAway() {
    try (Guest ann = guest("Ann")) {
      RoomId room = ann.join("kitchen").room().id();
      try {
        for (int i = 0; i < 5_000; i++) {
          ann.say(new Command.Send(100 + i, room, new Nonce("n-" + i), "flood " + i));
        }
      } catch (RuntimeException e) {
        // The line is closed already; whether it is before the last message is a matter of speed.
      }
      assertThat(ann.awaitClose()).isEqualTo(4029);
    }
  }

  @Test
  void afterARefusedSendTheNextOnesAreRefusedTooUntilItsTime() {
    try (Guest ann = guest("Ann")) {
      RoomId room = ann.join("kitchen").room().id();
      for (int i = 0; i < 20; i++) {
        ann.say(new Command.Send(100 + i, room, new Nonce("n-" + i), "line " + i));
      }
      List<Event.Reply> answers = ann.answers(20);
      long lastAcked =
          answers.stream()
              .filter(Event.Ack.class::isInstance)
              .mapToLong(Event.Reply::re)
              .max()
              .orElseThrow();
      List<Event.Failed> refused =
          answers.stream()
              .filter(Event.Failed.class::isInstance)
              .map(Event.Failed.class::cast)
              .toList();
      assertThat(refused).isNotEmpty().allMatch(no -> no.code() == ErrorCode.RATE_LIMITED);
      assertThat(refused).allMatch(no -> no.re() > lastAcked && no.retryMs() > 0);
    }
  }

  @Test
  void blankMessagesAreRefused() {
    try (Guest ann = guest("Ann")) {
      RoomId room = ann.join("kitchen").room().id();
      ann.say(new Command.Send(1, room, new Nonce("n-1"), " \n "));
      assertThat(ann.await(Event.Failed.class).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
    }
  }

  @Test
  void typingAndPresenceReachTheOthers() {
    try (Guest ann = guest("Ann");
        Guest ben = guest("Ben")) {
      RoomId room = ann.join("kitchen").room().id();
      ben.join("kitchen");
      ben.say(new Command.Typing(room));
      assertThat(ann.await(Event.Typing.class).name()).isEqualTo("Ben");
      ben.say(new Command.SetPresence(Presence.AWAY));
      ann.await(
          Event.PresenceChanged.class,
          e -> e.user().equals(ben.welcome().user().id()) && e.presence() == Presence.AWAY);
      ann.say(new Command.Members(5, room));
      assertThat(ann.await(Event.MemberList.class).members())
          .extracting(member -> member.user().name() + " " + member.presence())
          .containsExactly("Ann ONLINE", "Ben AWAY");
    }
  }

  @Test
  void whatIsReadOnOneDeviceIsReadOnAll() {
    try (Guest laptop = guest("Ann");
        Guest phone = Guest.connect(server.port());
        Guest ben = guest("Ben")) {
      RoomId room = laptop.join("kitchen").room().id();
      phone.hello(new Command.Auth.Token(laptop.welcome().token()), null, Map.of());
      ben.join("kitchen");
      ben.say(new Command.Send(1, room, new Nonce("n-1"), "hello"));
      long seq = laptop.await(Event.Message.class).seq();
      laptop.say(new Command.Read(room, seq));
      Event.ReadMark mark = phone.await(Event.ReadMark.class);
      assertThat(mark.seq()).isEqualTo(seq);
      assertThat(mark.unread()).isZero();
    }
  }

  @Test
  void aRoomJoinedOnOneDeviceAppearsOnTheOther() {
    try (Guest laptop = guest("Ann");
        Guest phone = Guest.connect(server.port())) {
      phone.hello(new Command.Auth.Token(laptop.welcome().token()), null, Map.of());
      RoomState room = laptop.join("kitchen");
      assertThat(phone.await(Event.RoomAdded.class).room().room()).isEqualTo(room.room());
      laptop.say(new Command.Leave(1, room.room().id()));
      assertThat(phone.await(Event.RoomRemoved.class).room()).isEqualTo(room.room().id());
    }
  }

  @Test
  void stoppingTellsEverybodyToComeBack() {
    try (Guest ann = guest("Ann")) {
      server.close();
      assertThat(ann.awaitClose()).isEqualTo(4012);
    }
  }

  @Test
  void healthAndPageAreServedOnTheSamePort() throws Exception {
    HttpResponse<String> health = get("/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"status\":\"ok\"");
    assertThat(get("/").body()).contains("Test server");
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsOneSentence() {
    assertThatThrownBy(
            () ->
                ParleyServer.start(
                    new ServerConfig(
                        "127.0.0.1",
                        server.port(),
                        data.resolve("other"),
                        "Other",
                        true,
                        new Encryption.Off())))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("Port " + server.port() + " is in use");
  }

  @Test
  void aFolderInUseIsOneSentence() {
    assertThatThrownBy(() -> ParleyServer.start(config(0)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(data.toString());
  }

  @Test
  void aDatabaseThatIsNotOneIsOneSentenceAndLeftAlone() throws Exception {
    Path folder = Files.createDirectory(data.resolve("broken"));
    Files.writeString(folder.resolve("parley.db"), "This is not a database, but a letter.");
    assertThatThrownBy(
            () ->
                ParleyServer.start(
                    new ServerConfig("127.0.0.1", 0, folder, "Other", true, new Encryption.Off())))
        .isInstanceOf(StartFailure.class);
    assertThat(folder.resolve("parley.db")).hasContent("This is not a database, but a letter.");
  }

  @Test
  void whatIsInPlaceOfTheFolderForFilesIsOneSentenceAndLeftAlone() throws Exception {
    Path folder = Files.createDirectory(data.resolve("spoilt"));
    Path files = Files.writeString(folder.resolve("files"), "a letter");
    assertThatThrownBy(
            () ->
                ParleyServer.start(
                    new ServerConfig("127.0.0.1", 0, folder, "Other", true, new Encryption.Off())))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith(files + " is not a folder");
    assertThat(files).hasContent("a letter");
  }

  private ServerConfig config(int port) {
    return new ServerConfig("127.0.0.1", port, data, "Test server", true, new Encryption.Off());
  }

  private Guest guest(String name) {
    return Guest.named(server.port(), name);
  }

  private String epoch() {
    try (Guest asking = Guest.named(server.port(), "Asking " + System.nanoTime() % 10_000)) {
      return asking.welcome().epoch();
    }
  }

  private static Command.Hello hello(String name) {
    return new Command.Hello(
        1, Command.VERSION, "test", new Command.Auth.Guest(name), null, Map.of());
  }

  private static List<Event.Message> messages(List<Event> events) {
    return events.stream()
        .filter(Event.Message.class::isInstance)
        .map(Event.Message.class::cast)
        .toList();
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
