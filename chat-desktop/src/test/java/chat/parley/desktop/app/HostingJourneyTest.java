package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.desktop.platform.ServerProgram;
import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.LoginModel;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with an empty profile runs a server for somebody else with an empty profile. */
@ExtendWith(NetworkToItself.class)
class HostingJourneyTest {
  private static final String MAIN = "chat.parley.server.Main";

  @TempDir Path folder;

  @AfterEach
  void stop() throws Exception {
    program(7070).stop();
  }

  @Test
  void twoClicksAndAWordEachUntilTheSecondPersonSpeaks() throws Exception {
    String port = freeUdpPort();
    try (Desk ben = Desk.open(folder.resolve("ben"), "--discovery-port", port)) {
      try (Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
        ann.awaitNode("#host-start");
        ann.fill("#login-name", "");
        ann.type("Ann");
        ann.click("#host-start");
        Fx.await(() -> ann.model().hosting().hostedProperty().get() != null);
        ann.awaitNode("#composer");
        assertThat(Fx.<String>call(() -> ann.server().secrecy().invitation())).contains("#pin=");
        ann.awaitNode(".join-card");
        ann.awaitText("Ann's server");

        ben.awaitNode(".found-row");
        ben.click(".found-row");
        ben.fill("#login-name", "");
        ben.type("Ben");
        ben.push(KeyCode.ENTER);
        ben.awaitNode("#composer");
        ben.say("Hello");
        ann.awaitText("Hello");
      }
      ben.say("Still here");
      try (Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
        ann.awaitText("Still here");
        Fx.await(() -> ann.model().hosting().hostedProperty().get() != null);
        Fx.run(() -> ann.model().hosting().stop());
        ann.awaitNode("#host-stop-do");
        ann.click("#host-stop-do");
        Fx.await(() -> ann.model().hosting().hostedProperty().get() == null);
        Fx.await(() -> !ben.server().link().liveProperty().get());
      }
    }
  }

  @Test
  void aNameOfOnesOwnAndThreeWordsAcrossTheRoom() throws Exception {
    String port = freeUdpPort();
    try (Desk ben = Desk.open(folder.resolve("ben"), "--discovery-port", port);
        Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
      ann.awaitNode("#host-start");
      ann.fill("#login-name", "Ann");
      ann.fill("#host-name", "");
      ann.type("The kitchen");
      ann.push(KeyCode.ENTER);
      ann.awaitNode("#card-say");
      ann.awaitText("The kitchen");
      String words = Fx.call(() -> said(ann));
      ann.push(KeyCode.ESCAPE);
      Fx.await(() -> ann.scene().lookup(".join-card") == null);
      ann.type("The kettle is on");
      ann.push(KeyCode.ENTER);
      ann.awaitText("The kettle is on");

      ben.awaitNode("#login-address .text-field");
      ben.fill("#login-name", "Ben");
      ben.fill("#login-address .text-field", "");
      ben.type(words);
      ben.push(KeyCode.ENTER);
      ben.awaitNode("#composer");
      ben.awaitText("The kitchen");
      assertThat(Fx.<Boolean>call(() -> ben.scene().lookup(".join-card") == null)).isTrue();
      ben.say("Found you");
      ann.awaitText("Found you");
    }
  }

  @Test
  void theServersPageOfTheSettingsHasMyServerTheNetworkAndTheWayOut() throws Exception {
    String port = freeUdpPort();
    try (Desk ben = Desk.open(folder.resolve("ben"), "--discovery-port", port);
        Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", port)) {
      ann.awaitNode("#host-start");
      ann.fill("#login-name", "Ann");
      ann.click("#host-start");
      ann.awaitNode(".join-card");
      ann.push(KeyCode.ESCAPE);
      ben.awaitNode(".found-row");
      ben.click(".found-row");
      ben.fill("#login-name", "Ben");
      ben.push(KeyCode.ENTER);
      ben.awaitNode("#composer");

      ben.openSettings("servers on the network");
      ben.awaitNode(".settings .found-row");
      ben.press("#found-why");
      ben.awaitNode(".settings .why");
      ben.closeSettings();

      ann.openSettings("this computer");
      Fx.await(() -> stateOfServer(ann).startsWith("Your server runs."));
      ann.press("#host-stop");
      ann.press("#host-stop-do");
      Fx.await(() -> stateOfServer(ann).equals("No server runs on this computer."));
      assertThat(program(7070).find()).isEmpty();

      ben.openSettings("your servers");
      ben.press(".settings-card .button");
      ben.awaitNode("#login-name");
      Fx.await(() -> ben.model().servers().isEmpty());
    }
  }

  private static String stateOfServer(Desk desk) {
    return desk.scene().lookup("#host-state") instanceof Labeled state ? state.getText() : "";
  }

  private static String said(Desk desk) {
    String sentence = ((Labeled) desk.scene().lookup("#card-say")).getText();
    return sentence.substring(sentence.indexOf(": ") + 2);
  }

  @Test
  void serverThatIsStartedAgainHasItsNameAndItsPort() throws Exception {
    ServerProgram.Running first = program(freePort()).start("The kitchen", options());
    program(7070).stop();
    assertThat(program(7070).name()).contains("The kitchen");
    assertThat(program(7070).start("The kitchen", options()).port()).isEqualTo(first.port());
  }

  @Test
  void whoMakesAnAccountWhileStartingOwnsTheServer() throws Exception {
    try (Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", freeUdpPort())) {
      ann.awaitNode("#host-start");
      Fx.run(
          () -> {
            ann.model().login().nameProperty().set("Ann");
            ann.model().login().wayProperty().set(LoginModel.Way.NEW_ACCOUNT);
            ann.model().login().passwordProperty().set("correct horse battery");
            ann.model().hosting().start();
          });
      Fx.await(() -> ann.model().hosting().hostedProperty().get() != null);
      ann.awaitNode("#composer");
      Fx.await(() -> ann.server().administration().allowedProperty().get());
    }
  }

  @Test
  void whoStartedTheServerAsAGuestBecomesItsOwnerFromTheCard() throws Exception {
    try (Desk ann = Desk.open(folder.resolve("ann"), "--discovery-port", freeUdpPort())) {
      ann.awaitNode("#host-start");
      ann.fill("#login-name", "Ann");
      ann.click("#host-start");
      ann.awaitNode("#card-owner");
      ann.click("#card-owner");
      ann.awaitNode("#account-fresh");
      ann.fill("#account-fresh", "correct horse battery");
      ann.click("#account-become");
      Fx.await(() -> ann.server().administration().allowedProperty().get());
    }
  }

  @Test
  void portThatIsTakenIsPassedOverAndTheProgramIsFoundAgain() throws Exception {
    try (var taken = new ServerSocket(0)) {
      ServerProgram first = program(taken.getLocalPort());
      ServerProgram.Running running = first.start("Office", options());
      assertThat(running.port()).isGreaterThan(taken.getLocalPort());
      assertThat(program(taken.getLocalPort()).find()).contains(running);
      assertThat(program(taken.getLocalPort()).start("Office", options())).isEqualTo(running);
      first.stop();
      assertThat(first.find()).isEmpty();
      assertThat(ProcessHandle.of(running.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void serverOfAnAppThatWasReplacedIsStartedAnewWhereItWas() throws Exception {
    ServerProgram.Running before = program(freePort(), "0.1.0").start("Office", options());
    program(7070, "0.1.0").renew(options());
    assertThat(program(7070, "0.2.0").find()).contains(before);
    program(7070, "0.2.0").renew(options());
    ServerProgram.Running now = program(7070, "0.2.0").find().orElseThrow();
    assertThat(now.pid()).isNotEqualTo(before.pid());
    assertThat(now.port()).isEqualTo(before.port());
    assertThat(ProcessHandle.of(before.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void serverThatCannotStartSaysWhyInOneSentence() {
    assertThatThrownBy(() -> program(7070).start(" ", List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--help");
    assertThat(folder.resolve("ann/server/running.properties")).doesNotExist();
  }

  private ServerProgram program(int port) {
    return program(port, "unpackaged");
  }

  private ServerProgram program(int port, String version) {
    return new ServerProgram(
        folder.resolve("ann").resolve("server"), MAIN, port, version, Optional.empty());
  }

  private static List<String> options() {
    return List.of("--bind", "127.0.0.1", "--no-discovery");
  }

  private static int freePort() throws Exception {
    try (var probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private static String freeUdpPort() throws Exception {
    try (var probe = new DatagramSocket()) {
      return String.valueOf(probe.getLocalPort());
    }
  }
}
