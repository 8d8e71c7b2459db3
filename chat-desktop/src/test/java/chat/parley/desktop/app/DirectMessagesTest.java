package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations between people, apart from all rooms. */
class DirectMessagesTest {
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
  void twoPeopleTalkAloneUntilOneBlocksTheOther() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      talkTo(ann, "ben");
      Fx.await(() -> ann.title().equals("Ben Roth"));
      ann.say("Lunch at twelve?");

      ben.awaitText("Ann Bell");
      Fx.await(() -> item(ben, "Ann Bell").count() == 1);
      ben.goTo("Ann Bell");
      ben.awaitText("Lunch at twelve?");
      Fx.await(() -> item(ben, "Ann Bell").count() == 0);
      ben.say("Half past");
      ann.awaitText("Half past");

      ben.click(".author", "Ann Bell");
      ben.click(".profile .button", "Block");
      ben.push(KeyCode.ESCAPE);
      ben.awaitText("You have blocked Ann Bell");
      ann.say("Still there?");
      ann.awaitText("cannot be reached");

      ben.click(".closed-line .button", "Unblock");
      ben.say("Now I am");
      ann.awaitText("Now I am");
    }
  }

  @Test
  void whoWasAwayFindsTheConversationOfAGroupLater() {
    try (Desk cy = Desk.open(folder.resolve("cy"))) {
      cy.logIn("Cy Dole", address());
    }
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      talkTo(ann, "ben", "cy");
      Fx.await(() -> ann.title().equals("Ben, Cy"));
      ann.say("The three of us");
      ben.awaitText("Ann, Cy");
    }
    try (Desk cy = Desk.open(folder.resolve("cy"))) {
      cy.awaitText("Ann, Ben");
      Fx.await(() -> item(cy, "Ann, Ben").count() == 1);
      cy.goTo("Ann, Ben");
      cy.awaitText("The three of us");
    }
  }

  @Test
  void aHiddenConversationIsBackWhenSomethingIsSaidInIt() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      talkTo(ann, "ben");
      ann.say("First");
      ben.awaitText("Ann Bell");
      ben.goTo("Ann Bell");
      Fx.await(() -> item(ben, "Ann Bell").count() == 0);
      ben.choose(".room-row", "Ann Bell", "Hide conversation");
      Fx.await(() -> ben.node(".room-row", "Ann Bell") == null);
      assertThat(Fx.call(ben::title)).isEqualTo("lobby");
      ann.say("Second");
      Fx.await(() -> ben.node(".room-row", "Ann Bell") != null);
    }
  }

  private static void talkTo(Desk desk, String... names) {
    desk.click("#new-direct");
    desk.awaitNode(".picker-field");
    int picked = 0;
    for (String name : names) {
      desk.type(name);
      int before = picked++;
      Fx.await(
          () ->
              desk.server().company().search().found().size() == 1
                  && desk.server().company().search().picked().size() == before);
      desk.push(KeyCode.ENTER);
      Fx.await(() -> desk.server().company().search().picked().size() == before + 1);
    }
    desk.push(KeyCode.ENTER);
    Fx.await(() -> desk.scene().getRoot().lookup(".dialog") == null);
  }

  private static RoomItem item(Desk desk, String name) {
    return desk.server().rooms().items().stream()
        .filter(room -> room.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }
}
