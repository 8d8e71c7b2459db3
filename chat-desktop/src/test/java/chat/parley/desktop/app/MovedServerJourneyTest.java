package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ServerAddress;
import chat.parley.desktop.view.Fx;
import chat.parley.model.Fingerprint;
import chat.parley.model.Nonce;
import chat.parley.protocol.Advert;
import chat.parley.protocol.Datagram;
import chat.parley.server.ServerProcess;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is at another address than it was, with its people connected. */
class MovedServerJourneyTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  @TempDir Path folder;

  @Test
  void appGoesAfterItAndNothingIsLost() throws Exception {
    String port = freeUdpPort();
    ServerAddress before;
    try (Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
      try (ServerProcess first = office("server", port)) {
        before = at(first);
        join(ann, "Ann");
        say(ann, "Before");
        first.terminate();
      }
      Fx.await(() -> !live(ann));
      ann.tells("While it moved");
      try (ServerProcess second = office("server", port)) {
        Fx.await(() -> live(ann));
        ann.awaitText("While it moved");
        assertThat(second.port()).isNotEqualTo(before.port());
        assertThat(folder.resolve("ann/moved-servers"))
            .hasContent(before + " 127.0.0.1:" + second.port());
        assertThat(Fx.<String>call(() -> ann.server().secrecy().invitation()))
            .startsWith("parley://127.0.0.1:" + second.port() + "/#pin=");
        try (Desk ben = Desk.open(folder.resolve("ben"), "--discovery-port", port)) {
          join(ben, "Ben");
          ben.awaitText("Before");
          ben.awaitText("While it moved");
          say(ben, "Welcome to the new place");
          ann.awaitText("Welcome to the new place");
          assertThat(ben.count("While it moved")).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void theListLeadsToWhatOneHasThereAndAfterARestartItIsGoneToAtOnce() throws Exception {
    String port = freeUdpPort();
    Path profile = folder.resolve("ann");
    try (ServerProcess first = office("server", port);
        Desk ann = Desk.open(profile, "--discovery-port", port)) {
      join(ann, "Ann");
      say(ann, "Before");
      Fx.run(() -> ann.model().leave(ann.server()));
      first.terminate();
    }
    try (ServerProcess second = office("server", port)) {
      try (Desk ann = Desk.open(profile, "--discovery-port", port)) {
        ann.awaitText("127.0.0.1:" + second.port());
        join(ann, "Ann");
        ann.awaitText("Before");
        assertThat(Fx.<String>call(() -> ann.server().account().address()))
            .isNotEqualTo(at(second).toString());
      }
      try (Desk ann = Desk.open(profile)) {
        Fx.await(() -> live(ann));
      }
    }
  }

  @Test
  void nobodyIsBelievedWhoHasAnotherKeyWhateverIsSaidOfThem() throws Exception {
    int port = Integer.parseInt(freeUdpPort());
    try (Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", String.valueOf(port))) {
      ServerAddress before;
      try (ServerProcess first = office("server", String.valueOf(port))) {
        before = at(first);
        join(ann, "Ann");
        first.terminate();
      }
      Fx.await(() -> !live(ann));
      KnownServersFile known = KnownServersFile.read(folder.resolve("ann/known-servers"));
      try (ServerProcess other = office("other", String.valueOf(port));
          var cable = new Cable(other.port());
          Liar _ = new Liar(port, cable.port(), known.keyOf(before), known.historyOf(before))) {
        Fx.await(() -> cable.connections() > 0);
        // The second knock comes when the first one has come to nothing.
        Fx.await(
            () -> {
              ann.server().link().act();
              return cable.connections() > 1;
            });
        assertThat(Fx.<Boolean>call(() -> live(ann))).isFalse();
        assertThat(Fx.<Boolean>call(() -> ann.model().keyQuestionProperty().get() == null))
            .as("nobody is alarmed by what a stranger says")
            .isTrue();
        assertThat(folder.resolve("ann/moved-servers")).doesNotExist();
      }
    }
  }

  @Test
  void anotherServerOfTheSameKeyIsNotTakenForTheOneThatIsAway() throws Exception {
    String port = freeUdpPort();
    try (Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
      ServerAddress before;
      try (ServerProcess first = office("one", port)) {
        before = at(first);
        join(ann, "Ann");
        say(ann, "Before");
        first.terminate();
      }
      copyKey("one", "two");
      Fx.await(() -> !live(ann));
      ann.tells("While it was away");
      try (ServerProcess other = office("two", port);
          Desk ben = Desk.open(folder.resolve("ben"), "--discovery-port", port)) {
        ben.awaitText("127.0.0.1:" + other.port());
        assertThat(Fx.<Boolean>call(() -> live(ann))).isFalse();
        try (ServerProcess first = office("one", port)) {
          ben.awaitText("127.0.0.1:" + first.port());
          ben.awaitText("127.0.0.1:" + other.port());
          Fx.await(() -> live(ann));
          ann.awaitText("While it was away");
          ann.awaitText("Before");
          assertThat(folder.resolve("ann/moved-servers"))
              .hasContent(before + " 127.0.0.1:" + first.port());
        }
      }
    }
  }

  private void copyKey(String from, String to) throws IOException {
    Path tls = Files.createDirectories(folder.resolve(to + "/tls"));
    for (String name : List.of("key.pem", "certificate.pem")) {
      Files.copy(folder.resolve(from + "/tls/" + name), tls.resolve(name));
    }
  }

  /** Says that a server is elsewhere, under a key that whoever is there does not have. */
  private static final class Liar implements AutoCloseable {
    private final DatagramSocket socket;
    private final Advert lie;

    Liar(int port, int elsewhere, Fingerprint key, String history) throws IOException {
      lie = new Advert(history, "Our office", elsewhere, key, 1, "0.1.0");
      socket = new DatagramSocket(null);
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), port));
      Thread.ofVirtual().start(this::lie);
    }

    private void lie() {
      var packet = new DatagramPacket(new byte[Datagram.MAX_BYTES], Datagram.MAX_BYTES);
      while (!socket.isClosed()) {
        try {
          socket.receive(packet);
          String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
          Nonce nonce = Datagram.decode(text).nonce();
          byte[] answer =
              Datagram.encode(new Datagram.Answer(nonce, lie)).getBytes(StandardCharsets.UTF_8);
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        } catch (Exception e) {
          continue; // The test is over, or somebody else spoke.
        }
      }
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  private static boolean live(Desk desk) {
    return desk.server() != null && desk.server().link().liveProperty().get();
  }

  /** Until it has its place in the log. */
  private static void say(Desk desk, String text) {
    desk.say(text);
    Fx.await(() -> Trio.message(desk, text) != null && Trio.message(desk, text).seq() > 0);
  }

  private static ServerAddress at(ServerProcess server) {
    return new ServerAddress("127.0.0.1", server.port());
  }

  private static void join(Desk desk, String name) {
    desk.awaitText("Our office");
    desk.click(".found-row", "Our office");
    desk.fill("#login-name", "");
    desk.type(name);
    desk.push(KeyCode.ENTER);
    desk.awaitNode("#composer");
    Fx.await(() -> live(desk));
  }

  private ServerProcess office(String data, String port) throws Exception {
    return ServerProcess.startSecure(
        folder.resolve(data), "--name", "Our office", "--discovery-port", port);
  }

  private static String freeUdpPort() throws Exception {
    try (var probe = new DatagramSocket()) {
      return String.valueOf(probe.getLocalPort());
    }
  }
}
