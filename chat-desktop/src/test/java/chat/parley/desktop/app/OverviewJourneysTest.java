package chat.parley.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ben writes in two rooms while Ann is in a third, on two computers. */
@Tag("fault")
class OverviewJourneysTest {

  @TempDir Path folder;

  private Trio trio;

  @BeforeEach
  void benWritesInTwoRooms() throws Exception {
    trio = new Trio(folder);
    trio.ann.openRoom("kitchen");
    trio.ann.openRoom("news");
    trio.annToo.awaitText("news");
    trio.annToo.goTo("news"); // Where nothing is said, so that it reads nothing by itself.
    trio.ben.openRoom("kitchen");
    trio.ben.tells("@Ann Bell is there tea?");
    trio.ben.tells("or milk");
    trio.ben.goTo("lobby");
    trio.ben.tells("@room the lift is back");
    Fx.await(() -> unread(trio.ann) == 3 && mentions(trio.ann) == 2);
  }

  @AfterEach
  void stop() {
    trio.close();
  }

  @Test
  void whatIsUnreadIsReadOnOnePageAndMarkedOnAllDevices() {
    trio.ann.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    trio.ann.awaitText("is there tea?");
    assertThat(Fx.call(() -> trio.ann.sees("or milk") && trio.ann.sees("the lift is back")))
        .isTrue();
    assertThat(Fx.call(() -> unread(trio.annToo)))
        .as("reading the page marks nothing")
        .isEqualTo(3);

    Sight.soon(
        "all read",
        () -> trio.ann.click("#mark-all-read"),
        () -> unread(trio.annToo) == 0 && mentions(trio.annToo) == 0);
    trio.ann.awaitText("You have read everything");
    awaitBadge(trio.annToo, "");
    trio.ann.push();

    Sight.soon(
        "all unread again",
        () -> trio.ann.click("#undo-read"),
        () -> unread(trio.annToo) == 3 && mentions(trio.annToo) == 2);
    trio.ann.awaitText("or milk");
    awaitBadge(trio.annToo, "2");

    Sight.soon(
        "one room read",
        () -> trio.ann.click(".overview-heading .button", "Mark as read"),
        () -> mentions(trio.annToo) == 1);
  }

  @Test
  void aMentionIsFoundAndGoneToByKeysAlone() {
    trio.ann.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    trio.ann.awaitText("is there tea?");
    assertThat(Fx.call(() -> trio.ann.sees("or milk"))).isFalse();
    trio.ann.push(KeyCode.DOWN);
    trio.ann.push(KeyCode.ENTER);
    Fx.await(() -> trio.ann.title().equals("kitchen"));
    trio.ann.awaitText("or milk");
    Fx.await(() -> mentions(trio.annToo) == 1);

    trio.ann.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    trio.ann.awaitText("the lift is back");
    trio.ann.push(KeyCode.ESCAPE);
    Fx.await(() -> trio.ann.title().equals("kitchen"));
    trio.ann.type("on my way");
    assertThat(Fx.call(() -> trio.ann.server().composer().textProperty().get()))
        .isEqualTo("on my way");
  }

  /** On the FX thread, as the next. */
  private static long unread(Desk desk) {
    return desk.server().rooms().unreadProperty().get();
  }

  private static long mentions(Desk desk) {
    return desk.server().rooms().namingProperty().get();
  }

  /** Waits until that stands at the mentions in the sidebar. */
  private static void awaitBadge(Desk desk, String count) {
    desk.awaitNode("#all-mentions");
    desk.push();
    Fx.await(
        () ->
            desk.scene().getRoot().lookup("#all-mentions .pill") instanceof Labeled pill
                && (pill.isVisible() ? pill.getText() : "").equals(count));
  }
}
