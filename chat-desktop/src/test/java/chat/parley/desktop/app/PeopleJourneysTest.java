package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.model.Presence;
import chat.parley.model.Status;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others see of me when I go, and what I say about myself: a real server. */
@Tag("fault")
class PeopleJourneysTest {
  private static final long MINUTE = 60_000;

  @TempDir Path folder;

  @Test
  void whoLeavesTheComputerIsAwayForOthersUntilAKeyIsPressed() throws Exception {
    var computer = new FakeComputer();
    computer.idle = Duration.ZERO;
    try (var duo = new Duo(folder, computer.facilities())) {
      Fx.await(() -> presence(duo.ann, "Ben Roth") == Presence.ONLINE);
      computer.idle = Duration.ofMinutes(6);
      duo.server.kill();
      duo.server.restart(); // The app looks when it is connected, and then from time to time.
      Fx.await(() -> presence(duo.ann, "Ben Roth") == Presence.AWAY);
      duo.ann.click("#people-toggle");
      duo.ann.click(".person-cell", "Ben Roth");
      duo.ann.awaitText("Away");
      duo.ann.push(KeyCode.ESCAPE);
      computer.idle = Duration.ZERO;
      duo.ben.push(KeyCode.SHIFT);
      Fx.await(() -> presence(duo.ann, "Ben Roth") == Presence.ONLINE);
    }
  }

  @Test
  void aStatusIsOnMyOtherComputerTooAndEndsForAllWhenItWasToEnd() throws Exception {
    var time = new PassingTime();
    try (var trio = new Trio(folder, time::of)) {
      long before = System.currentTimeMillis();
      trio.ann.click("#me");
      trio.ann.click(".me-menu .line-button", "Set a status");
      trio.ann.awaitNode("#status-text");
      trio.ann.type("In the cellar");
      Fx.run(() -> combo(trio.ann).requestFocus());
      for (int i = 0; i < 5; i++) {
        trio.ann.push(KeyCode.UP); // To the first, which is the shortest.
      }
      trio.soon(
          "status",
          () -> trio.ann.click("#save-status"),
          desk -> "In the cellar".equals(words(desk, "Ann Bell")));
      trio.annToo.awaitText("In the cellar");
      trio.ben.click("#people-toggle");
      trio.ben.awaitText("In the cellar");
      long until = Fx.call(() -> status(trio.ben, "Ann Bell").until());
      assertThat(until).isBetween(before + 30 * MINUTE, System.currentTimeMillis() + 30 * MINUTE);

      time.pass(Duration.ofMinutes(29));
      assertThat(Fx.call(() -> words(trio.ben, "Ann Bell"))).isEqualTo("In the cellar");
      time.pass(Duration.ofMinutes(1));
      trio.awaitAll(desk -> words(desk, "Ann Bell").isEmpty());
      for (Desk desk : trio.desks()) {
        desk.awaitGone("In the cellar");
      }
      try (Desk cleo = Desk.open(folder.resolve("cleo"), time::of)) {
        cleo.logIn("Cleo Marsh", "127.0.0.1:" + trio.server.port());
        Fx.await(() -> cleo.server().people().people().size() == 3);
        assertThat(Fx.call(() -> words(cleo, "Ann Bell"))).isEmpty();
      }
    }
  }

  private static ComboBox<?> combo(Desk desk) {
    return (ComboBox<?>) desk.scene().getRoot().lookup(".my-status .combo-box");
  }

  private static Presence presence(Desk desk, String name) {
    return desk.server().people().people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .map(person -> person.presence())
        .orElse(Presence.OFFLINE);
  }

  private static String words(Desk desk, String name) {
    Status status = status(desk, name);
    return status == null ? "" : status.text();
  }

  /** Null when there is none. */
  private static Status status(Desk desk, String name) {
    return desk.server().people().people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .map(person -> person.status())
        .orElse(null);
  }
}
