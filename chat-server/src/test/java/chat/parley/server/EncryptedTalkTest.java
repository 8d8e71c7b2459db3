package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ClientConfig;
import chat.parley.client.KnownServers;
import chat.parley.client.LinkState;
import chat.parley.client.MemoryJournal;
import chat.parley.client.ParleyClient;
import chat.parley.client.Secrecy;
import chat.parley.client.ServerAddress;
import chat.parley.client.Timings;
import chat.parley.model.Fingerprint;
import chat.parley.model.RoomId;
import chat.parley.protocol.Command;
import chat.parley.server.identity.Identity;
import chat.parley.server.identity.OwnIdentity;
import chat.parley.server.identity.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client and a server, and whoever stands between them, on real sockets. */
@Timeout(60)
class EncryptedTalkTest {
  private static final Timings EAGER =
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
  private static final long BETWEEN_DRIPS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final String NOT_FOUND =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  @TempDir private Path folder;
  private final KnownServers known = KnownServers.inMemory();
  private final MemoryJournal journal = new MemoryJournal();
  private final Watch ann = new Watch();
  private final List<ParleyClient> clients = new ArrayList<>();

  @AfterEach
  void leave() {
    clients.forEach(ParleyClient::close);
  }

  @Test
  void twoPeopleTalkByTlsAndTheKeyIsRememberedOnTheFirstVisit() throws Exception {
    try (ParleyServer server = start(0, "data", new Encryption.OwnKey())) {
      Fingerprint key = server.fingerprint().orElseThrow();
      ParleyClient client = visit(server.port(), journal, ann, known);
      ann.awaitLink(LinkState.LIVE);
      assertThat(ann.secrecy()).containsExactly(new Secrecy.Encrypted(key));
      assertThat(known.keyOf(address(server.port()))).isEqualTo(key);

      var ben = new Watch();
      ParleyClient other = visit(server.port(), new MemoryJournal(), ben, KnownServers.inMemory());
      ben.awaitLink(LinkState.LIVE);
      RoomId room = join(client);
      assertThat(join(other)).isEqualTo(room);
      client.send(room, "x".repeat(8_000));
      other.send(room, "hello Ann");
      ann.await("Ben's message", watch -> watch.bodies().contains("hello Ann"));
      ben.await("Ann's message", watch -> watch.bodies().contains("x".repeat(8_000)));
    }
  }

  @Test
  void theSameKeyWithARenewedCertificateIsSilent() throws Exception {
    int port = freePort();
    Identity first;
    try (ParleyServer _ = start(port, "data", new Encryption.OwnKey())) {
      visit(port, journal, ann, known);
      ann.awaitLink(LinkState.LIVE);
      first = identity("data", InstantSource.system());
    }
    Instant late = Instant.now().plus(Duration.ofDays(3650));
    Identity renewed = identity("data", () -> late);
    assertThat(renewed.certificate()).isNotEqualTo(first.certificate());
    try (ParleyServer _ = start(port, "data", new Encryption.OwnKey())) {
      ann.await("back", watch -> watch.count(LinkState.LIVE) == 2);
      assertThat(ann.secrecy())
          .containsExactly(
              new Secrecy.Encrypted(first.fingerprint()),
              new Secrecy.Encrypted(first.fingerprint()));
    }
  }

  @Test
  void aChangedKeyIsAHardStopAndNoTokenLeaves() throws Exception {
    int port = freePort();
    Fingerprint right;
    try (ParleyServer server = start(port, "data", new Encryption.OwnKey())) {
      right = server.fingerprint().orElseThrow();
      visit(port, journal, ann, known);
      ann.awaitLink(LinkState.LIVE);
    }
    assertThat(journal.login()).as("a token that is worth stealing").isNotNull();
    Identity other = identity("other", InstantSource.system());
    try (var impostor = new Impostor(port, other.context(), NOT_FOUND)) {
      ann.awaitLink(LinkState.REFUSED);
      assertThat(ann.secrecy().getLast())
          .isEqualTo(new Secrecy.KeyChanged(right, other.fingerprint()));
      assertThat(ann.problems().getLast())
          .contains("has another key than before; nothing was sent");
      int visits = impostor.visits();
      clients.getFirst().retryNow();
      ann.await("refused again", watch -> watch.count(LinkState.REFUSED) == 2);
      assertThat(impostor.visits()).as("only when asked").isEqualTo(visits + 1);
      assertThat(impostor.heard()).isEmpty();
    }
    try (ParleyServer _ = start(port, "data", new Encryption.OwnKey())) {
      clients.getFirst().retryNow();
      ann.awaitLink(LinkState.LIVE);
    }
  }

  @Test
  void whoTrustsTheNewKeyIsLetIn() throws Exception {
    int port = freePort();
    try (ParleyServer _ = start(port, "data", new Encryption.OwnKey())) {
      visit(port, journal, ann, known);
      ann.awaitLink(LinkState.LIVE);
    }
    try (ParleyServer moved = start(port, "moved", new Encryption.OwnKey())) {
      ann.awaitLink(LinkState.REFUSED);
      Fingerprint shown = ((Secrecy.KeyChanged) ann.secrecy().getLast()).shown();
      known.trust(address(port), shown);
      var again = new Watch();
      visit(port, new MemoryJournal(), again, known);
      again.awaitLink(LinkState.LIVE);
      assertThat(again.secrecy()).containsExactly(new Secrecy.Encrypted(shown));
      assertThat(moved.fingerprint()).contains(shown);
    }
  }

  @Test
  void onceMetByTlsAServerIsNeverSpokenToWithoutIt() throws Exception {
    int port = freePort();
    try (ParleyServer _ = start(port, "data", new Encryption.OwnKey())) {
      visit(port, journal, ann, known);
      ann.awaitLink(LinkState.LIVE);
    }
    try (var impostor = new Impostor(port, null, NOT_FOUND)) {
      ann.await(
          "three tries", watch -> impostor.visits() >= 3 && watch.count(LinkState.WAITING) >= 3);
      assertThat(ann.problems().getLast()).contains("was encrypted before and is not now");
      assertThat(impostor.heard()).as("not one byte that is not TLS").isEmpty();
      assertThat(ann.secrecy().getFirst()).isInstanceOf(Secrecy.Encrypted.class);
      assertThat(ann.secrecy().stream().skip(1)).hasOnlyElementsOfType(Secrecy.Withheld.class);
    }
    try (ParleyServer _ = start(port, "data", new Encryption.Off())) {
      long before = ann.count(LinkState.WAITING);
      ann.await("refused by ourselves", watch -> watch.count(LinkState.WAITING) > before + 2);
      assertThat(ann.count(LinkState.LIVE)).isEqualTo(1);
    }
  }

  @Test
  void aServerThatAnswersTlsInPlainWordsIsNoDifferent() throws Exception {
    try (var http = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      known.met(
          address(http.getLocalPort()), identity("other", InstantSource.system()).fingerprint());
      visit(http.getLocalPort(), journal, ann, known);
      try (Socket socket = http.accept()) {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes("US-ASCII"));
        ann.awaitLink(LinkState.WAITING);
        assertThat(ann.problems().getFirst()).contains("was encrypted before and is not now");
      }
    }
  }

  @Test
  void aServerWithoutTlsThatWasNeverMetIsJoinedInPlainAndSaysSo() throws Exception {
    try (ParleyServer server = start(0, "data", new Encryption.Off())) {
      visit(server.port(), journal, ann, known);
      ann.awaitLink(LinkState.LIVE);
      assertThat(ann.secrecy()).containsExactly(new Secrecy.Open());
      assertThat(known.keyOf(address(server.port()))).isNull();
    }
  }

  @Test
  void aWrongKeyInAnInvitationIsRefusedOnTheFirstVisit() throws Exception {
    Fingerprint invited = identity("other", InstantSource.system()).fingerprint();
    try (ParleyServer server = start(0, "data", new Encryption.OwnKey())) {
      known.met(address(server.port()), invited);
      visit(server.port(), journal, ann, known);
      ann.awaitLink(LinkState.REFUSED);
      assertThat(ann.secrecy())
          .containsExactly(new Secrecy.KeyChanged(invited, server.fingerprint().orElseThrow()));
      assertThat(journal.login()).isNull();
    }
  }

  @Test
  void aServerThatDripsItsHandshakeIsGivenUpInTime() throws Exception {
    try (var slow = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      visit(slow.getLocalPort(), journal, ann, known);
      long start = System.nanoTime();
      try (Socket socket = slow.accept()) {
        socket.getOutputStream().write(new byte[] {0x16, 3, 3, 0x40, 0});
        while (ann.count(LinkState.WAITING) == 0) {
          drip(socket);
        }
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      assertThat(ann.problems().getFirst()).contains("says nothing");
    }
  }

  private static void drip(Socket socket) {
    try {
      socket.getOutputStream().write(2);
    } catch (IOException e) {
      // It is over.
    }
    LockSupport.parkNanos(BETWEEN_DRIPS);
  }

  private ParleyServer start(int port, String data, Encryption encryption) throws Exception {
    return ParleyServer.start(
        new ServerConfig("127.0.0.1", port, folder.resolve(data), "Office", true, encryption));
  }

  private Identity identity(String data, InstantSource clock) throws Exception {
    Path where = Files.createDirectories(folder.resolve(data));
    return new OwnIdentity(where, clock, new SecureRandom()).loadOrMake(Reach.ofThisComputer());
  }

  private ParleyClient visit(int port, MemoryJournal kept, Watch watch, KnownServers servers) {
    var config =
        new ClientConfig(
            address(port),
            servers,
            "test",
            new Command.Auth.Guest("Person " + clients.size()),
            InstantSource.system(),
            System::nanoTime,
            RandomGenerator.getDefault(),
            EAGER);
    var client = ParleyClient.start(config, kept, watch);
    clients.add(client);
    return client;
  }

  private static RoomId join(ParleyClient client) throws Exception {
    return client
        .join(new Command.Place.ByName("tea", true))
        .get(10, TimeUnit.SECONDS)
        .room()
        .room()
        .id();
  }

  private static ServerAddress address(int port) {
    return new ServerAddress("127.0.0.1", port);
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
