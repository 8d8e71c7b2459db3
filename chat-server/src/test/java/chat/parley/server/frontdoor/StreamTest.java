package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.room.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Server-sent events down and POST up, where no WebSocket comes through. */
class StreamTest {
  private static final String OPEN =
      "POST /stream HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
  private TestDoor door;

  @BeforeEach
  void open() throws IOException {
    door = new TestDoor();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void whatIsPostedIsHeardInOrderAndWhatIsSaidComesAsEvents() throws IOException {
    try (var ears = RawClient.connect(door.port());
        var mouth = RawClient.connect(door.port())) {
      String handle = handleOf(ears);
      assertThat(say(mouth, handle, "{\"a\":1}\n{\"b\":\"ü\"}")).startsWith("HTTP/1.1 204 ");
      assertThat(event(ears)).isEqualTo("data: {\"a\":1}");
      assertThat(event(ears)).isEqualTo("data: {\"b\":\"ü\"}");
      assertThat(say(mouth, handle, "third")).startsWith("HTTP/1.1 204 ");
      assertThat(event(ears)).isEqualTo("data: third");
      assertThat(door.heard).isEqualTo(List.of("{\"a\":1}", "{\"b\":\"ü\"}", "third"));
    }
    Eventually.within(Duration.ofSeconds(2), "gone once", () -> door.gone.get() == 1);
  }

  @Test
  void framesOfAnyLengthAndManyTogetherArriveWhole() throws IOException {
    try (var ears = RawClient.connect(door.port())) {
      handleOf(ears);
      Eventually.within(Duration.ofSeconds(2), "open", () -> door.wires.size() == 1);
      List<String> said =
          List.of("x", "y".repeat(125), "z".repeat(126), "ß".repeat(40_000), "q".repeat(300_000));
      said.forEach(text -> door.offerToAll(Frame.of(text)));
      for (String text : said) {
        assertThat(event(ears)).isEqualTo("data: " + text);
      }
    }
  }

  @Test
  void closeCodesComeAsAnEventAndEndTheStream() throws IOException {
    try (var ears = RawClient.connect(door.port());
        var mouth = RawClient.connect(door.port())) {
      String handle = handleOf(ears);
      say(mouth, handle, "bye");
      assertThat(event(ears))
          .isEqualTo("event: close\ndata: {\"code\":4010,\"reason\":\"As asked.\"}");
      assertThat(ears.isEnded()).isTrue();
    }
  }

  @Test
  void doorThatClosesSaysSo() throws IOException {
    try (var ears = RawClient.connect(door.port())) {
      handleOf(ears);
      Eventually.within(Duration.ofSeconds(2), "open", () -> door.wires.size() == 1);
      Thread.ofVirtual().start(door::stop);
      assertThat(event(ears)).startsWith("event: close\ndata: {\"code\":4012,");
    }
  }

  @Test
  void streamThatIsOverOrWasNeverOpenIsRefused() throws IOException {
    String handle;
    try (var ears = RawClient.connect(door.port())) {
      handle = handleOf(ears);
    }
    Eventually.within(Duration.ofSeconds(2), "gone", () -> door.gone.get() == 1);
    for (String over : List.of(handle, "made-up")) {
      try (var mouth = RawClient.connect(door.port())) {
        assertThat(say(mouth, over, "x")).startsWith("HTTP/1.1 410 ");
      }
    }
    assertThat(door.heard).isEmpty();
  }

  @Test
  void whatAStreamCarriesCountsAsARequestLikeAnyOther() throws IOException {
    try (var ears = RawClient.connect(door.port());
        var mouth = RawClient.connect(door.port());
        var other = RawClient.connect(door.port())) {
      String handle = handleOf(ears);
      door.wait.set(1_500);
      assertThat(say(mouth, handle, "x"))
          .startsWith("HTTP/1.1 429 ")
          .contains("Retry-After: 2\r\n");
      other.send(OPEN);
      assertThat(other.answer()).startsWith("HTTP/1.1 429 ");
    }
    assertThat(door.heard).isEmpty();
  }

  @Test
  void pagesOfOtherSitesAreRefused() throws IOException {
    String foreign = "Origin: http://elsewhere.example\r\n";
    try (var ears = RawClient.connect(door.port())) {
      ears.send(OPEN.replace("\r\n\r\n", "\r\n" + foreign + "\r\n"));
      assertThat(ears.answer()).startsWith("HTTP/1.1 403 ");
    }
    try (var ears = RawClient.connect(door.port());
        var mouth = RawClient.connect(door.port())) {
      String handle = handleOf(ears);
      mouth.send(request(handle, "x").replace("\r\n\r\n", "\r\n" + foreign + "\r\n"));
      assertThat(mouth.answer()).startsWith("HTTP/1.1 403 ");
    }
    assertThat(door.heard).isEmpty();
  }

  @Test
  void streamOnWhichNothingIsSaidIsTakenForDead() throws IOException {
    try (var quick =
            new TestDoor(config -> config.withDeadlines(silentAfter(Duration.ofMillis(300))));
        var ears = RawClient.connect(quick.port())) {
      handleOf(ears);
      assertThat(ears.isEnded()).isTrue();
      Eventually.within(Duration.ofSeconds(2), "gone", () -> quick.gone.get() == 1);
    }
  }

  @Test
  void failureInOneTalkEndsThatOneOnly() throws IOException {
    try (var ears = RawClient.connect(door.port());
        var mouth = RawClient.connect(door.port());
        var others = RawClient.webSocket(door.port())) {
      say(mouth, handleOf(ears), "throw");
      assertThat(event(ears)).startsWith("event: close\ndata: {\"code\":1011,");
      assertThat(others.echo("fine")).isEqualTo("fine");
    }
  }

  @Test
  void readerThatTakesNothingIsCut() throws IOException {
    try (var ears = RawClient.connectNarrow(door.port())) {
      handleOf(ears);
      Eventually.within(Duration.ofSeconds(2), "open", () -> door.wires.size() == 1);
      Eventually.within(
          Duration.ofSeconds(10),
          "cut",
          () -> {
            door.offerToAll(Frame.of("m".repeat(60_000)));
            return door.gone.get() == 1;
          });
    }
  }

  private static Deadlines silentAfter(Duration silent) {
    Deadlines usual = TestDoor.SHORT;
    return new Deadlines(
        usual.head(), usual.idle(), silent, usual.stalled(), usual.goodbye(), usual.stop());
  }

  private static String handleOf(RawClient ears) throws IOException {
    ears.send(OPEN);
    assertThat(ears.head()).startsWith("HTTP/1.1 200 ").contains("text/event-stream", "no-store");
    String first = event(ears);
    assertThat(first).startsWith("event: open\ndata: ");
    return first.substring(first.lastIndexOf(' ') + 1);
  }

  private static String say(RawClient mouth, String handle, String text) throws IOException {
    mouth.send(request(handle, text));
    return mouth.answer();
  }

  /** Its text in Latin-1, as the raw client writes it, is UTF-8 to the other side. */
  private static String request(String handle, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return "POST /stream HTTP/1.1\r\nHost: localhost\r\nParley-Stream: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(handle, body.length)
        + new String(body, StandardCharsets.ISO_8859_1);
  }

  /** Up to the next empty line. */
  private static String event(RawClient ears) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    int newLines = 0;
    while (newLines < 2) {
      byte b = ears.bytes(1)[0];
      newLines = b == '\n' ? newLines + 1 : 0;
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
