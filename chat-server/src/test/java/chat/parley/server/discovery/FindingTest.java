package chat.parley.server.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ServerAddress;
import chat.parley.discovery.FoundServer;
import chat.parley.discovery.Lan;
import chat.parley.discovery.ServerSearch;
import chat.parley.discovery.Ways;
import chat.parley.model.Door;
import chat.parley.model.Fingerprint;
import chat.parley.model.Nonce;
import chat.parley.protocol.Advert;
import chat.parley.protocol.Datagram;
import chat.parley.server.Encryption;
import chat.parley.server.ParleyServer;
import chat.parley.server.ServerConfig;
import chat.parley.server.file.Quotas;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, looked for on this computer. */
class FindingTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final Audience EVERYBODY = Audience.of("0.0.0.0");
  private static final Audience HERE = Audience.of("127.0.0.1");

  @TempDir Path folder;

  /** What the search said last. */
  private List<FoundServer> found = List.of();

  @Test
  void serversOfTheSameNameAreBothFoundEachOnceAndGoWhenTheyStop() throws Exception {
    var ways = Ways.here(freeUdpPort());
    try (ServerSearch _ = search(ways);
        ParleyServer first = start("first", new Encryption.OwnKey(), ways)) {
      try (ParleyServer second = start("second", new Encryption.Off(), ways)) {
        await(now -> now.size() == 2);
        assertThat(found).extracting(one -> one.advert().name()).containsOnly("Office");
        assertThat(found)
            .extracting(one -> one.advert().port())
            .containsExactlyInAnyOrder(first.port(), second.port());
        assertThat(found)
            .extracting(FoundServer::addresses)
            .contains(List.of(new ServerAddress("127.0.0.1", first.port())));
      }
      await(now -> now.size() == 1);
      assertThat(found.getFirst().advert().key()).isEqualTo(first.fingerprint().orElseThrow());
    }
  }

  @Test
  void serverThatIsNotAnnouncedIsNotFound() throws Exception {
    var ways = Ways.here(freeUdpPort());
    try (ServerSearch _ = search(ways);
        ParleyServer _ = start("hidden", new Encryption.Off(), null);
        ParleyServer shown = start("shown", new Encryption.Off(), ways)) {
      await(now -> !now.isEmpty());
      assertThat(found).extracting(one -> one.advert().port()).containsExactly(shown.port());
    }
  }

  @Test
  void whoAsksTooMuchGetsFewAnswersAndNonsenseNone() throws Exception {
    int port = freeUdpPort();
    try (Beacon _ = Beacon.open(port, HERE, () -> advert(7070));
        var socket = new DatagramSocket(0, LOOPBACK)) {
      socket.setSoTimeout(500);
      say(socket, port, "nonsense");
      say(socket, port, "{\"type\":\"who_is_here\"}");
      say(socket, port, "x".repeat(5_000));
      say(socket, port, Datagram.encode(new Datagram.Answer(new Nonce("a"), advert(7070))));
      assertThat(answers(socket)).isZero();
      for (int i = 0; i < 500; i++) {
        say(socket, port, Datagram.encode(new Datagram.Question(new Nonce("n" + i))));
      }
      assertThat(answers(socket)).isBetween(1, 3 * AnswerRate.PER_ADDRESS);
    }
  }

  @Test
  void answersAreCountedByTheSecond() {
    var rate = new AnswerRate();
    InetAddress other = InetAddress.ofLiteral("192.168.1.6");
    for (int i = 0; i < AnswerRate.PER_ADDRESS; i++) {
      assertThat(rate.take(LOOPBACK, 1)).isTrue();
    }
    assertThat(rate.take(LOOPBACK, 1)).isFalse();
    assertThat(rate.take(other, 1)).isTrue();
    assertThat(rate.take(LOOPBACK, Duration.ofSeconds(2).toNanos())).isTrue();
  }

  @Test
  void onlyThoseNearByAreAnswered() {
    InetAddress neighbour = InetAddress.ofLiteral("192.168.1.6");
    InetAddress stranger = InetAddress.ofLiteral("8.8.8.8");
    assertThat(EVERYBODY.mayKnow(neighbour)).isTrue();
    assertThat(EVERYBODY.mayKnow(stranger)).isFalse();
    assertThat(HERE.mayKnow(neighbour)).isFalse();
    assertThat(HERE.mayKnow(LOOPBACK)).isTrue();
  }

  @Test
  void whereAServerDoesNotListenItIsNotAnnounced() {
    Audience elsewhere = Audience.of("10.9.9.9");
    assertThat(elsewhere.mayKnow(InetAddress.ofLiteral("192.168.77.6"))).isFalse();
    assertThat(elsewhere.mayKnow(LOOPBACK)).isFalse();
    assertThat(elsewhere.from()).isEmpty();
    assertThat(EVERYBODY.from()).isEqualTo(Lan.own());
    assertThat(Lan.own())
        .allSatisfy(own -> assertThat(new Audience(own).from()).containsExactly(own));
  }

  @Test
  void multicastAloneFindsAServerAndForgetsOneWhosePortIsShut() throws Exception {
    try (var door = new ServerSocket(0, 50, LOOPBACK);
        Notice _ = Notice.start(HERE, () -> advert(door.getLocalPort()));
        ServerSearch _ = search(new Ways(freeUdpPort(), true, true))) {
      await(now -> ports(now).contains(door.getLocalPort()));
      FoundServer one =
          found.stream()
              .filter(server -> server.advert().port() == door.getLocalPort())
              .findFirst()
              .orElseThrow();
      assertThat(one.advert()).isEqualTo(advert(door.getLocalPort()));
      shut(door);
      await(now -> !ports(now).contains(one.advert().port()));
    }
  }

  @Test
  void twoServersOfOneNameAreBothAnnounced() throws Exception {
    try (var door = new ServerSocket(0, 50, LOOPBACK);
        var other = new ServerSocket(0, 50, LOOPBACK);
        Notice _ = Notice.start(HERE, () -> advert(door.getLocalPort()));
        Notice _ = Notice.start(HERE, () -> advert(other.getLocalPort()));
        ServerSearch _ = search(new Ways(freeUdpPort(), true, true))) {
      await(now -> ports(now).containsAll(List.of(door.getLocalPort(), other.getLocalPort())));
    }
  }

  @Test
  void portForQuestionsThatIsTakenKeepsNoServerFromOpening() throws Exception {
    try (var taken = new DatagramSocket(null)) {
      taken.setReuseAddress(false);
      taken.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0));
      var ways = Ways.here(taken.getLocalPort());
      try (ParleyServer server = start("server", new Encryption.Off(), ways);
          var socket = new Socket(LOOPBACK, server.port())) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }

  private static void shut(ServerSocket door) throws Exception {
    door.close();
  }

  private static List<Integer> ports(List<FoundServer> servers) {
    return servers.stream().map(server -> server.advert().port()).toList();
  }

  private static Advert advert(int port) {
    return new Advert("id-" + port, "Büro 2.5", port, new Fingerprint("0c".repeat(32)), 3, "0.1.0");
  }

  private ServerSearch search(Ways ways) {
    return ServerSearch.start(ways, List::of, this::heard);
  }

  private synchronized void heard(List<FoundServer> now) {
    found = now;
    notifyAll();
  }

  private synchronized void await(Predicate<List<FoundServer>> what) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!what.test(found)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("It was not found as expected, but " + found);
      }
      wait(left);
    }
  }

  private ParleyServer start(String data, Encryption encryption, Ways ways) throws Exception {
    return ParleyServer.start(
        new ServerConfig(
            "127.0.0.1",
            0,
            folder.resolve(data),
            "Office",
            Door.GUESTS,
            true,
            encryption,
            Quotas.DEFAULT,
            ways));
  }

  private static void say(DatagramSocket socket, int port, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    socket.send(new DatagramPacket(bytes, bytes.length, LOOPBACK, port));
  }

  /** How many come until nothing comes for a while. */
  private static int answers(DatagramSocket socket) throws Exception {
    var packet = new DatagramPacket(new byte[2_048], 2_048);
    for (int count = 0; ; count++) {
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return count;
      }
    }
  }

  private static int freeUdpPort() throws Exception {
    try (var probe = new DatagramSocket()) {
      return probe.getLocalPort();
    }
  }
}
