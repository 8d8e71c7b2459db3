package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.server.room.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one client does to its own connection, and never to another's. */
class WebSocketTest {
  private static final Duration SOON = Duration.ofSeconds(3);
  private TestDoor door;
  private RawClient bystander;

  @BeforeEach
  void open() throws IOException {
    door = new TestDoor();
    bystander = RawClient.webSocket(door.port());
    // Those who come later are counted from here on.
    Eventually.within(SOON, "the bystander is in", () -> door.wires.size() == 1);
  }

  @AfterEach
  void theOthersNoticedNothing() throws IOException {
    assertThat(bystander.echo("still here")).isEqualTo("still here");
    try (var newcomer = RawClient.webSocket(door.port())) {
      assertThat(newcomer.echo("hello")).isEqualTo("hello");
    }
    bystander.close();
    door.close();
  }

  @Test
  void textComesBack() throws IOException {
    try (var client = RawClient.webSocket(door.port())) {
      assertThat(client.echo("grüß dich 🙂")).isEqualTo("grüß dich 🙂");
      assertThat(client.echo("x".repeat(65_536))).hasSize(65_536);
      assertThat(client.echo("")).isEmpty();
    }
  }

  @Test
  void subprotocolIsNamedWhenItWasAskedFor() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      client.send(RawClient.upgrade("Sec-WebSocket-Protocol: other, parley.v1"));
      assertThat(client.head()).contains("Sec-WebSocket-Protocol: parley.v1\r\n");
    }
    try (var client = RawClient.connect(door.port())) {
      client.send(RawClient.upgrade("Sec-WebSocket-Protocol: other"));
      assertThat(client.head()).startsWith("HTTP/1.1 101").doesNotContain("Protocol:");
    }
  }

  @Test
  void bytesMayComeOneByOne() throws IOException {
    var all = new ByteArrayOutputStream();
    all.writeBytes(RawClient.upgrade().getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(RawClient.frame(RawClient.TEXT, "one".getBytes(StandardCharsets.US_ASCII)));
    all.writeBytes(
        RawClient.frame(RawClient.TEXT, "y".repeat(200).getBytes(StandardCharsets.US_ASCII)));
    try (var client = RawClient.connect(door.port())) {
      for (byte one : all.toByteArray()) {
        client.send(new byte[] {one});
      }
      assertThat(client.head()).startsWith("HTTP/1.1 101");
      assertThat(client.frame().text()).isEqualTo("one");
      assertThat(client.frame().text()).isEqualTo("y".repeat(200));
    }
  }

  @Test
  void framesRightBehindTheRequestAreNotLost() throws IOException {
    var all = new ByteArrayOutputStream();
    all.writeBytes(RawClient.upgrade().getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 300; i++) {
      all.writeBytes(
          RawClient.frame(RawClient.TEXT, ("m" + i).getBytes(StandardCharsets.US_ASCII)));
    }
    try (var client = RawClient.connect(door.port())) {
      client.send(all.toByteArray());
      assertThat(client.head()).startsWith("HTTP/1.1 101");
      for (int i = 0; i < 300; i++) {
        assertThat(client.frame().text()).isEqualTo("m" + i);
      }
    }
  }

  /** T1: fourteen bytes ended the stock server before anybody logged in. */
  @Test
  void announcedGigabytesEndOneConnectionOnly() throws IOException {
    for (long length : new long[] {Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE, 65_537}) {
      try (var client = RawClient.webSocket(door.port())) {
        client.send(RawClient.header(RawClient.TEXT, length)).send(new byte[4]);
        assertThat(client.frame().closeCode()).as("%d bytes", length).isEqualTo(1009);
        assertThat(client.isEnded()).isTrue();
      }
    }
    try (var client = RawClient.webSocket(door.port())) {
      client.send(ByteBuffer.allocate(14).put((byte) 0x81).put((byte) 0xFF).putLong(-1).array());
      assertThat(client.frame().closeCode()).isEqualTo(1002);
    }
  }

  /** T2: a fatal error in a handler stopped the stock server. */
  @Test
  void stackOverflowInTheConversationEndsThatConnectionOnly() throws IOException {
    checkEndsWith(1011, "deep");
    Eventually.within(SOON, "told that they are gone", () -> door.gone.get() == 5);
  }

  @Test
  void exceptionInTheConversationEndsThatConnectionOnly() throws IOException {
    checkEndsWith(1011, "throw");
  }

  /** T7: an assertion error killed a worker, and with it every n-th client. */
  @Test
  void assertionErrorInTheConversationEndsThatConnectionOnly() throws IOException {
    checkEndsWith(1011, "assert");
  }

  private void checkEndsWith(int code, String said) throws IOException {
    for (int i = 0; i < 5; i++) {
      try (var client = RawClient.webSocket(door.port())) {
        client.text("before").text(said).text("after");
        assertThat(client.frame().text()).isEqualTo("before");
        assertThat(client.frame().closeCode()).isEqualTo(code);
        assertThat(client.isEnded()).isTrue();
      }
    }
    assertThat(door.heard).doesNotContain("after");
  }

  /** T7, at the door of the conversation. */
  @Test
  void errorWhileOpeningEndsThatConnectionOnly() throws IOException {
    FrontDoor broken =
        FrontDoor.start(
            FrontDoorConfig.of("127.0.0.1", 0),
            _ -> {
              throw new AssertionError("as asked");
            },
            (_, response, _) -> response.setCode(204));
    for (int i = 0; i < 10; i++) {
      try (var client = RawClient.webSocket(broken.port())) {
        assertThat(client.frame().closeCode()).isEqualTo(1011);
      }
    }
    broken.close(chat.parley.protocol.CloseCode.GOING_AWAY);
  }

  /** T6: twenty small messages to a blocked handler froze every client of the stock server. */
  @Test
  void blockedHandlerHoldsUpNobodyElse() throws IOException {
    try (var stuck = RawClient.webSocket(door.port())) {
      stuck.text("block");
      for (int i = 0; i < 20; i++) {
        stuck.text("waiting " + i);
      }
      Eventually.within(SOON, "blocked", () -> door.heard.contains("block"));
      bystander.patience(1000);
      for (int i = 0; i < 10; i++) {
        assertThat(bystander.echo("free " + i)).isEqualTo("free " + i);
      }
      assertThat(door.heard).doesNotContain("waiting 0");
      door.release.countDown();
      for (int i = 0; i < 20; i++) {
        assertThat(stuck.frame().text()).isEqualTo("waiting " + i);
      }
    }
  }

  /** T11: fragments were counted one by one, never together. */
  @Test
  void fragmentsCountTogether() throws IOException {
    byte[] part = new byte[40_000];
    java.util.Arrays.fill(part, (byte) 'x');
    try (var client = RawClient.webSocket(door.port())) {
      client.send(RawClient.frame(0x01, part)).send(RawClient.frame(0x00, part));
      assertThat(client.frame().closeCode()).isEqualTo(1009);
    }
    try (var client = RawClient.webSocket(door.port())) {
      client.send(RawClient.frame(0x01, new byte[0]));
      for (int i = 0; i < 64; i++) {
        client.send(RawClient.frame(0x00, new byte[0]));
      }
      assertThat(client.frame().closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void messageInFragmentsArrivesWhole() throws IOException {
    try (var client = RawClient.webSocket(door.port())) {
      client.send(RawClient.frame(0x01, "one ".getBytes(StandardCharsets.US_ASCII)));
      client.send(RawClient.frame(RawClient.PING, new byte[] {1}));
      client.send(RawClient.frame(0x80, "two".getBytes(StandardCharsets.US_ASCII)));
      RawClient.Received first = client.frame();
      RawClient.Received second = client.frame();
      boolean pongFirst = first.first() == RawClient.PONG;
      assertThat((pongFirst ? second : first).text()).isEqualTo("one two");
      assertThat((pongFirst ? first : second).payload()).containsExactly(1);
    }
  }

  /** T12: a compressed frame under the limit became fifty million characters. */
  @Test
  void compressionIsNeitherAgreedOnNorAccepted() throws IOException {
    try (var client = RawClient.connect(door.port())) {
      client.send(RawClient.upgrade("Sec-WebSocket-Extensions: permessage-deflate"));
      assertThat(client.head()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("extensions");
      client.send(RawClient.frame(0xC1, new byte[] {1, 2, 3}));
      assertThat(client.frame().closeCode()).isEqualTo(1002);
    }
  }

  @Test
  void unmaskedFrameIsAProtocolError() throws IOException {
    try (var client = RawClient.webSocket(door.port())) {
      client.send(new byte[] {(byte) 0x81, 2, 'h', 'i'});
      assertThat(client.frame().closeCode()).isEqualTo(1002);
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void binaryMessagesAreRefused() throws IOException {
    try (var client = RawClient.webSocket(door.port())) {
      client.send(RawClient.frame(RawClient.BINARY, new byte[] {1, 2, 3}));
      assertThat(client.frame().closeCode()).isEqualTo(1003);
    }
  }

  @Test
  void brokenUtf8IsRefused() throws IOException {
    try (var client = RawClient.webSocket(door.port())) {
      client.send(RawClient.frame(RawClient.TEXT, new byte[] {(byte) 0xC3, 0x28}));
      assertThat(client.frame().closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void closeIsAnsweredAndTheSocketClosed() throws IOException {
    try (var client = RawClient.webSocket(door.port())) {
      client.text("last").send(RawClient.frame(RawClient.CLOSE, new byte[] {3, (byte) 0xE8}));
      assertThat(client.frame().text()).isEqualTo("last");
      assertThat(client.frame().closeCode()).isEqualTo(1000);
      long start = System.nanoTime();
      assertThat(client.isEnded()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
    }
    Eventually.within(SOON, "gone once", () -> door.gone.get() == 1);
  }

  @Test
  void conversationThatEndsIsTheLastWord() throws IOException {
    try (var client = RawClient.webSocket(door.port())) {
      client.text("one").text("bye").text("never heard");
      assertThat(client.frame().text()).isEqualTo("one");
      assertThat(client.frame().closeCode()).isEqualTo(4010);
      door.wires.getLast().offer(Frame.of("never sent"));
      assertThat(client.isEnded()).isTrue();
    }
    Eventually.within(SOON, "gone once", () -> door.gone.get() == 1);
    assertThat(door.heard).doesNotContain("never heard");
  }

  @Test
  void pingFloodIsAnsweredCheaply() throws IOException {
    var flood = new ByteArrayOutputStream();
    for (int i = 0; i < 20_000; i++) {
      flood.writeBytes(RawClient.frame(RawClient.PING, new byte[] {(byte) (i >> 8), (byte) i}));
    }
    try (var client = RawClient.webSocket(door.port())) {
      client.send(flood.toByteArray()).text("and now?");
      int pongs = 0;
      RawClient.Received received = client.frame();
      for (; received.first() == RawClient.PONG; received = client.frame()) {
        pongs++;
      }
      assertThat(received.text()).isEqualTo("and now?");
      assertThat(pongs).isBetween(1, 10_000);
    }
  }

  @Test
  void silentConnectionIsDead() throws IOException {
    Duration silent = Duration.ofMillis(300);
    var strict =
        new Deadlines(SOON, SOON, silent, SOON, TestDoor.SHORT.goodbye(), TestDoor.SHORT.stop());
    try (var other = new TestDoor(config -> config.withDeadlines(strict));
        var client = RawClient.webSocket(other.port());
        var talkative = RawClient.webSocket(other.port())) {
      long start = System.nanoTime();
      while (System.nanoTime() - start < silent.multipliedBy(2).toNanos()) {
        assertThat(talkative.echo("alive")).isEqualTo("alive");
      }
      assertThat(client.isEnded()).isTrue();
      assertThat(other.gone).hasValue(1);
    }
  }

  @Test
  void conversationThatTakesItsTimeIsNotSilence() throws IOException {
    var strict =
        new Deadlines(
            SOON,
            SOON,
            Duration.ofMillis(200),
            SOON,
            TestDoor.SHORT.goodbye(),
            TestDoor.SHORT.stop());
    try (var other = new TestDoor(config -> config.withDeadlines(strict));
        var client = RawClient.webSocket(other.port())) {
      client.text("block");
      Eventually.within(SOON, "blocked", () -> other.heard.contains("block"));
      Eventually.stays(Duration.ofMillis(500), "connected", () -> other.gone.get() == 0);
      other.release.countDown();
      assertThat(client.echo("still there")).isEqualTo("still there");
    }
  }

  @Test
  void vanishedClientIsGoneOnce() throws IOException {
    var client = RawClient.webSocket(door.port());
    client.socket().setSoLinger(true, 0);
    client.close();
    Eventually.within(SOON, "gone", () -> door.gone.get() == 1);
    Eventually.within(SOON, "not counted any more", () -> door.connections() == 1);
  }
}
