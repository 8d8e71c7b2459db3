package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person in one app on two real servers, and a colleague on the second. */
@Tag("fault")
class TwoServersTest {
  @TempDir Path folder;

  private ServerProcess office;
  private ServerProcess lab;

  @BeforeEach
  void start() throws Exception {
    office = ServerProcess.start(folder.resolve("office"), "--name", "Floor 2 office");
    lab = ServerProcess.start(folder.resolve("lab"), "--name", "Lab");
  }

  @AfterEach
  void stop() {
    office.close();
    lab.close();
  }

  @Test
  void bothStayConnectedAndWhatWaitsOnTheOtherIsSeen() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address(office));
      assertThat(Fx.call(ann::servers)).isZero();
      ann.choose("#server-menu", "Add a server");
      ann.logIn("Ann Bell", address(lab));
      ann.awaitServer("Lab");
      ben.logIn("Ben Roth", address(lab));

      ann.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.DIGIT1);
      ann.awaitServer("Floor 2 office");
      ann.say("Nobody here yet");
      ben.say("@Ann Bell the sample is ready");
      Fx.await(() -> ann.serverBadge("Lab").equals("1"));
      ann.clickServer("Lab");
      ann.awaitText("the sample is ready");
      assertThat(ann.count("Nobody here yet")).isZero();
      Fx.await(() -> ann.serverBadge("Lab").isEmpty());
    }
    try (Desk ann = Desk.open(folder.resolve("ann"))) {
      ann.awaitServer("Lab");
      ann.awaitText("the sample is ready");
      Fx.await(() -> ann.servers() == 2);
      ann.choose("#server-menu", "Leave this server");
      ann.awaitServer("Floor 2 office");
      ann.awaitText("Nobody here yet");
      assertThat(Fx.call(ann::servers)).isZero();
    }
  }

  private static String address(ServerProcess server) {
    return "127.0.0.1:" + server.port();
  }
}
