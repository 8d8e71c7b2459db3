package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.ComposerMode;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.ThreadSummary;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.UnreadMark;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads, and what is unread, over several apps and a real server. */
@Tag("fault")
class ThreadJourneysTest {
  @TempDir Path folder;

  private Trio trio;

  @BeforeEach
  void open() throws Exception {
    trio = new Trio(folder);
  }

  @AfterEach
  void close() {
    trio.close();
  }

  @Test
  void aThreadIsTalkedInAtTheSideAndShowsWhatIsNewInIt() {
    trio.said(trio.ann, "Where do we eat?");
    trio.choose(trio.ben, "Where do we eat?", "Reply in thread");
    trio.ben.awaitText("Shown in the room as one line, too");
    trio.click(trio.ben, "#thread-composer");
    trio.write("Noodles!");
    trio.soon(
        "thread reply",
        () -> trio.ben.push(KeyCode.ENTER),
        desk -> thread(desk) != null && thread(desk).count() == 1);
    trio.ann.awaitText("replied to a thread:");
    Fx.await(() -> trio.ann.scene().getRoot().lookup(".thread-chip") != null);
    assertThat(trio.is(trio.ann, d -> thread(d).unread())).isTrue();
    assertThat(trio.is(trio.annToo, d -> thread(d).unread())).isTrue();
    assertThat(trio.is(trio.ben, d -> thread(d).unread())).isFalse();

    trio.clickIn(trio.ann, "Where do we eat?", ".thread-chip");
    trio.ann.awaitText("Thread");
    Fx.await(() -> !thread(trio.ann).unread() && !thread(trio.annToo).unread());
    trio.click(trio.ann, "#thread-composer");
    trio.write("Twelve o'clock then");
    trio.ann.push(KeyCode.ENTER);
    trio.ben.awaitText("Twelve o'clock then");
    trio.awaitAll(desk -> thread(desk).count() == 2);
    trio.ann.push(KeyCode.ESCAPE);
    Fx.await(() -> trio.ann.server().messages().thread().shownProperty().get() == null);
  }

  @Test
  void unreadFromHereHoldsOnBothComputersUntilIReadOn() {
    for (int i = 1; i <= 5; i++) {
      trio.ben.tells("Item " + i);
    }
    trio.ann.awaitText("Item 5");
    Fx.await(() -> unread(trio.ann) == 0 && unread(trio.annToo) == 0);
    Sight.soon(
        "unread from here",
        () -> trio.choose(trio.ann, "Item 3", "Mark unread from here"),
        () -> unread(trio.ann) == 3 && unread(trio.annToo) == 3);
    Fx.await(() -> hasLine(trio.ann) && hasLine(trio.annToo));
    trio.said(trio.ben, "Item 6");
    Fx.await(() -> unread(trio.ann) == 4 && unread(trio.annToo) == 4);
    trio.ann.openRoom("kitchen");
    trio.ann.goTo("lobby");
    Fx.await(() -> unread(trio.ann) == 0 && unread(trio.annToo) == 0);
  }

  @Test
  void anAppThatWasClosedOpensAtTheOldestUnread() {
    trio.said(trio.ben, "Before");
    trio.ann.awaitText("Before");
    Fx.await(() -> unread(trio.annToo) == 0);
    trio.annToo.close();
    trio.ann.openRoom("kitchen");
    for (int i = 1; i <= 60; i++) {
      trio.ben.tells("While away " + i);
    }
    Fx.await(
        () ->
            message(trio.ben, "While away 60") != null
                && message(trio.ben, "While away 60").seq() > 0);
    trio.annToo = Desk.open(folder.resolve("ann-too"));
    trio.row(trio.annToo, "While away 1");
    Fx.await(() -> hasLine(trio.annToo));
    assertThat(Fx.call(() -> unread(trio.annToo))).isBetween(1L, 60L);
  }

  @Test
  void aHalfWrittenAnswerKnowsWhatItAnswersAfterARestart() {
    trio.said(trio.ben, "Who has the key?");
    trio.ann.chooseAt("Who has the key?", "Reply");
    trio.ann.write("I think");
    Fx.await(() -> trio.annToo.written().equals("I think"));
    trio.annToo.close();
    trio.annToo = Desk.open(folder.resolve("ann-too"));
    Fx.await(() -> trio.annToo.server() != null && trio.annToo.written().equals("I think"));
    Fx.await(() -> answered(trio.annToo).equals("Who has the key?"));
  }

  private static String answered(Desk desk) {
    return desk.server().composer().modeProperty().get() instanceof ComposerMode.Replying(Quote to)
        ? to.text()
        : "";
  }

  @Test
  void whatIsMarkedUnreadStaysSoWhileTheReaderGoesAwayAndComesBack() {
    trio.annToo.openRoom("kitchen");
    trio.ann.inFront();
    for (int i = 1; i <= 4; i++) {
      trio.ben.tells("Item " + i);
    }
    trio.ann.awaitText("Item 4");
    Fx.await(() -> unread(trio.ann) == 0);
    trio.choose(trio.ann, "Item 2", "Mark unread from here");
    Fx.await(() -> unread(trio.ann) == 3);
    trio.ben.inFront();
    trio.ann.inFront();
    trio.ann.awaitText("Item 4");
    trio.ben.tells("Item 5");
    Fx.await(() -> unread(trio.ann) == 4);
    trio.ann.click("#composer");
    trio.ann.push(KeyCode.PAGE_UP);
    Fx.await(() -> unread(trio.ann) == 0);
  }

  private static ThreadSummary thread(Desk desk) {
    var root = message(desk, "Where do we eat?");
    return root == null ? null : root.extras().thread();
  }

  private static boolean hasLine(Desk desk) {
    return Trio.items(desk).stream().anyMatch(UnreadMark.class::isInstance);
  }

  private static long unread(Desk desk) {
    return desk.server().rooms().items().stream()
        .filter(room -> room.name().equals("lobby"))
        .findFirst()
        .orElseThrow()
        .unreadProperty()
        .get();
  }
}
