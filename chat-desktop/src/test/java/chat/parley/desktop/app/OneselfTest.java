package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.KeepModel.Level;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.people.StatusModel.Expiry;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow.Heading;
import chat.parley.model.Presence;
import chat.parley.model.Status;
import chat.parley.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What one arranges for oneself, and what one says about oneself. */
@Tag("fault")
class OneselfTest {
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
  void aStatusShowsToOthersWithinASecondAndGoesWhenItIsCleared() {
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ann.logIn("Ann Bell", address());
      ben.logIn("Ben Roth", address());
      ben.click("#people-toggle");
      ann.click("#me");
      ann.click(".me-menu .line-button", "Set a status");
      ann.awaitNode("#status-text");
      ann.fill("#status-text", "In the cellar");
      Fx.run(() -> ann.server().company().status().expiryProperty().set(Expiry.HOUR));
      Sight.soon(
          "a status",
          () -> ann.push(KeyCode.ENTER),
          () -> words(ben, "Ann Bell").equals("In the cellar"));
      ben.awaitText("In the cellar");
      assertThat(Fx.call(() -> statusOf(ben, "Ann Bell").until())).isPositive();

      ann.click("#me");
      Sight.soon(
          "a presence",
          () -> ann.click(".me-menu .line-button", "Do not disturb"),
          () -> presenceOf(ben, "Ann Bell") == Presence.BUSY);
      ann.click("#me");
      Sight.soon(
          "no status",
          () -> ann.click(".me-menu .line-button", "Clear status"),
          () -> words(ben, "Ann Bell").isEmpty());
      ben.awaitGone("In the cellar");
    }
  }

  @Test
  void whatIArrangeOnOneDeviceIsArrangedOnTheOther() {
    Path home = folder.resolve("home");
    try (Desk ann = Desk.open(home)) {
      ann.logIn("Ann Bell", address());
      ann.openRoom("kitchen");
      ann.openRoom("news");
    }
    Path work = folder.resolve("work");
    copy(home, work);
    try (Desk one = Desk.open(home);
        Desk other = Desk.open(work)) {
      one.awaitText("kitchen");
      other.awaitText("kitchen");
      Fx.await(() -> one.server().link().liveProperty().get());
      Fx.await(() -> other.server().link().liveProperty().get());

      Sight.soon(
          "a favourite",
          () -> one.choose(".room-row", "kitchen", "Add to favourites"),
          () -> item(other, "kitchen").wishProperty().get().favourite());
      Sight.soon(
          "muting",
          () -> one.choose(".room-row", "news", "Mute"),
          () -> item(other, "news").mutedProperty().get());
      Sight.soon(
          "a level",
          () -> Fx.run(() -> level(one, "news", Level.NONE)),
          () -> item(other, "news").levelProperty().get() == Level.NONE);

      one.choose(".heading-row", "Rooms", "New section…");
      one.awaitNode("#section-name");
      one.fill("#section-name", "Later");
      Sight.soon(
          "a section",
          () -> one.push(KeyCode.ENTER),
          () -> other.sees("Later") || headings(other).contains("Later"));
      Sight.soon(
          "a move",
          () -> one.choose(".room-row", "news", "Move to section", "Later"),
          () -> !item(other, "news").wishProperty().get().section().isEmpty());
      other.awaitText("Later");
      assertThat(Fx.call(() -> other.node(".room-row", "news"))).isNotNull();
    }
  }

  @Test
  void mySectionsStandOnTheOtherDeviceInTheOrderIGaveThem() {
    Path home = folder.resolve("home");
    try (Desk ann = Desk.open(home)) {
      ann.logIn("Ann Bell", address());
    }
    Path work = folder.resolve("work");
    copy(home, work);
    try (Desk one = Desk.open(home);
        Desk other = Desk.open(work)) {
      one.awaitText("lobby");
      other.awaitText("lobby");
      Fx.await(() -> one.server().link().liveProperty().get());
      Fx.await(() -> other.server().link().liveProperty().get());
      for (String name : List.of("First", "Second", "Third")) {
        one.choose(".heading-row", "Rooms", "New section…");
        one.awaitNode("#section-name");
        one.fill("#section-name", name);
        one.push(KeyCode.ENTER);
        Fx.await(() -> headings(other).contains(name));
      }
      Sight.soon(
          "a section up",
          () -> one.choose(".heading-row", "Third", "Move up"),
          () -> headings(other).equals(List.of("First", "Third", "Second")));
      Sight.soon(
          "a section down",
          () -> one.choose(".heading-row", "First", "Move down"),
          () -> headings(other).equals(List.of("Third", "First", "Second")));
      Sight.soon(
          "a section by the mouse",
          () ->
              one.drag(
                  Fx.<Node>call(() -> one.node(".heading-row", "Second")),
                  Fx.<Node>call(() -> one.node(".heading-row", "Third"))),
          () -> headings(other).equals(List.of("Second", "Third", "First")));
      Fx.await(
          () ->
              shownHeadings(other).stream()
                  .filter(List.of("First", "Second", "Third")::contains)
                  .toList()
                  .equals(List.of("Second", "Third", "First")));
    }
  }

  /** As they stand on the screen; on the FX thread. */
  private static List<String> shownHeadings(Desk desk) {
    return desk.server().sidebar().rows().stream()
        .filter(Heading.class::isInstance)
        .map(row -> ((Heading) row).name())
        .toList();
  }

  @Test
  void aRoomInAWindowOfItsOwnIsReadAndWrittenInThere() {
    FxRobot robot = new FxRobot();
    try (Desk ann = Desk.open(folder.resolve("ann"));
        Desk ben = Desk.open(folder.resolve("ben"))) {
      ben.logIn("Ben Roth", address());
      ben.openRoom("kitchen");
      ann.logIn("Ann Bell", address());
      ann.openRoom("kitchen");
      ann.goTo("lobby");
      ann.choose(".room-row", "kitchen", "Open in own window");
      Stage own = window("#kitchen");
      robot.clickOn(Fx.call(() -> own.getScene().getRoot().lookup("#composer")));
      Fx.type("From my own window");
      robot.push(KeyCode.ENTER);
      // Ben's window stays put away: Ann's would be put away for it, and take her others along.
      Fx.await(() -> Trio.message(ben, "From my own window") != null);
      ben.tells("I see");
      Fx.await(() -> Desk.hasText(own.getScene().getRoot(), "I see"));
      assertThat(Fx.call(ann::title)).isEqualTo("lobby");

      Fx.run(
          () -> {
            own.setX(120);
            own.setY(80);
          });
      robot.push(KeyCode.SHORTCUT, KeyCode.W);
      Fx.await(() -> !own.isShowing() && ann.server().windows().open().isEmpty());
      ann.choose(".room-row", "kitchen", "Open in own window");
      Stage again = window("#kitchen");
      assertThat(Fx.call(again::getX)).isEqualTo(120);
      assertThat(Fx.call(again::getY)).isEqualTo(80);
      Fx.await(() -> Desk.hasText(again.getScene().getRoot(), "I see"));
    }
    assertThat(Fx.call(() -> stages("#kitchen"))).isEmpty();
  }

  private static Stage window(String title) {
    Fx.await(() -> !stages(title).isEmpty());
    return Fx.call(() -> stages(title).getFirst());
  }

  private static List<Stage> stages(String title) {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage stage && title.equals(stage.getTitle()))
        .map(Stage.class::cast)
        .toList();
  }

  /** On the FX thread. */
  private static void level(Desk desk, String room, Level level) {
    RoomItem item = item(desk, room);
    desk.server().keeps().wish(item.id(), item.wishProperty().get().level(level));
  }

  private static List<String> headings(Desk desk) {
    return desk.server().keeps().sections().stream().map(section -> section.name()).toList();
  }

  private static String words(Desk desk, String name) {
    Status status = statusOf(desk, name);
    return status == null ? "" : status.text();
  }

  /** Null when there is none. */
  private static Status statusOf(Desk desk, String name) {
    return desk.server().people().people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private static Presence presenceOf(Desk desk, String name) {
    return desk.server().people().people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow()
        .presence();
  }

  private static RoomItem item(Desk desk, String name) {
    return desk.server().rooms().items().stream()
        .filter(room -> room.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String address() {
    return "127.0.0.1:" + server.port();
  }
}
