package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import chat.parley.model.Presence;
import chat.parley.server.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ann writes, Ben is told: two apps and a real server; only Ben's computer is made up. */
@Tag("fault")
class AlertJourneysTest {
  @TempDir Path folder;

  private final FakeComputer computer = new FakeComputer();
  private ServerProcess server;
  private Desk ann;
  private Desk ben;

  @BeforeEach
  void start() throws Exception {
    server = ServerProcess.start(folder.resolve("server"));
    ann = Desk.open(folder.resolve("ann"));
    ben = Desk.open(folder.resolve("ben"), computer.facilities());
    ann.logIn("Ann Bell", "127.0.0.1:" + server.port());
    ben.logIn("Ben Roth", "127.0.0.1:" + server.port());
  }

  @AfterEach
  void stop() {
    ben.close();
    ann.close();
    server.close();
  }

  @Test
  void whoIsElsewhereIsToldByTheSystemAndAClickLeadsToTheRoom() {
    benLooksAtTheKitchen();
    annSays("Nobody is named here");
    annSays("@Ben Roth are you there?");
    Fx.await(() -> !computer.notes.isEmpty());
    assertThat(computer.notes).containsExactly("Ann Bell in #lobby: @Ben Roth are you there?");
    Fx.await(() -> ben.stage().getTitle().equals("(1) Parley") && computer.dock.equals("1"));

    Fx.run(ann.stage()::hide);
    computer.watchers.getFirst().clicked();
    Fx.await(() -> ben.stage().isShowing() && ben.title().equals("lobby"));
    ben.awaitText("are you there?");
    Fx.await(() -> ben.stage().getTitle().equals("Parley") && computer.dock.isEmpty());
    Fx.await(() -> computer.withdrawn.size() == 1);
  }

  @Test
  void whoHasTheRoomInFrontIsNotToldAndInAnotherRoomByAToast() {
    List<String> toasts = ben.toasts();
    ben.inFront();
    annSaysFromAfar("@Ben Roth can you read this?");
    ben.awaitText("can you read this?");

    benLooksAtTheKitchen();
    annSaysFromAfar("@Ben Roth and this?");
    ben.awaitText("Ann Bell in #lobby");
    assertThat(toasts).containsExactly("Ann Bell in #lobby. @Ben Roth and this?");
    ben.click(".toast-door");
    Fx.await(() -> ben.title().equals("lobby"));
    ben.awaitText("and this?");
    ben.awaitGone("Ann Bell in #lobby");

    annSays("@Ben Roth come over");
    Fx.await(() -> !computer.notes.isEmpty());
    assertThat(computer.notes).containsExactly("Ann Bell in #lobby: @Ben Roth come over");
    assertThat(toasts).hasSize(1);
  }

  @Test
  void whoAskedIsToldOfTheAnswerInTheThreadAndAClickLeadsIntoIt() {
    ben.say("Who has the key?");
    benLooksAtTheKitchen();
    ann.awaitText("Who has the key?");
    annAnswersInTheThreadOf("Who has the key?", "I do");
    Fx.await(() -> !computer.notes.isEmpty());
    assertThat(computer.notes).containsExactly("Ann Bell in a thread of #lobby: I do");

    Fx.run(ann.stage()::hide);
    computer.watchers.getFirst().clicked();
    Fx.await(() -> ben.title().equals("lobby"));
    Fx.await(() -> ben.server().messages().thread().shownProperty().get() != null);
    Fx.await(() -> !computer.withdrawn.isEmpty());
  }

  @Test
  void whoFollowsAThreadByHandIsToldAndWhoDoesNotIsNot() {
    ann.say("The roof leaks");
    ben.awaitText("The roof leaks");
    benLooksAtTheKitchen();
    annAnswersInTheThreadOf("The roof leaks", "Still");
    annSays("@Ben Roth look at the roof");
    Fx.await(() -> !computer.notes.isEmpty());
    assertThat(computer.notes).containsExactly("Ann Bell in #lobby: @Ben Roth look at the roof");

    ben.inFront();
    ben.goTo("lobby");
    Fx.await(() -> Trio.message(ben, "The roof leaks") != null);
    Fx.run(() -> ben.server().messages().follow(Trio.message(ben, "The roof leaks"), true));
    ben.goTo("kitchen");
    annAnswersInTheThreadOf("The roof leaks", "Mended");
    Fx.await(() -> computer.notes.size() == 2);
    assertThat(computer.notes).last().isEqualTo("Ann Bell in a thread of #lobby: Mended");
  }

  /** Ann's window is in front, and Ben's is put away. */
  private void annAnswersInTheThreadOf(String message, String text) {
    ann.inFront();
    Fx.await(() -> Trio.message(ann, message) != null && Trio.message(ann, message).seq() > 0);
    Fx.run(
        () -> {
          var thread = ann.server().messages().thread();
          ann.server().messages().openThread(Trio.message(ann, message));
          thread.composer().textProperty().set(text);
          thread.composer().send();
        });
    Fx.await(() -> ann.server().messages().thread().composer().textProperty().get().isEmpty());
  }

  @Test
  void whatTheSystemCannotShowStandsInTheWindow() {
    computer.broken = true;
    Fx.run(() -> sound(true));
    benLooksAtTheKitchen();
    annSays("@Ben Roth are you there?");
    Fx.await(() -> computer.chimes.get() == 1 && ben.model().toasts().size() == 1);
    ben.awaitText("Ann Bell in #lobby");
  }

  @Test
  void theTraySetsPresenceAndBringsBackAWindowThatWasClosedIntoIt() {
    ben.inFront();
    computer.choose("Do not disturb");
    Fx.await(() -> ben.server().presenceProperty().get() == Presence.BUSY);
    Fx.await(() -> ben.system().systemSettings().trayProperty().get());
    ben.openSettings("window is closed");
    ben.click("#system-tray");
    ben.closeSettings();
    Fx.run(() -> close(ben));
    assertThat(Fx.call(ben.stage()::isShowing)).isFalse();

    annSays("@Ben Roth are you there?");
    Fx.await(() -> computer.dock.equals("1"));
    computer.choose("Open Parley");
    Fx.await(ben.stage()::isShowing);
    computer.choose("Available");
    Fx.await(() -> ben.server().presenceProperty().get() == Presence.ONLINE);
    annSays("@Ben Roth and now?");
    Fx.await(() -> !computer.notes.isEmpty());
    assertThat(computer.notes)
        .as("nothing of what came while he was not to be disturbed")
        .containsExactly("Ann Bell in #lobby: @Ben Roth and now?");
  }

  @Test
  void aClickLeadsToTheMessageWhateverCoversItsRoom() {
    ben.inFront();
    ben.awaitText("lobby");
    benLooksAtTheKitchen();
    for (int i = 1; i <= 40; i++) {
      annSaysFromAfar("Chatter " + i);
    }
    ben.openSettings("");
    annSays("@Ben Roth this is for you");
    Fx.await(() -> !computer.notes.isEmpty());

    Fx.run(ann.stage()::hide);
    computer.watchers.getFirst().clicked();
    Fx.await(() -> ben.stage().isShowing() && ben.title().equals("lobby"));
    ben.awaitText("this is for you");
    assertThat(Fx.call(() -> ben.scene().getRoot().lookup(".settings"))).isNull();
    Fx.await(() -> ben.stage().getTitle().equals("Parley"));
  }

  private void benLooksAtTheKitchen() {
    ben.inFront();
    Fx.run(() -> ben.server().rooms().openByName("kitchen", true));
    Fx.await(() -> ben.title().equals("kitchen"));
  }

  /** As the cross in the title bar does. */
  private static void close(Desk desk) {
    desk.stage().fireEvent(new WindowEvent(desk.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
    Platform.setImplicitExit(false);
  }

  /** Ann's window is in front, and Ben's is put away. */
  private void annSays(String text) {
    ann.inFront();
    annSaysFromAfar(text);
  }

  /** Ann's window stays behind Ben's. */
  private void annSaysFromAfar(String text) {
    Fx.run(
        () -> {
          ann.server().composer().textProperty().set(text);
          ann.server().composer().send();
        });
    Fx.await(() -> ann.server().composer().textProperty().get().isEmpty());
  }

  private void sound(boolean on) {
    var chosen = ben.system().alertSettings().chosenProperty();
    AlertPreferences now = chosen.get();
    chosen.set(now.withSound(on));
  }
}
