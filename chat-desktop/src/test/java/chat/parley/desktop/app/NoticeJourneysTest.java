package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.platform.Autostart;
import chat.parley.desktop.platform.Os;
import chat.parley.desktop.view.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ben chooses in the settings how he is told, and Ann writes: a real server; only Ben's computer is
 * made up.
 */
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeJourneysTest {
  private final FakeComputer computer = new FakeComputer();
  private final AtomicInteger calls = new AtomicInteger();
  private Path folder;
  private Duo duo;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void open(@TempDir Path here) throws Exception {
    folder = here;
    Optional<Autostart> autostart =
        Autostart.of(
            Os.LINUX,
            Map.of("XDG_CONFIG_HOME", here.resolve("config").toString()),
            here,
            Optional.of("/opt/parley/bin/Parley"),
            null);
    duo = new Duo(here, computer.facilities(autostart));
    ann = duo.ann;
    ben = duo.ben;
  }

  @AfterAll
  void close() {
    duo.close();
  }

  @BeforeEach
  void nothingIsSaidYet() {
    ben.inFront();
    Fx.await(() -> Duo.room(ben, "lobby").unreadProperty().get() == 0);
    computer.notes.clear();
    computer.chimes.set(0);
  }

  @AfterEach
  void settingsClosed() {
    ben.closeSettings();
  }

  @Test
  void aKeywordThatWasTypedCallsAsMyNameDoes() {
    openNotifications();
    keywords("printer, server room");
    ann.say("Somebody left an umbrella");
    ann.say("The Printer is on fire");
    awaitNote("Ann Bell in #lobby: The Printer is on fire");
    assertThat(computer.notes).hasSize(1);

    ben.inFront();
    keywords("");
    ann.say("The printer is out");
    callsBen();
    assertThat(computer.notes).noneMatch(note -> note.contains("is out"));
  }

  @Test
  void inQuietHoursNothingDisturbsAndTheCountGoesOn() {
    openNotifications();
    ben.click("#alerts-quiet");
    Fx.await(() -> ben.system().alertSettings().chosenProperty().get().quietHours().on());
    allDay();
    ann.say("@Ben Roth psst");
    Fx.await(() -> computer.dock.equals("1"));
    ben.click("#alerts-quiet");
    Fx.await(() -> !ben.system().alertSettings().chosenProperty().get().quietHours().on());
    callsBen();
    assertThat(computer.notes).noneMatch(note -> note.contains("psst"));
  }

  @Test
  void whoWroteAndWhatIsHiddenWhenThatIsChosen() {
    openNotifications();
    ben.click("#alerts-hide");
    ann.say("@Ben Roth the safe opens with 1234");
    awaitNote("Parley: New message in #lobby");
    ben.inFront();
    ben.click("#alerts-hide");
    callsBen();
    assertThat(computer.notes).noneMatch(note -> note.contains("1234"));
  }

  @Test
  void withoutSoundItIsTheNoteOnly() {
    openNotifications();
    boolean sound = Fx.call(() -> ben.system().alertSettings().chosenProperty().get().sound());
    if (!sound) {
      ben.click("#alerts-sound");
    }
    callsBen();
    Fx.await(() -> computer.chimes.get() == 1);
    ben.inFront();
    ben.click("#alerts-sound");
    callsBen();
    ben.inFront();
    ben.click("#alerts-sound");
    callsBen();
    Fx.await(() -> computer.chimes.get() == 2);
    assertThat(computer.notes).as("one of the three made no sound").hasSize(3);
  }

  @Test
  void startingWithTheSystemWritesTheFileThatTheSystemReadsAndTakesItAway() throws IOException {
    Path file = folder.resolve("config/autostart/parley.desktop");
    openNotifications();
    press("#system-start");
    Fx.await(
        () -> Files.exists(file) && ben.system().systemSettings().startsWithSystemProperty().get());
    assertThat(file).content().contains("Exec=\"/opt/parley/bin/Parley\"");
    press("#system-start");
    Fx.await(() -> !Files.exists(file));
  }

  private void openNotifications() {
    ben.openSettings("notifications");
    ben.awaitNode("#alerts-keywords");
  }

  /** By key: what is asked for may be scrolled out of the window. */
  private void press(String box) {
    ben.inFront();
    Fx.run(() -> ben.scene().getRoot().lookup(box).requestFocus());
    ben.push(KeyCode.SPACE);
  }

  private void keywords(String words) {
    Fx.run(() -> field().requestFocus());
    ben.push(KeyCode.SHORTCUT, KeyCode.A);
    ben.push(KeyCode.DELETE);
    ben.type(words);
    ben.push(KeyCode.ENTER);
    int count = words.isEmpty() ? 0 : words.split(",").length;
    Fx.await(() -> ben.system().alertSettings().chosenProperty().get().keywords().size() == count);
  }

  private TextField field() {
    return (TextField) ben.scene().getRoot().lookup("#alerts-keywords");
  }

  /** Both ends at midnight, with the arrow keys. */
  private void allDay() {
    for (Node box : Fx.call(() -> ben.scene().getRoot().lookupAll(".quiet-times .combo-box"))) {
      var time = (ComboBox<?>) box;
      Fx.run(time::requestFocus);
      int steps = Fx.call(() -> time.getSelectionModel().getSelectedIndex());
      for (int i = 0; i < steps; i++) {
        ben.push(KeyCode.UP);
      }
      Fx.await(() -> time.getSelectionModel().getSelectedIndex() == 0);
    }
  }

  /** Says something that Ben is told in any case, and waits until he is. */
  private void callsBen() {
    String text = "@Ben Roth call " + calls.incrementAndGet();
    ann.say(text);
    awaitNote("Ann Bell in #lobby: " + text);
  }

  private void awaitNote(String note) {
    Fx.await(() -> computer.notes.contains(note));
  }
}
