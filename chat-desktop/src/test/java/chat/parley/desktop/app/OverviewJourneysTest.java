package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import chat.parley.model.UserId;
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

  @Test
  void whatBecomesOfAMentionIsInTheCountsAndOnThePage() {
    trio.ben.goTo("kitchen");
    Fx.await(() -> message(trio.ben, "or milk") != null);
    trio.ann.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    trio.ann.awaitText("is there tea?");

    edit("or milk", "or milk, @Ann Bell?");
    trio.ann.awaitText("or milk,");
    Fx.await(() -> mentions(trio.ann) == 3 && mentions(trio.annToo) == 3);
    edit("or milk, @Ann Bell?", "or cocoa");
    trio.ann.awaitText("or cocoa");

    Fx.run(() -> trio.ben.server().messages().delete(message(trio.ben, "or cocoa")));
    trio.ann.awaitGone("or cocoa");
    Fx.run(() -> trio.ben.server().messages().delete(message(trio.ben, "@Ann Bell is there tea?")));
    trio.ann.awaitGone("is there tea?");
    Fx.await(() -> mentions(trio.ann) == 1 && mentions(trio.annToo) == 1);
    awaitBadge(trio.annToo, "1");
  }

  @Test
  void whatSomebodyWhomIBlockSaysIsNeitherOnThePageNorQuoted() {
    trio.ann.goTo("kitchen");
    trio.ann.chooseAt("or milk", "Reply");
    trio.ann.say("Oat");
    Fx.await(() -> quoted("Oat") == Quote.State.THERE);
    trio.ann.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    trio.ann.awaitText("is there tea?");
    block(true);
    trio.ann.awaitGone("is there tea?");
    trio.ann.awaitText("Message of somebody you block");
    trio.ann.goTo("kitchen");
    Fx.await(() -> quoted("Oat") == Quote.State.BLOCKED);
    block(false);
    Fx.await(() -> quoted("Oat") == Quote.State.THERE);
  }

  private Quote.State quoted(String answer) {
    MessageItem message = message(trio.ann, answer);
    Quote quote = message == null ? null : message.extras().quote();
    return quote == null ? null : quote.state();
  }

  private void block(boolean now) {
    Fx.run(
        () -> {
          UserId ben = trio.ben.server().meProperty().get().id();
          trio.ann.server().company().block(ben, now);
        });
  }

  private void edit(String before, String now) {
    Fx.run(
        () -> {
          trio.ben.server().messages().edit(message(trio.ben, before), false);
          trio.ben.server().composer().textProperty().set(now);
          trio.ben.server().composer().send();
        });
    Fx.await(() -> message(trio.ben, now) != null);
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
