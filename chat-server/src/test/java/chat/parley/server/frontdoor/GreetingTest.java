package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens before it is known who is there. */
class GreetingTest {
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration HELD_UP = Duration.ofMillis(500);
  private final AtomicInteger churned = new AtomicInteger();
  private final List<RawClient> guests = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (RawClient guest : guests) {
      guest.close();
    }
  }

  /** T9: half-open handshakes stayed for ever. */
  @Test
  void halfOpenHandshakesAreDroppedAtTheDeadline() throws IOException {
    try (var door = new TestDoor()) {
      for (int i = 0; i < 30; i++) {
        RawClient guest = arrive(RawClient.connect(door.port()));
        if (i % 2 == 0) {
          guest.send("GET /ws HT");
        }
      }
      for (int i = 0; i < guests.size(); i++) {
        if (i % 2 == 0) {
          assertThat(guests.get(i).head()).startsWith("HTTP/1.1 408 ");
        }
        assertThat(guests.get(i).isEnded()).isTrue();
      }
      Eventually.within(SOON, "all gone", () -> door.connections() == 0);
    }
  }

  @Test
  void oneByteNowAndThenDoesNotStretchTheDeadline() throws IOException {
    try (var door = new TestDoor();
        var slow = RawClient.connect(door.port())) {
      long start = System.nanoTime();
      Thread drip =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (byte one : RawClient.upgrade().getBytes()) {
                        slow.send(new byte[] {one});
                        LockSupport.parkNanos(50_000_000);
                      }
                    } catch (IOException e) {
                      // cut, as it should be
                    }
                  });
      assertThat(slow.head()).startsWith("HTTP/1.1 408 ");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
      drip.interrupt();
    }
  }

  @Test
  void sixHundredHalfOpenHandshakesFromOneAddressLeaveRoomForOthers() throws IOException {
    try (var door = new TestDoor(config -> config.withDeadlines(Deadlines.DEFAULT))) {
      for (int i = 0; i < 600; i++) {
        arrive(RawClient.connect(door.port()));
      }
      Eventually.within(SOON, "64 held", () -> door.connections() == 64);
      long start = System.nanoTime();
      try (var healthy = RawClient.connectFrom("127.0.0.2", door.port()).upgraded()) {
        assertThat(healthy.echo("hello")).isEqualTo("hello");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
      leave();
      Eventually.within(SOON, "all gone", () -> door.connections() == 0);
      try (var again = RawClient.webSocket(door.port())) {
        assertThat(again.echo("back")).isEqualTo("back");
      }
    }
  }

  /** Each of them took a place in the queue for all, although nobody was there any more. */
  @Test
  void whoComesAndGoesAllTheTimeHoldsNobodyUp() throws Exception {
    try (var door = new TestDoor(config -> config.withDeadlines(Deadlines.DEFAULT))) {
      Thread churn = Thread.ofVirtual().start(() -> comeAndGo(door.port()));
      try {
        Eventually.within(SOON, "some have come", () -> churned.get() > 1_500);
        for (int i = 0; i < 5; i++) {
          long start = System.nanoTime();
          try (var healthy = RawClient.connectFrom("127.0.0.2", door.port()).upgraded()) {
            assertThat(healthy.echo("hello")).isEqualTo("hello");
          }
          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(HELD_UP);
        }
      } finally {
        churn.interrupt();
        churn.join();
      }
    }
  }

  private void comeAndGo(int port) {
    while (!Thread.currentThread().isInterrupted()) {
      try (var socket = new Socket("127.0.0.1", port)) {
        socket.setSoLinger(true, 0);
        churned.incrementAndGet();
      } catch (IOException e) {
        // turned away; the next one comes
      }
    }
  }

  /** T4, T5: one connection that was turned away stopped all accepting. */
  @Test
  void turningConnectionsAwayDoesNotStopTheAccepting() throws IOException {
    try (var door = new TestDoor(config -> config.withConnections(3).withoutAddressCap())) {
      for (int i = 0; i < 3; i++) {
        arrive(RawClient.webSocket(door.port()));
      }
      for (int i = 0; i < 50; i++) {
        try (var refused = RawClient.connect(door.port())) {
          assertThat(refused.isEnded()).isTrue();
        }
      }
      assertThat(guests.getFirst().echo("still here")).isEqualTo("still here");
      guests.removeFirst().close();
      Eventually.within(SOON, "a place is free", () -> door.connections() == 2);
      try (var next = RawClient.webSocket(door.port())) {
        assertThat(next.echo("in")).isEqualTo("in");
      }
    }
  }

  /** T10: a header line of 20 MB was collected and parsed over and over. */
  @Test
  void endlessHeaderIsRefusedAfterEightKibibytes() throws IOException {
    try (var door = new TestDoor();
        var client = RawClient.connect(door.port())) {
      client.send("GET / HTTP/1.1\r\nX: " + "a".repeat(9_000));
      assertThat(client.head()).startsWith("HTTP/1.1 431 ");
      assertThat(client.isEnded()).isTrue();
    }
    try (var door = new TestDoor();
        var client = RawClient.connect(door.port())) {
      int sent = 0;
      try {
        client.send("GET / HTTP/1.1\r\nX: ");
        for (byte[] part = new byte[64 * 1024]; sent < 20_000_000; sent += part.length) {
          java.util.Arrays.fill(part, (byte) 'a');
          client.send(part);
        }
      } catch (IOException e) {
        // cut long before
      }
      assertThat(sent).isLessThan(20_000_000);
    }
  }

  @Test
  void hundredThousandHeadersAreRefused() throws IOException {
    try (var door = new TestDoor()) {
      checkRefused(door, 431, "GET / HTTP/1.1\r\nHost: a\r\n" + "A: b\r\n".repeat(101));
      checkRefused(
          door, 431, "GET / HTTP/1.1\r\nHost: a\r\n" + "Abcdefg: hijklmno\r\n".repeat(90_000 / 9));
    }
  }

  @Test
  void whatIsNotARequestIsRefusedAtOnce() throws IOException {
    try (var door = new TestDoor()) {
      for (String wrong :
          List.of(
              "GET / HTTP/1.1\nHost: a\n\n",
              "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
              "GET / HTTP/1.1\r\nno colon\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n",
              "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
              "GET / HTTP/1.1\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: a/<b>\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
              "GET http://elsewhere/ HTTP/1.1\r\nHost: a\r\n\r\n",
              "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
              "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
              "\r\n\r\n",
              "SSH-2.0-client\r\n\r\n",
              "\0\0\0\0")) {
        checkRefused(door, 400, wrong);
      }
    }
  }

  @Test
  void bodiesAreBounded() throws IOException {
    try (var door = new TestDoor()) {
      String head = "POST / HTTP/1.1\r\nHost: a\r\n";
      checkRefused(door, 413, head + "Content-Length: 65537\r\n\r\n");
      checkRefused(door, 413, head + "Content-Length: 999999999999\r\n\r\n");
      checkRefused(door, 411, head + "Transfer-Encoding: chunked\r\n\r\n");
    }
  }

  /** T23: refusing a handshake was a 404 and a socket left open. */
  @Test
  void pagesOfOtherSitesGet403AndTheSocketIsClosed() throws IOException {
    try (var door = new TestDoor()) {
      for (String origin :
          List.of(
              "http://evil.example",
              "null",
              "http://localhost.evil.example",
              "http://localhost:81",
              "localhost")) {
        checkRefused(door, 403, RawClient.upgrade("Origin: " + origin));
      }
      try (var own = RawClient.connect(door.port())) {
        own.send(RawClient.upgrade("Origin: http://LOCALHOST"));
        assertThat(own.head()).startsWith("HTTP/1.1 101 ");
      }
    }
  }

  @Test
  void incompleteUpgradesAreRefusedAndTheSocketIsClosed() throws IOException {
    try (var door = new TestDoor()) {
      String good = RawClient.upgrade();
      checkRefused(door, 400, good.replace("GET", "POST"));
      checkRefused(door, 400, good.replace("HTTP/1.1", "HTTP/1.0"));
      checkRefused(door, 400, good.replace("keep-alive, Upgrade", "keep-alive"));
      checkRefused(door, 400, good.replace("dGhlIHNhbXBsZSBub25jZQ==", "c2hvcnQ="));
      checkRefused(door, 400, good.replace("dGhlIHNhbXBsZSBub25jZQ==", "***"));
      checkRefused(door, 400, good.replace("Sec-WebSocket-Key", "X"));
      checkRefused(door, 426, good.replace("Version: 13", "Version: 8"));
    }
  }

  @Test
  void tlsOnAPlainPortIsClosed() throws IOException {
    try (var door = new TestDoor();
        var client = RawClient.connect(door.port())) {
      client.send(new byte[] {0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5});
      assertThat(client.isEnded()).isTrue();
    }
  }

  private static void checkRefused(TestDoor door, int status, String request) throws IOException {
    try (var client = RawClient.connect(door.port())) {
      try {
        client.send(request);
      } catch (IOException e) {
        // answered before it was all said
      }
      assertThat(client.answer()).as(request).startsWith("HTTP/1.1 " + status + " ");
      assertThat(client.isEnded()).as("closed after %s", request).isTrue();
    }
  }

  private RawClient arrive(RawClient guest) {
    guests.add(guest);
    return guest;
  }
}
