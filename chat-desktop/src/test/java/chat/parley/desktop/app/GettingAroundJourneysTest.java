package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.Theme;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ann finds her way by keys through the rooms of a real server, while Ben writes in some. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GettingAroundJourneysTest {
  private Duo duo;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    duo = new Duo(folder);
    ann = duo.ann;
    ben = duo.ben;
    duo.openRoom("archive");
    duo.openRoom("kitchen");
    duo.openRoom("news");
  }

  @AfterAll
  void close() {
    duo.close();
  }

  @BeforeEach
  void annInTheLobbyAndAllRead() {
    ben.goTo("lobby");
    ann.goTo("lobby");
    ann.push(KeyCode.SHIFT, KeyCode.ESCAPE);
    Fx.await(() -> ann.server().rooms().unreadProperty().get() == 0);
  }

  @Test
  void theSwitcherLeadsToARoomToAPersonAndDoesWhatItIsTold() {
    openSwitcher("kitc");
    Fx.await(() -> ann.node(".choice-list", "kitchen") != null);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.title().equals("kitchen") && isFocused("composer"));

    Duo.talkTo(ann, "Ben Roth");
    Fx.await(() -> isFocused("composer"));

    openSwitcher(">dark");
    Fx.await(() -> ann.node(".choice-list", "Dark theme") != null);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.model().settings().themeProperty().get() == Theme.DARK);
    openSwitcher(">light");
    Fx.await(() -> ann.node(".choice-list", "Light theme") != null);
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.model().settings().themeProperty().get() == Theme.LIGHT);
  }

  @Test
  void theSwitcherFindsARoomThatAnnIsNotInAndTakesHerThere() {
    ben.openRoom("workshop");
    ben.say("The drill is back");
    openSwitcher("wrksh");
    Fx.await(() -> ann.node(".choice-cell", "Not joined") != null);
    assertThat(Fx.call(() -> ann.node(".choice-cell", "workshop"))).isNotNull();
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.title().equals("workshop") && isFocused("composer"));
    ann.awaitText("The drill is back");
    ann.say("I take it for an hour");
    ben.awaitText("I take it for an hour");
  }

  @Test
  void theSheetOfKeysOpensAndClosesByKeys() {
    ann.push(KeyCode.SHORTCUT, KeyCode.SLASH);
    ann.awaitNode(".key-sheet");
    ann.awaitText("Jump to a room");
    ann.push(KeyCode.ESCAPE);
    Fx.await(() -> ann.scene().getRoot().lookup(".key-sheet") == null);
  }

  @Test
  void altAndArrowsGoFromRoomToRoomAndWithShiftToThoseWithSomethingNew() {
    String next = Fx.call(() -> below("lobby"));
    ann.push(KeyCode.ALT, KeyCode.DOWN);
    Fx.await(() -> ann.title().equals(next));
    ann.push(KeyCode.ALT, KeyCode.UP);
    Fx.await(() -> ann.title().equals("lobby"));

    assertThat(Fx.call(this::rooms)).containsSubsequence("archive", "kitchen", "news");
    ann.goTo("kitchen");
    benWrites("archive", "The oldest folder is found");
    benWrites("news", "Read all about it");
    ann.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
    Fx.await(() -> ann.title().equals("news"));
    ann.awaitText("Read all about it");
    ann.goTo("kitchen");
    benWrites("news", "And what came of it");
    assertThat(Fx.call(() -> unread("archive"))).isEqualTo(1);
    ann.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
    Fx.await(() -> ann.title().equals("archive"));
    assertThat(Fx.call(() -> unread("news"))).isEqualTo(1);
  }

  @Test
  void f6GoesThroughThePartsOfTheWindow() {
    ann.click("#composer");
    ann.push(KeyCode.F6);
    Fx.await(() -> within(".room-list"));
    ann.push(KeyCode.F6);
    Fx.await(() -> within(".header"));
    ann.push(KeyCode.F6);
    Fx.await(() -> within(".message-pane"));
    ann.push(KeyCode.F6);
    Fx.await(() -> isFocused("composer"));
    ann.push(KeyCode.SHIFT, KeyCode.F6);
    Fx.await(() -> within(".message-pane"));
  }

  @Test
  void escapeTakesTheRoomForReadAndWithShiftAllRooms() {
    benWrites("kitchen", "The milk is back");
    benWrites("news", "So is the lift");
    ann.goTo("news");
    for (int i = 0; i < 40; i++) {
      ben.tells("Line " + i);
    }
    Fx.await(() -> message(ann, "Line 39") != null);
    ann.click("#composer");
    ann.push(KeyCode.ESCAPE); // She was led to the first new one, and may not be at the last.
    Fx.await(() -> unread("news") == 0);
    ann.push(KeyCode.PAGE_UP);
    ann.push(KeyCode.PAGE_UP);
    ben.tells("Nobody reads this");
    Fx.await(() -> unread("news") == 1);
    ann.push(KeyCode.ESCAPE);
    Fx.await(() -> unread("news") == 0);
    assertThat(Fx.call(() -> unread("kitchen"))).isEqualTo(1);
    ann.push(KeyCode.SHIFT, KeyCode.ESCAPE);
    Fx.await(() -> unread("kitchen") == 0);
  }

  @Test
  void theRoomsThatWereSeenAreGoneBackAndForthThrough() {
    ann.goTo("kitchen");
    ann.goTo("news");
    ann.push(KeyCode.ALT, KeyCode.LEFT);
    Fx.await(() -> ann.title().equals("kitchen"));
    ann.push(KeyCode.ALT, KeyCode.LEFT);
    Fx.await(() -> ann.title().equals("lobby"));
    ann.push(KeyCode.ALT, KeyCode.RIGHT);
    Fx.await(() -> ann.title().equals("kitchen"));
  }

  private void openSwitcher(String text) {
    ann.push(KeyCode.SHORTCUT, KeyCode.K);
    ann.awaitNode("#switcher-field");
    ann.type(text);
  }

  /** In a room that Ann has not open; she has heard of it then. */
  private void benWrites(String room, String text) {
    long before = Fx.call(() -> unread(room));
    ben.goTo(room);
    ben.say(text);
    Fx.await(() -> unread(room) == before + 1);
  }

  /** The room below that one in Ann's sidebar; after the last one comes the first. */
  private String below(String room) {
    List<String> names = rooms();
    return names.get((names.indexOf(room) + 1) % names.size());
  }

  /** In the order of Ann's sidebar; on the FX thread. */
  private List<String> rooms() {
    return ann.server().sidebar().rows().stream()
        .filter(SidebarRow.RoomRow.class::isInstance)
        .map(row -> ((SidebarRow.RoomRow) row).room().name())
        .toList();
  }

  private long unread(String room) {
    return Duo.room(ann, room).unreadProperty().get();
  }

  private boolean isFocused(String id) {
    Node owner = ann.scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  private boolean within(String selector) {
    Node part = ann.scene().getRoot().lookup(selector);
    return part != null && part.isFocusWithin();
  }
}
