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

/** Rooms that are not for everybody, in the apps of those who are in and of those who are not. */
@Tag("fault")
class PrivateRoomsTest {
  @TempDir Path folder;

  private ServerProcess server;

  @BeforeEach
  void start() throws Exception {
    server = ServerProcess.start(folder.resolve("server"), "--name", "Floor 2 office");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPrivateRoomIsThereForThoseWhoAreInvitedAndNoLongerForThoseWhoAreRemoved() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      makePrivate(ann, "budget");
      ann.say("Not for everybody yet");

      ben.click("#add-room");
      ben.awaitText("lobby");
      Fx.await(() -> ben.server().directory().stateProperty().get().name().equals("READY"));
      assertThat(Fx.call(() -> ben.sees("budget"))).isFalse();
      ben.push(KeyCode.ESCAPE);

      ann.click(".start-actions .button", "Invite people");
      ann.awaitNode(".picker-field");
      ann.type("ben");
      ann.awaitText("Ben Roth");
      ann.push(KeyCode.ENTER);
      Fx.await(() -> ann.server().shown().details().invited().picked().size() == 1);
      ann.push(KeyCode.ENTER);
      Fx.await(() -> ann.scene().getRoot().lookup(".dialog") == null);

      ben.awaitText("budget");
      ben.goTo("budget");
      ben.awaitText("Not for everybody yet");

      ann.click("#people-toggle");
      ann.choose(".person-cell", "Ben Roth", "Remove Ben Roth from the room");
      ben.awaitGone("budget");
      assertThat(Fx.call(ben::title)).isEqualTo("lobby");
    }
  }

  @Test
  void whatARoomIsChangesInAllApps() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      make(ann, "projects");
      ben.openRoom("projects");

      ann.click("#room-name");
      edit(ann, "Change the topic", "What runs this quarter");
      ben.awaitText("What runs this quarter");
      edit(ann, "Change the description", "Ask before you add one.");
      ben.click("#room-name");
      ben.awaitText("Ask before you add one.");
      assertThat(Fx.call(() -> ben.node(".icon-button", "Change the topic"))).isNull();
      assertThat(Fx.call(() -> ben.scene().getRoot().lookup("#archive").isVisible())).isFalse();

      ann.click(".check-box", "Announcements only");
      ben.awaitText("Only moderators can post here");
      assertThat(Fx.call(() -> ben.scene().getRoot().lookup("#composer").getParent().isVisible()))
          .isTrue();
      ann.say("Read this, please");
      ben.awaitText("Read this, please");

      ann.click("#archive");
      ben.awaitText("This room is archived");
      ann.awaitText("Open room again");
      ben.goTo("lobby");
      Fx.await(() -> ben.node(".room-row", "projects") == null);
    }
  }

  private static void edit(Desk desk, String button, String words) {
    Fx.await(() -> button(desk, button) != null);
    Fx.run(() -> button(desk, button).fire());
    desk.type(words);
    desk.push(KeyCode.ENTER);
  }

  private static javafx.scene.control.Button button(Desk desk, String name) {
    return desk.scene().getRoot().lookupAll(".icon-button").stream()
        .map(javafx.scene.control.Button.class::cast)
        .filter(button -> name.equals(button.getAccessibleText()) && button.isVisible())
        .findFirst()
        .orElse(null);
  }

  private static void make(Desk desk, String name) {
    form(desk, name);
    desk.click("#create-room");
    Fx.await(() -> desk.title().equals(name));
  }

  private static void makePrivate(Desk desk, String name) {
    form(desk, name);
    desk.click("#private-room");
    desk.click("#create-room");
    Fx.await(() -> desk.title().equals(name));
  }

  private static void form(Desk desk, String name) {
    desk.click("#add-room");
    desk.click(".tab-button", "Create a room");
    desk.awaitNode("#new-room-name");
    desk.fill("#new-room-name", name);
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }
}
