package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ClientConfig;
import chat.parley.client.MemoryJournal;
import chat.parley.client.ParleyClient;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.view.Fx;
import chat.parley.model.Presence;
import chat.parley.model.Status;
import chat.parley.protocol.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others see of me when I go, and what I say about myself: a real server. */
@Tag("fault")
class PeopleJourneysTest {
  private static final long MINUTE = 60_000;
  private static final long SOON = 8_000;

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
  void aStatusIsOnMyOtherComputerTooWithTheEndThatWasChosen() throws Exception {
    try (var trio = new Trio(folder)) {
      long before = System.currentTimeMillis();
      trio.ann.click("#me");
      trio.ann.click(".me-menu .line-button", "Set a status");
      trio.ann.awaitNode("#status-text");
      trio.ann.type("In the cellar");
      Fx.run(() -> combo(trio.ann).requestFocus());
      for (int i = 0; i < 5; i++) {
        trio.ann.push(KeyCode.UP); // To the first, which is the shortest.
      }
      trio.ann.click("#save-status");
      trio.awaitAll(desk -> "In the cellar".equals(words(desk, "Ann Bell")));
      trio.annToo.awaitText("In the cellar");
      long until = Fx.call(() -> status(trio.ben, "Ann Bell").until());
      assertThat(until).isBetween(before + 30 * MINUTE, System.currentTimeMillis() + 30 * MINUTE);
    }
  }

  @Test
  void aStatusWithAnEndIsGoneForOthersWhenItIsOverWithoutAWord() throws Exception {
    try (var duo = new Duo(folder);
        ParleyClient cleo = cleo(duo.server.port())) {
      cleo.join(new Command.Place.ByName("lobby", false)).get(20, TimeUnit.SECONDS);
      Fx.await(() -> words(duo.ben, "Cleo Marsh").isEmpty());
      duo.ben.click("#people-toggle");
      duo.ben.awaitText("Cleo Marsh");
      long until = System.currentTimeMillis() + SOON;
      cleo.status(new Status("", "Back in a moment", until)).get(20, TimeUnit.SECONDS);
      duo.ben.awaitText("Back in a moment");
      duo.ben.awaitGone("Back in a moment");
      assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(until);
    }
  }

  private static ParleyClient cleo(int port) throws Exception {
    var live = new CompletableFuture<Void>();
    ParleyClient client =
        ParleyClient.start(
            ClientConfig.guest(new ServerAddress("127.0.0.1", port), "test", "Cleo Marsh"),
            new MemoryJournal(),
            new WhenLive(live));
    live.get(20, TimeUnit.SECONDS);
    return client;
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
