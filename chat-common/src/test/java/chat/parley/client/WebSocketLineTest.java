package chat.parley.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class WebSocketLineTest {
  private static final class Ear implements WebSocketLine.Listener {
    final CompletableFuture<Void> open = new CompletableFuture<>();
    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final CompletableFuture<WebSocketLine.Closed> closed = new CompletableFuture<>();

    @Override
    public void onSecrecy(Secrecy secrecy) {
      assertThat(open).isNotDone();
    }

    @Override
    public void onOpen() {
      open.complete(null);
    }

    @Override
    public void onText(String text) {
      texts.add(text);
    }

    @Override
    public void onClosed(WebSocketLine.Closed end) {
      closed.complete(end);
    }

    WebSocketLine.Closed awaitClosed() throws Exception {
      return closed.get(5, TimeUnit.SECONDS);
    }
  }

  private final Ear ear = new Ear();

  private WebSocketLine line(ServerAddress address, Duration handshake) {
    var line =
        new WebSocketLine(
            new Approach(address, Duration.ofSeconds(2), handshake, null),
            handshake,
            System::nanoTime,
            ear);
    line.start();
    return line;
  }

  private WebSocketLine line(ServerAddress address) {
    return line(address, Duration.ofSeconds(2));
  }

  @Test
  void bothSidesHearEachOther() throws Exception {
    try (var server = new ScriptedServer()) {
      WebSocketLine line = line(server.address());
      var peer = server.accept();
      ear.open.get(5, TimeUnit.SECONDS);
      String large = "x".repeat(3_000_000);
      peer.say("hello");
      peer.say(large);
      assertThat(ear.texts.poll(5, TimeUnit.SECONDS)).isEqualTo("hello");
      assertThat(ear.texts.poll(5, TimeUnit.SECONDS)).isEqualTo(large);
      assertThat(line.send("{\"type\":\"ping\",\"id\":9}")).isTrue();
      assertThat(peer.expect(chat.parley.protocol.Command.Ping.class).id()).isEqualTo(9);
      line.close();
      assertThat(peer.awaitClosed()).isEqualTo(1000);
      ear.awaitClosed();
      assertThat(line.send("late")).isFalse();
    }
  }

  @Test
  void theServersCloseCodeIsToldAndACutIsNot() throws Exception {
    try (var server = new ScriptedServer()) {
      line(server.address());
      server.accept().close(4012);
      assertThat(ear.awaitClosed()).matches(end -> end.code() == 4012 && end.byServer());

      var second = new Ear();
      new WebSocketLine(server.address(), second).start();
      server.accept().cut();
      assertThat(second.awaitClosed())
          .matches(end -> end.code() == 1006 && !end.byServer())
          .matches(end -> end.problem().contains(server.address().toString()));
    }
  }

  @Test
  void nobodyListensThere() throws Exception {
    // Taken, so that nobody gets it meanwhile, and not listened at.
    try (var reserved = new Socket()) {
      reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var address = new ServerAddress("127.0.0.1", reserved.getLocalPort());
      line(address);
      assertThat(ear.awaitClosed().problem())
          .isEqualTo("No server is running at " + address + "; start it or check the port.");
    }
  }

  @Test
  void anUnknownHostIsNamed() {
    var address = new ServerAddress("chatbox", 7070);
    assertThat(Unreachable.because(address, new UnknownHostException("chatbox")).sentence())
        .contains("\"chatbox\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok', is not a Parley server",
    "'HTTP/1.1 404 Not Found\r\n\r\n', is not a Parley server",
    "'HTTP/1.1 503 Busy\r\n\r\n', too many connections",
    "'HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n', is not a Parley",
    "'SSH-2.0-OpenSSH_9\r\n', is not a Parley server",
    "'', is not a Parley server"
  })
  void anotherKindOfServerIsNotParley(String answer, String sentence) throws Exception {
    try (var other = new OtherServer(answer, true)) {
      line(other.address());
      assertThat(ear.awaitClosed().problem())
          .contains(sentence)
          .contains(other.address().toString());
    }
  }

  @Test
  void anEndlessHeadIsGivenUp() throws Exception {
    try (var other = new OtherServer("HTTP/1.1 101 " + "x".repeat(100_000), true)) {
      line(other.address());
      assertThat(ear.awaitClosed().problem()).contains("is not a Parley server");
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUpInTime() throws Exception {
    try (var other = new OtherServer("HTTP/1.1 10", false)) {
      long start = System.nanoTime();
      line(other.address(), Duration.ofMillis(300));
      assertThat(ear.awaitClosed().problem()).contains("says nothing");
      assertThat((System.nanoTime() - start) / 1e6).isCloseTo(600, within(400.0));
    }
  }

  @Test
  void cuttingWhileItOpensEndsIt() throws Exception {
    try (var other = new OtherServer("", false)) {
      WebSocketLine line = line(other.address(), Duration.ofSeconds(60));
      line.cut();
      ear.awaitClosed();
    }
  }

  @Test
  void aFrameBeyondTheLimitEndsTheLineWithoutReservingMemory() throws Exception {
    byte[] header = {(byte) 0x81, 127, 0, 0, 0, 0, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};
    try (var server = new ScriptedServer()) {
      line(server.address());
      var peer = server.accept();
      ear.open.get(5, TimeUnit.SECONDS);
      peer.sayBytes(header);
      assertThat(ear.awaitClosed()).matches(end -> end.code() == 1009 && !end.byServer());
      assertThat(ear.texts).isEmpty();
    }
  }

  @Test
  void goodbyeToAServerThatDoesNotReadTakesASecond() throws Exception {
    try (var server = new ScriptedServer()) {
      WebSocketLine line = line(server.address());
      var peer = server.accept();
      var stuck = new CompletableFuture<Void>();
      peer.react(_ -> stuck.join());
      ear.open.get(5, TimeUnit.SECONDS);
      String ping = "{\"type\":\"ping\",\"id\":1,\"x\":\"" + "x".repeat(60_000) + "\"}";
      for (int i = 0; i < 300; i++) {
        line.send(ping);
      }
      line.close();
      ear.awaitClosed();
      stuck.complete(null);
    }
  }

  /** Answers anything with a text of its own, then hangs up or waits for ever. */
  private static final class OtherServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Socket> client = new CompletableFuture<>();

    OtherServer(String answer, boolean hangUp) throws IOException {
      Thread.ofVirtual().start(() -> answer(answer, hangUp));
    }

    ServerAddress address() {
      return new ServerAddress("127.0.0.1", listening.getLocalPort());
    }

    private void answer(String answer, boolean hangUp) {
      try {
        Socket socket = listening.accept();
        client.complete(socket);
        // A close with unread input would be a reset, which can overtake the answer.
        if (socket.getInputStream().read(new byte[8192]) < 0) {
          return;
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        if (hangUp) {
          socket.close();
        }
      } catch (IOException e) {
        client.completeExceptionally(e);
      }
    }

    @Override
    public void close() throws IOException {
      listening.close();
      Socket socket = client.getNow(null);
      if (socket != null) {
        socket.close();
      }
    }
  }
}
