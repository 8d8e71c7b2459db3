package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.admin.Administration;
import chat.parley.model.Role;
import chat.parley.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping order on a real server, with the apps of those who do and of those it is done to. */
class OrderJourneyTest {
  private static final String SECRET = "correct horse battery";

  @TempDir Path folder;

  private ServerProcess server;
  private Desk olga;
  private Desk ben;
  private Desk chen;

  @BeforeEach
  void open() throws Exception {
    server = ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office");
    olga = Desk.open(folder.resolve("olga"));
    ben = Desk.open(folder.resolve("ben"));
    chen = Desk.open(folder.resolve("chen"));
  }

  @AfterEach
  void close() {
    olga.close();
    ben.close();
    chen.close();
    server.close();
  }

  @Test
  void anOwnerMutesAndBansAndSeesToAReportAndInvitesSomebodyThroughAClosedDoor() throws Exception {
    register(olga, "Olga Lind", setUpCode());
    Fx.await(() -> olga.server().meProperty().get().role() == Role.OWNER);
    ben.logIn("Ben Roth", address());
    chen.logIn("Chen Wei", address());
    ben.say("Cheap watches, only today");

    reports(chen);
    Fx.await(() -> badge(olga).isVisible());
    assertThat(Fx.call(() -> badge(olga).getText())).isEqualTo("1");
    assertThat(Fx.call(() -> olga.scene().lookup("#room-reports-waiting").isVisible())).isTrue();
    assertThat(Fx.call(() -> badge(ben).isVisible())).isFalse();
    mutes(olga, "Ben Roth");
    ben.awaitText("You may not write here until");

    openAdministration(olga, 3);
    olga.awaitText("Cheap watches, only today");
    olga.awaitText("Reason: Advertising");
    olga.click(".settings-card .button", "Resolve…");
    olga.awaitNode("#words");
    olga.type("Muted for ten minutes");
    olga.push(KeyCode.ENTER);
    olga.awaitText("No reports");
    Fx.await(() -> olga.server().waiting().totalProperty().get() == 0);

    bans(olga, "Ben Roth");
    ben.awaitText("You were banned: Advertising again");
    assertThat(Fx.call(() -> ben.server() != null && ben.server().link().liveProperty().get()))
        .isFalse();

    String code = invites(olga);
    try (Desk dara = Desk.open(folder.resolve("dara"))) {
      dara.tryToLogIn("Dara Novak", address());
      dara.awaitText("needs an account");
      register(dara, "Dara Novak", code);
      Fx.await(() -> dara.server().meProperty().get().role() == Role.MEMBER);
    }
  }

  private static Label badge(Desk desk) {
    return (Label) desk.scene().lookup("#reports-waiting");
  }

  private void reports(Desk desk) {
    desk.awaitText("Cheap watches, only today");
    desk.choose(".row", "Cheap watches, only today", "Report…");
    desk.awaitNode("#words");
    desk.type("Advertising");
    desk.push(KeyCode.ENTER);
    desk.awaitText("Reported.");
  }

  private void mutes(Desk desk, String name) {
    desk.click("#people-toggle");
    Fx.await(() -> person(desk, name) != null);
    desk.choose(".person-cell", name, "Mute for", "10 min");
    Fx.await(() -> person(desk, name).mutedUntil() > 0);
  }

  private void bans(Desk desk, String name) {
    turn(desk, 0);
    Fx.await(() -> deeds(desk, name) != null);
    Fx.run(() -> deeds(desk, name).fire());
    desk.clickMenu("Ban…");
    desk.awaitNode("#ban-reason");
    desk.type("Advertising again");
    desk.push(KeyCode.ENTER);
    desk.awaitText("Banned until");
  }

  /** Closes the door to all but those who are invited, and answers a code. */
  private String invites(Desk desk) {
    turn(desk, 5);
    Fx.await(() -> administration(desk).settings().nowProperty().get() != null);
    desk.click(".segment", "Invited");
    desk.press("#server-save");
    Fx.await(() -> !administration(desk).settings().changedProperty().get());
    turn(desk, 2);
    desk.click("#invite-create");
    desk.awaitNode("#code");
    var code = new AtomicReference<String>();
    Fx.run(() -> code.set(((TextInputControl) desk.scene().lookup("#code")).getText()));
    desk.push(KeyCode.ESCAPE);
    return code.get();
  }

  private static Administration administration(Desk desk) {
    return desk.server().administration();
  }

  private static void openAdministration(Desk desk, int page) {
    desk.choose("#server-menu", "Administration");
    desk.awaitNode("#admin-pages");
    turn(desk, page);
  }

  private static void turn(Desk desk, int page) {
    desk.inFront();
    Fx.run(
        () -> ((ListView<?>) desk.scene().lookup("#admin-pages")).getSelectionModel().select(page));
  }

  /** On the FX thread; null while it is not there. */
  private static Button deeds(Desk desk, String name) {
    return desk.scene().getRoot().lookupAll(".icon-button").stream()
        .map(Button.class::cast)
        .filter(button -> ("What can be done about " + name).equals(button.getAccessibleText()))
        .findFirst()
        .orElse(null);
  }

  /** On the FX thread; null when they are not in the room. */
  private static Person person(Desk desk, String name) {
    return desk.server().people().people().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private void register(Desk desk, String name, String code) {
    desk.inFront();
    desk.click("#way-new-account");
    desk.awaitNode("#login-code");
    desk.fill("#login-password", SECRET);
    desk.awaitNode("#login-address .text-field");
    desk.fill("#login-name", name);
    desk.fill("#login-address .text-field", address());
    desk.fill("#login-code", code);
    desk.push(KeyCode.ENTER);
    desk.awaitNode("#composer");
  }

  private String setUpCode() throws Exception {
    Path file = folder.resolve("server/setup-code.txt");
    return Files.readString(file).strip();
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }
}
