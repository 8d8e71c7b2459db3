package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.model.Presence;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ann calls several by one word, and Ben is in another room: a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallJourneysTest {
  private final FakeComputer computer = new FakeComputer();
  private Path folder;
  private Duo duo;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void open(@TempDir Path here) throws Exception {
    folder = here;
    duo = new Duo(here, computer.facilities());
    ann = duo.ann;
    ben = duo.ben;
    duo.openRoom("kitchen");
  }

  @AfterAll
  void close() {
    duo.close();
  }

  @BeforeEach
  void benHasReadTheLobbyAndIsInTheKitchen() {
    ann.goTo("lobby");
    ben.goTo("lobby");
    Fx.await(() -> Duo.room(ben, "lobby").unreadProperty().get() == 0);
    ben.goTo("kitchen");
    Fx.await(() -> computer.dock.isEmpty());
    computer.notes.clear();
  }

  @Test
  void hereIsTakenFromTheListByEnterAndCallsWhoIsHere() {
    takeHere(KeyCode.ENTER);
    finish("the cake is cut");
    awaitNote("Ann Bell in #lobby: @here the cake is cut");
    Fx.await(() -> mentions(ben) == 1);
    assertThat(Fx.call(() -> computer.dock)).isEqualTo("1");
  }

  @Test
  void roomIsTakenFromTheListByTabAndCountsOnce() {
    takeRoom();
    finish("the lift is back");
    awaitNote("Ann Bell in #lobby: @room the lift is back");
    Fx.await(() -> mentions(ben) == 1);
    assertThat(Fx.call(() -> computer.dock)).isEqualTo("1");
    ben.goTo("lobby");
    Fx.await(() -> message(ben, "@room the lift is back").mentionsMe());
  }

  @Test
  void whoIsAwayIsCalledByRoomAndNotByHere() {
    present("Away", Presence.AWAY);
    takeHere(KeyCode.TAB);
    finish("who comes along?");
    Fx.await(() -> Duo.room(ben, "lobby").unreadProperty().get() == 1);
    takeRoom();
    finish("the house is closing");
    Fx.await(() -> Duo.room(ben, "lobby").unreadProperty().get() == 2);
    awaitNote("Ann Bell in #lobby: @room the house is closing");
    assertThat(computer.notes).hasSize(1);
    assertThat(Fx.call(() -> mentions(ben))).isEqualTo(1);
    assertThat(Fx.call(() -> computer.dock)).isEqualTo("1");
    present("Available", Presence.ONLINE);
  }

  @Test
  void whoWasNotThereFindsThatRoomCalledThemAndHereDidNot() {
    try (Desk cleo = Desk.open(folder.resolve("cleo"))) {
      cleo.logIn("Cleo Marsh", duo.address());
      cleo.openRoom("kitchen");
    }
    Fx.await(() -> presence("Cleo Marsh") == Presence.OFFLINE);
    takeHere(KeyCode.ENTER);
    finish("a short word");
    takeRoom();
    finish("a word to all");
    try (Desk cleo = Desk.open(folder.resolve("cleo"))) {
      cleo.inFront();
      Fx.await(() -> cleo.title().equals("kitchen"));
      Fx.await(() -> Duo.room(cleo, "lobby").unreadProperty().get() >= 2);
      assertThat(Fx.call(() -> mentions(cleo))).isEqualTo(1);
    }
  }

  private void takeHere(KeyCode key) {
    ann.write("@he");
    ann.awaitText("Everyone who is here now");
    ann.push(key);
    Fx.await(() -> ann.written().equals("@here "));
  }

  /** Ben Roth, of whose name a word begins so, is offered before it. */
  private void takeRoom() {
    ann.write("@ro");
    ann.awaitText("Everyone in this room");
    ann.push(KeyCode.DOWN);
    ann.push(KeyCode.TAB);
    Fx.await(() -> ann.written().equals("@room "));
  }

  private void finish(String text) {
    String begun = Fx.call(ann::written);
    ann.type(text);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> message(ann, begun + text) != null && message(ann, begun + text).seq() > 0);
  }

  private void present(String choice, Presence then) {
    ben.click("#me");
    ben.click(".me-menu .line-button", choice);
    Fx.await(() -> presence("Ben Roth") == then);
  }

  /** As Ann sees it; on the FX thread. */
  private Presence presence(String name) {
    return ann.server().people().people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .map(person -> person.presence())
        .orElse(Presence.OFFLINE);
  }

  private static long mentions(Desk desk) {
    return Duo.room(desk, "lobby").mentionsProperty().get();
  }

  private void awaitNote(String note) {
    Fx.await(() -> computer.notes.contains(note));
  }
}
