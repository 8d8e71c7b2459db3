package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Secrecy;
import chat.parley.desktop.view.Fx;
import chat.parley.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people notice of encryption, between a real app and a real server. */
class EncryptionJourneyTest {
  @TempDir Path folder;

  @Test
  void firstVisitAsksNothingAndAnotherKeyStopsEverythingUntilSomebodyDecides() throws Exception {
    Path data = folder.resolve("server");
    try (ServerProcess server = ServerProcess.startSecure(data, "--name", "Floor 2 office");
        Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
      ann.say("Said to the first key");
      String first = words(server);
      assertThat(secrecy(ann)).isInstanceOf(Secrecy.Encrypted.class);
      assertThat(((Secrecy.Encrypted) secrecy(ann)).key().words()).isEqualTo(first);
      assertThat(Fx.call(() -> ann.scene().lookup("#not-encrypted").isVisible())).isFalse();

      server.terminate();
      Files.delete(data.resolve("tls/key.pem"));
      Files.delete(data.resolve("tls/certificate.pem"));
      server.restart();
      ann.awaitNode("#key-trust");
      String second = words(server);
      assertThat(second).isNotEqualTo(first);
      ann.awaitText(first);
      ann.awaitText(second);

      ann.click("#key-stay");
      ann.awaitText("has another key than before");
      ann.say("Waits for a decision");
      assertThat(Fx.call(() -> ann.server().link().liveProperty().get())).isFalse();

      ann.click(".banner .link-button");
      ann.awaitNode("#key-trust");
      ann.fill("#key-typed", "trust");
      ann.click("#key-trust");
      Fx.await(() -> ann.server() != null && ann.server().link().liveProperty().get());
      ann.awaitText("Said to the first key");
      try (Desk ben = Desk.open(folder.resolve("ben"))) {
        ben.logIn("Ben Roth", "127.0.0.1:" + server.port());
        ben.awaitText("Waits for a decision");
      }
    }
  }

  @Test
  void aServerThatIsEncryptedNoLongerGetsNothingAndTheAppSaysWhatToDo() throws Exception {
    try (ServerProcess server = ServerProcess.startSecure(folder.resolve("server"));
        Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
      server.terminate();
      server.restartWithoutTls();
      ann.awaitText("was encrypted before and is not now. Nothing is sent.");
      assertThat(secrecy(ann)).isInstanceOf(Secrecy.Withheld.class);
      assertThat(Fx.<Object>call(() -> ann.scene().lookup("#key-trust"))).isNull();
      ann.choose("#server-menu", "Encryption…");
      ann.awaitText("A server that is to stay without encryption needs another address");
      ann.push(KeyCode.ESCAPE);
      ann.say("Waits until it is encrypted again");
      assertThat(Fx.call(() -> ann.server().link().liveProperty().get())).isFalse();
    }
  }

  @Test
  void aServerWithoutEncryptionIsJoinedAndMarked() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder.resolve("server"));
        Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
      assertThat(secrecy(ann)).isEqualTo(new Secrecy.Open());
      ann.click("#not-encrypted");
      ann.awaitText("everybody on this network can read what is written here");
    }
  }

  @Test
  void anInvitationOfAnotherKeyIsRefusedBeforeAnybodyIsIn() throws Exception {
    try (ServerProcess server = ServerProcess.startSecure(folder.resolve("server"));
        Desk ann = Desk.open(folder.resolve("ann"))) {
      String address = "parley://127.0.0.1:" + server.port() + "/#pin=" + "0f".repeat(32);
      ann.tryToLogIn("Ann Bell", address);
      ann.awaitNode("#key-stay");
      ann.awaitText(words(server));
      ann.click("#key-stay");
      ann.awaitText("Nothing was sent to 127.0.0.1");
    }
  }

  private static Secrecy secrecy(Desk desk) {
    return Fx.call(() -> desk.server().secrecy().secrecyProperty().get());
  }

  /** What the server printed last. */
  private static String words(ServerProcess server) {
    Pattern line = Pattern.compile(" *Fingerprint: *([a-z ]+)");
    List<String> found =
        server.output().stream()
            .map(line::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .toList();
    return found.getLast();
  }
}
