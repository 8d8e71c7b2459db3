package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.server.ServerProcess;
import java.net.DatagramSocket;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Apps with empty profiles that find real servers by asking for them. */
@ExtendWith(NetworkToItself.class)
class FindingJourneyTest {
  @TempDir Path folder;

  @Test
  void twoPeopleTalkAfterAClickAndAWordEach() throws Exception {
    String port = freeUdpPort();
    try (ServerProcess _ = office("server", port);
        Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port);
        Desk ben = Desk.open(folder.resolve("ben"), "--discovery-port", port)) {
      join(ann, "Ann");
      ann.say("Hello");
      join(ben, "Ben");
      ben.awaitText("Hello");
      Fx.await(() -> ben.server().secrecy().invitation() != null);
      assertThat(Fx.<String>call(() -> ben.server().secrecy().invitation())).contains("#pin=");
    }
  }

  @Test
  void twoServersOfOneNameAreTwoRowsAndAStoppedOneGoes() throws Exception {
    String port = freeUdpPort();
    try (ServerProcess first = office("first", port);
        ServerProcess second = office("second", port);
        Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
      ann.awaitText("127.0.0.1:" + first.port());
      ann.awaitText("127.0.0.1:" + second.port());
      second.kill();
      ann.awaitGone("127.0.0.1:" + second.port());
      assertThat(ann.count("127.0.0.1:" + first.port())).isEqualTo(1);
    }
  }

  @Test
  void serverThatIsKnownSaysSoAfterLeavingIt() throws Exception {
    String port = freeUdpPort();
    try (ServerProcess _ = office("server", port);
        Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
      Fx.await(() -> key(ann).equals("New"));
      join(ann, "Ann");
      Fx.run(() -> ann.model().leave(ann.server()));
      Fx.await(() -> key(ann).equals("Known"));
    }
  }

  private static String key(Desk desk) {
    return desk.scene().lookup(".found-key") instanceof Labeled label ? label.getText() : "";
  }

  private static void join(Desk desk, String name) {
    desk.awaitText("Our office");
    desk.click(".found-row", "Our office");
    desk.fill("#login-name", "");
    desk.type(name);
    desk.push(KeyCode.ENTER);
    desk.awaitNode("#composer");
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
