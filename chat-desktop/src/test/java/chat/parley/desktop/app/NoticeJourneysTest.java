package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.platform.Autostart;
import chat.parley.desktop.platform.Os;
import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.alerts.AlertPreferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private static final String IN_THE_WINDOW =
      "This is a test. Parley tells you of new messages like this.";

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
    ann.goTo("lobby");
    ben.goTo("lobby");
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
    Fx.await(() -> chosen().quietHours().on());
    allDay();
    ann.say("@Ben Roth psst");
    Fx.await(() -> computer.dock.equals("1"));
    ben.click("#alerts-quiet");
    Fx.await(() -> !chosen().quietHours().on());
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
    boolean sound = Fx.call(() -> chosen().sound());
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
  void whatIsNotToBeShownOutsideTheWindowIsToldInIt() {
    List<String> toasts = ben.toasts();
    openNotifications();
    ben.click("#alerts-system");
    Fx.await(() -> !chosen().systemNotifications());
    ann.say("@Ben Roth look up");
    Fx.await(() -> toasts.contains("Ann Bell in #lobby. @Ben Roth look up"));
    ben.inFront();
    ben.click("#alerts-system");
    Fx.await(() -> chosen().systemNotifications());
    callsBen();
    assertThat(computer.notes).hasSize(1);
    assertThat(toasts).hasSize(1);
  }

  @Test
  void theIconCountsOnlyWhileItIsToCount() {
    duo.openRoom("cellar");
    ann.goTo("lobby");
    openNotifications();
    ben.press("#alerts-badge");
    Fx.await(() -> !chosen().badge());
    callsBen();
    Fx.await(() -> Duo.room(ben, "lobby").mentionsProperty().get() == 1);
    assertThat(Fx.call(() -> computer.dock + ben.stage().getTitle())).isEqualTo("Parley");
    ben.press("#alerts-badge");
    Fx.await(() -> computer.dock.equals("1") && ben.stage().getTitle().equals("(1) Parley"));
  }

  @Test
  void aTestNotificationIsShownAsOthersAreAndItIsSaidWhatBecameOfIt() {
    List<String> toasts = ben.toasts();
    openNotifications();
    ben.press("#alerts-test");
    awaitNote("This is a test.: Parley tells you of new messages like this.");
    ben.awaitText("Your system took it.");
    assertThat(toasts).isEmpty();

    computer.broken = true;
    ben.press("#alerts-test");
    ben.awaitText("Your system shows no notifications of Parley");
    computer.broken = false;
    assertThat(toasts).containsExactly(IN_THE_WINDOW);

    ben.click("#alerts-system");
    ben.press("#alerts-test");
    ben.awaitText("Shown in the window, since system notifications are off.");
    ben.click("#alerts-system");
    assertThat(toasts).containsExactly(IN_THE_WINDOW, IN_THE_WINDOW);
    assertThat(computer.notes).hasSize(1);
  }

  @Test
  void startingWithTheSystemWritesTheFileThatTheSystemReadsAndTakesItAway() throws IOException {
    Path file = folder.resolve("config/autostart/parley.desktop");
    openNotifications();
    ben.press("#system-start");
    Fx.await(
        () -> Files.exists(file) && ben.system().systemSettings().startsWithSystemProperty().get());
    assertThat(file).content().contains("Exec=\"/opt/parley/bin/Parley\"");
    ben.press("#system-start");
    Fx.await(() -> !Files.exists(file));
  }

  /** On the FX thread. */
  private AlertPreferences chosen() {
    return ben.system().alertSettings().chosenProperty().get();
  }

  private void openNotifications() {
    ben.openSettings("notifications");
    ben.awaitNode("#alerts-keywords");
  }

  private void keywords(String words) {
    Fx.run(() -> field().requestFocus());
    ben.push(KeyCode.SHORTCUT, KeyCode.A);
    ben.push(KeyCode.DELETE);
    ben.type(words);
    ben.push(KeyCode.ENTER);
    int count = words.isEmpty() ? 0 : words.split(",").length;
    Fx.await(() -> chosen().keywords().size() == count);
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
