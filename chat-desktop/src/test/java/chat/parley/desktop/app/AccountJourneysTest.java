package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.model.Role;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Becoming somebody, as a person does it: typing, clicking, on two computers. */
class AccountJourneysTest {
  private static final String SECRET = "correct horse battery";

  @TempDir Path folder;

  private ServerProcess server;
  private Desk ann;
  private Desk other;

  @BeforeEach
  void open() {
    ann = Desk.open(folder.resolve("ann"));
    other = Desk.open(folder.resolve("other"));
  }

  @AfterEach
  void close() {
    ann.close();
    other.close();
    server.close();
  }

  @Test
  void aGuestMakesAnAccountAndComesInOnAnotherComputerAndLogsThatOneOutAgain() throws Exception {
    server = ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office");
    ann.logIn("Ann Bell", address());
    ann.openRoom("kitchen");
    ann.say("The kettle is on");
    openAccount(ann);
    ann.click("#account-fresh");
    ann.type(SECRET);
    ann.click("#account-become");
    Fx.await(() -> ann.server().meProperty().get().role() == Role.MEMBER);
    ann.push(KeyCode.ESCAPE);

    other.inFront();
    other.click("#way-account");
    other.click("#login-password");
    other.type(SECRET);
    other.tryToLogIn("Ann Bell", address());
    other.awaitNode("#composer");
    other.goTo("kitchen");
    other.awaitText("The kettle is on");

    openAccount(ann);
    ann.click(".account-device .button", "Log out");
    other.awaitText("Log in again");
    ann.push(KeyCode.ESCAPE);
    ann.say("Still here");
  }

  @Test
  void whereAnAccountIsNeededTheFormAsksForThePasswordAndANewOneIsMade() throws Exception {
    server = ServerProcess.start(folder.resolve("server"), "--accounts", "open");
    ann.tryToLogIn("Ann Bell", address());
    ann.awaitText("needs an account");
    ann.awaitNode("#login-password");
    ann.click("#way-new-account");
    ann.click("#login-password");
    ann.type("short");
    ann.push(KeyCode.ENTER);
    ann.awaitText("at least 8");
    ann.fill("#login-password", SECRET);
    ann.push(KeyCode.ENTER);
    ann.awaitNode("#composer");
    assertThat(Fx.call(() -> ann.server().meProperty().get().role())).isEqualTo(Role.MEMBER);
  }

  @Test
  void aNewNameShowsAtOthersOnWhatWasSaidBefore() throws Exception {
    server = ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office");
    ann.logIn("Ann Bell", address());
    ann.say("Who has the key?");
    other.logIn("Ben Roth", address());
    other.awaitText("Who has the key?");
    openAccount(ann);
    ann.fill("#account-name", "Ann Smith");
    ann.push(KeyCode.ENTER);
    other.awaitText("Ann Bell is now Ann Smith");
    Fx.await(() -> Trio.message(other, "Who has the key?").name().equals("Ann Smith"));

    ann.close();
    ann = Desk.open(folder.resolve("ann"));
    Fx.await(() -> ann.server() != null && ann.server().link().liveProperty().get());
    assertThat(Fx.call(() -> ann.server().meProperty().get().name())).isEqualTo("Ann Smith");
    assertThat(Fx.call(() -> ann.server().account().name())).isEqualTo("Ann Smith");
    ann.say("I have it myself");
    other.awaitText("I have it myself");
    Fx.run(() -> ann.model().leave(ann.server()));
    Fx.await(() -> ann.model().login().nameProperty().get().equals("Ann Smith"));
    ann.tryToLogIn("Ann Smith", address());
    ann.awaitNode("#composer");
    ann.awaitText("I have it myself");
  }

  private static void openAccount(Desk desk) {
    desk.click("#me");
    desk.click(".me-menu .line-button", "Account and devices");
    desk.awaitNode("#account-name");
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }
}
