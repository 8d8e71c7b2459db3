package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.sidebar.SidebarRow;
import chat.parley.model.Rank;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is arranged about rooms with the mouse, and what comes of it: a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomJourneysTest {
  private final FakeComputer computer = new FakeComputer();
  private Duo duo;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    duo = new Duo(folder, computer.facilities());
    ann = duo.ann;
    ben = duo.ben;
  }

  @AfterAll
  void close() {
    duo.close();
  }

  @Test
  void aRoomIsDraggedUnderAHeadingOfMyOwn() {
    ann.openRoom("someday");
    ann.goTo("lobby");
    ann.choose(".heading-row", "Rooms", "New section…");
    ann.awaitNode("#section-name");
    ann.type("Later");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.node(".heading-row", "Later") != null);
    ann.drag(
        Fx.<Node>call(() -> ann.node(".room-row", "someday")),
        Fx.<Node>call(() -> ann.node(".heading-row", "Later")));
    Fx.await(() -> headingOf("someday").equals("Later"));
    assertThat(Fx.call(() -> headingOf("lobby"))).isEqualTo("Rooms");
  }

  @Test
  void roomsAreDraggedIntoAnOrderOfMyOwn() {
    ann.openRoom("anvils");
    ann.openRoom("bellows");
    ann.goTo("lobby");
    ann.drag(
        Fx.<Node>call(() -> ann.node(".room-row", "anvils")),
        Fx.<Node>call(() -> ann.node(".room-row", "bellows")));
    Fx.await(() -> isAbove("bellows", "anvils"));
    ann.choose(".room-row", "anvils", "Move up");
    Fx.await(() -> isAbove("anvils", "bellows"));
    ann.choose(".room-row", "anvils", "Move down");
    Fx.await(() -> isAbove("bellows", "anvils"));
    ann.choose(".heading-row", "Rooms", "Sort by name");
    Fx.await(() -> isAbove("anvils", "bellows"));
  }

  private boolean isAbove(String upper, String lower) {
    Node one = ann.node(".room-row", upper);
    Node other = ann.node(".room-row", lower);
    return one != null
        && other != null
        && one.localToScene(0, 0).getY() < other.localToScene(0, 0).getY();
  }

  @Test
  void theLevelThatIsChosenForARoomDecidesOfWhatIAmTold() {
    duo.openRoom("market");
    ben.goTo("lobby");
    ben.choose(".room-row", "market", "Notify me about", "All messages");
    ann.say("Fresh apples");
    awaitNote("Ann Bell in #market: Fresh apples");

    ben.choose(".room-row", "market", "Notify me about", "Mentions only");
    ann.say("Fresh pears");
    ann.say("@Ben Roth plums for you");
    awaitNote("Ann Bell in #market: @Ben Roth plums for you");
    assertThat(computer.notes).noneMatch(note -> note.contains("Fresh pears"));

    ben.choose(".room-row", "market", "Notify me about", "Nothing");
    ann.say("@Ben Roth nuts for you");
    ann.goTo("lobby");
    ann.say("@Ben Roth are you there?");
    awaitNote("Ann Bell in #lobby: @Ben Roth are you there?");
    assertThat(computer.notes).noneMatch(note -> note.contains("nuts"));
  }

  @Test
  void whoReadsARoomInAWindowOfItsOwnIsNotToldOfWhatIsSaidThere() {
    duo.openRoom("cellar");
    duo.openRoom("attic");
    ben.goTo("lobby");
    ben.choose(".room-row", "attic", "Open in own window");
    Fx.await(() -> ben.server().windows().reads(Duo.room(ben, "attic").id()));
    List<String> toasts = ben.toasts();
    List<String> notes = computer.notes;
    int before = notes.size();
    ann.tells("@Ben Roth do you read this?");
    Fx.run(() -> ann.server().rooms().openByName("cellar", true));
    Fx.await(() -> ann.title().equals("cellar"));
    ann.tells("@Ben Roth are you down there?");
    Fx.await(() -> !toasts.isEmpty() || notes.size() > before);
    Fx.await(() -> Duo.room(ben, "attic").unreadProperty().get() == 0);
    assertThat(toasts).noneMatch(told -> told.contains("do you read this?"));
    assertThat(notes).noneMatch(told -> told.contains("do you read this?"));
    Fx.run(() -> List.copyOf(ben.server().windows().open()).forEach(ben.server().windows()::close));
  }

  @Test
  void aRoomThatIsMutedByItsMenuTellsNothingAndShowsOnlyThatItNamesMe() {
    duo.openRoom("radio");
    ben.goTo("lobby");
    ben.push(KeyCode.SHIFT, KeyCode.ESCAPE); // All is read that other days have left.
    Fx.await(computer.dock::isEmpty);
    ben.choose(".room-row", "radio", "Notify me about", "All messages");
    ann.say("The news at nine");
    awaitNote("Ann Bell in #radio: The news at nine");
    ben.inFront();
    Fx.await(() -> isBold("radio"));
    ben.goTo("radio");
    Fx.await(() -> Duo.room(ben, "radio").unreadProperty().get() == 0);
    ben.goTo("lobby");

    ben.choose(".room-row", "radio", "Mute");
    ann.say("Music until noon");
    Fx.await(() -> Duo.room(ben, "radio").unreadProperty().get() == 1);
    ben.inFront();
    assertThat(Fx.call(() -> isBold("radio"))).isFalse();
    assertThat(Fx.call(() -> badge("radio"))).isEmpty();
    ann.say("@Ben Roth a song for you");
    Fx.await(() -> Duo.room(ben, "radio").mentionsProperty().get() == 1);
    ben.inFront();
    Fx.await(() -> isBold("radio") && badge("radio").equals("1"));

    ann.goTo("lobby");
    ann.say("@Ben Roth did you hear it?");
    awaitNote("Ann Bell in #lobby: @Ben Roth did you hear it?");
    assertThat(computer.notes)
        .noneMatch(note -> note.contains("until noon") || note.contains("a song"));
    Fx.await(() -> Duo.room(ben, "lobby").mentionsProperty().get() == 1);
    assertThat(computer.dock).as("of the lobby only").isEqualTo("1");
    ben.goTo("lobby");
    Fx.await(() -> computer.dock.isEmpty());
    ben.choose(".room-row", "radio", "Unmute");
    Fx.await(() -> computer.dock.equals("1"));
    ben.choose(".room-row", "radio", "Mute");
    Fx.await(() -> computer.dock.isEmpty());
    ben.goTo("radio");
  }

  /** The line of a room in Ben's sidebar; on the FX thread, as the next two. */
  private Node line(String room) {
    return ben.node(".room-cell", room);
  }

  private boolean isBold(String room) {
    return line(room).getPseudoClassStates().contains(PseudoClass.getPseudoClass("unread"));
  }

  private String badge(String room) {
    return line(room).lookup(".pill") instanceof Labeled pill && pill.isVisible()
        ? pill.getText()
        : "";
  }

  @Test
  void whoIsMadeAModeratorWritesWhereOthersOnlyRead() {
    duo.openRoom("notices");
    ann.click("#room-name");
    ann.click(".check-box", "Announcements only");
    ben.awaitText("Only moderators can post here");
    ann.push(KeyCode.ESCAPE);
    ann.click("#people-toggle");
    ann.choose(".person-cell", "Ben Roth", "May act as", "Moderator");
    Fx.await(() -> Duo.room(ben, "notices").state().rank() == Rank.MODERATOR);
    ben.awaitGone("Only moderators can post here");
    duo.said(ben, "The lift is out of order");
    ann.choose(".person-cell", "Ben Roth", "May act as", "Member");
    ben.awaitText("Only moderators can post here");
    ann.push(KeyCode.ESCAPE);
  }

  @Test
  void whoIsMadeAReaderSeesWhyThereIsNothingToWriteIn() {
    duo.openRoom("results");
    duo.said(ann, "Seven to nil");
    ben.chooseAt("Seven to nil", "Reply in thread");
    ben.awaitNode("#thread-composer");
    ann.click("#people-toggle");
    ann.choose(".person-cell", "Ben Roth", "May act as", "Only reads");
    ben.awaitText("You can only read in this room");
    Fx.await(() -> ben.node("#thread .closed-words", "You can only read in this room") != null);
    assertThat(Fx.<Boolean>call(() -> canAnswerInThread(ben))).isFalse();
    ben.awaitText("Ann Bell lets Ben Roth only read");
    duo.said(ann, "Eight, now");
    ann.choose(".person-cell", "Ben Roth", "May act as", "Member");
    ben.awaitGone("You can only read in this room");
    Fx.await(() -> canAnswerInThread(ben));
    ben.push(KeyCode.ESCAPE);
    duo.said(ben, "At last");
    ann.push(KeyCode.ESCAPE);
  }

  private static boolean canAnswerInThread(Desk desk) {
    var thread = (Parent) desk.scene().getRoot().lookup("#thread");
    return thread.getChildrenUnmodifiable().stream()
        .anyMatch(part -> part.isVisible() && part.lookup("#thread-composer") != null);
  }

  @Test
  void aRoomThatWasArchivedIsFoundAmongAllRoomsAndOpenedAgain() {
    duo.openRoom("summer");
    ann.click("#room-name");
    archive("This room is archived");
    ben.awaitText("This room is archived");
    ann.push(KeyCode.ESCAPE);
    ann.goTo("lobby");
    Fx.await(() -> ann.node(".room-row", "summer") == null);
    ben.goTo("lobby");
    Fx.await(() -> ben.node(".room-row", "summer") == null);

    ann.openRoom("summer");
    ann.awaitText("This room is archived");
    ann.click("#room-name");
    archive("Archive room");
    Fx.await(() -> ben.node(".room-row", "summer") != null);
    ben.goTo("summer");
    duo.said(ben, "Back again");
    ann.push(KeyCode.ESCAPE);
  }

  @Test
  void aRoomThatIsNamedInAMessageIsOneClickAwayAlsoForWhoIsNotInIt() {
    ann.openRoom("attic");
    ann.goTo("lobby");
    ben.goTo("lobby");
    duo.said(ann, "Please ask in #attic about it");
    ann.clickIn("Please ask in", ".message-link");
    Fx.await(() -> ann.title().equals("attic"));

    ben.clickIn("Please ask in", ".message-link");
    ben.click(".toast .link-button");
    Fx.await(() -> ben.title().equals("attic"));
  }

  /** By key: in a low window the button may have to be scrolled to. */
  private void archive(String then) {
    ann.awaitNode("#archive");
    Fx.run(() -> ann.scene().getRoot().lookup("#archive").requestFocus());
    ann.push(KeyCode.SPACE);
    ann.awaitText(then);
  }

  private void awaitNote(String note) {
    Fx.await(() -> computer.notes.contains(note));
  }

  /** The heading over a room in Ann's sidebar; on the FX thread. */
  private String headingOf(String room) {
    String heading = "";
    for (SidebarRow row : ann.server().sidebar().rows()) {
      switch (row) {
        case SidebarRow.Heading one -> heading = one.name();
        case SidebarRow.RoomRow one when one.room().name().equals(room) -> {
          return heading;
        }
        case SidebarRow.RoomRow _, SidebarRow.Hint _ -> {}
      }
    }
    return "";
  }
}
