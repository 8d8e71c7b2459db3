package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.viewmodel.timeline.Quote;
import chat.parley.desktop.viewmodel.timeline.TimelineItem.MessageItem;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one person does with a message, all see: two apps of Ann, one of Ben, a real server. */
class MessageJourneysTest {
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
  void arrowUpEditsWhatISaidLastAndAllSeeIt() {
    trio.said(trio.ann, "The meeting is at tne");
    trio.ann.push(KeyCode.UP);
    trio.ann.awaitText("Editing");
    trio.ann.push(KeyCode.SHORTCUT, KeyCode.A);
    trio.write("The meeting is at ten");
    trio.soon(
        "edit",
        () -> trio.ann.push(KeyCode.ENTER),
        desk ->
            message(desk, "The meeting is at ten") != null
                && message(desk, "The meeting is at ten").extras().editedAt() > 0);
    trio.ben.awaitText("(edited)");
    trio.clickIn(trio.ben, "The meeting is at ten", ".edited");
    trio.ben.awaitText("The meeting is at tne");
    trio.ben.push(KeyCode.ESCAPE);
  }

  @Test
  void deletingAsksFirstAndTheMessageIsGoneForAll() {
    trio.said(trio.ann, "The key is under the mat");
    trio.choose(trio.ann, "The key is under the mat", "Delete");
    trio.ann.awaitText("Delete this message?");
    trio.soon(
        "delete",
        () -> trio.ann.push(KeyCode.ENTER),
        desk ->
            message(desk, "The key is under the mat") == null
                && Trio.items(desk).stream()
                    .anyMatch(i -> i instanceof MessageItem m && m.extras().deleted()));
    trio.ben.awaitText("Message deleted");
    trio.ben.awaitGone("under the mat");
  }

  @Test
  void reactionsAreCountedAndAClickJoinsIn() {
    trio.said(trio.ann, "Cake in the kitchen");
    trio.soon(
        "reaction",
        () -> react("Cake in the kitchen", "🎉"),
        desk -> reactions(desk, "Cake in the kitchen") == 1);
    trio.clickIn(trio.ann, "Cake in the kitchen", ".chip");
    trio.awaitAll(desk -> reactions(desk, "Cake in the kitchen") == 2);
    assertThat(mine(trio.annToo, "Cake in the kitchen")).isTrue();
    trio.clickIn(trio.ann, "Cake in the kitchen", ".chip");
    trio.awaitAll(desk -> reactions(desk, "Cake in the kitchen") == 1);
    assertThat(mine(trio.annToo, "Cake in the kitchen")).isFalse();
  }

  @Test
  void aReplyQuotesAndLeadsToWhatItAnswers() {
    trio.said(trio.ann, "Who has the projector?");
    for (int i = 0; i < 40; i++) {
      trio.ben.tells("Something else " + i);
    }
    trio.awaitAll(desk -> message(desk, "Something else 39") != null);
    Fx.run(() -> trio.ann.server().messages().jumpTo(first(trio.ann)));
    trio.choose(trio.ann, "Who has the projector?", "Reply");
    trio.ann.awaitText("Replying to Ann Bell");
    trio.write("Found it myself");
    trio.ann.push(KeyCode.ENTER);
    trio.awaitAll(desk -> quote(desk, "Found it myself") == Quote.State.THERE);
    trio.clickIn(trio.ben, "Found it myself", ".quote-line");
    trio.row(trio.ben, "Who has the projector?");
    Fx.await(
        () ->
            trio.ben.server().timelineProperty().get().landedProperty().get() != null
                && trio.ben.server().timelineProperty().get().landedProperty().get().flash());
  }

  @Test
  void aPinnedMessageIsFoundInTheHeaderAndLedTo() {
    trio.said(trio.ben, "Wi-Fi password is on the whiteboard");
    trio.soon(
        "pin",
        () -> trio.choose(trio.ben, "Wi-Fi password", "Pin to room"),
        desk -> message(desk, "Wi-Fi password is on the whiteboard").extras().pinned());
    trio.ann.awaitText("Ben Roth pinned a message");
    trio.awaitAll(desk -> desk.server().messages().pins().items().size() == 1);
    trio.click(trio.ann, "#pins-toggle");
    trio.ann.awaitText("Show in room");
    trio.click(trio.ann, ".pin-foot .link-button");
    Fx.await(() -> trio.ann.server().timelineProperty().get().landedProperty().get() != null);
  }

  @Test
  void aMessageIsForwardedWithItsSource() {
    trio.ann.openRoom("kitchen");
    trio.ann.goTo("lobby");
    trio.said(trio.ben, "Fire drill at three");
    trio.choose(trio.ann, "Fire drill at three", "Forward");
    trio.ann.awaitText("Forward message");
    trio.write("kit");
    trio.ann.push(KeyCode.ENTER);
    trio.ann.awaitText("Forwarded to kitchen");
    trio.ann.goTo("kitchen");
    trio.ann.awaitText("Forwarded from Ben Roth, #lobby");
    trio.ann.awaitText("Fire drill at three");
  }

  @Test
  void aMessageIsForwardedToSomebodyOneHasNotTalkedWith() {
    trio.said(trio.ben, "The lift is back");
    trio.choose(trio.ann, "The lift is back", "Forward");
    trio.ann.awaitText("Forward message");
    trio.write("ben");
    Fx.await(() -> trio.ann.node(".forward .room-choice", "Ben Roth") != null);
    trio.ann.push(KeyCode.ENTER);
    trio.ann.awaitText("Forwarded to Ben Roth");
    trio.ben.awaitText("Ann Bell");
    Fx.await(() -> Duo.room(trio.ben, "Ann Bell").unreadProperty().get() == 1);
  }

  @Test
  void aCopiedLinkLeadsToTheMessageFromAnotherRoom() {
    trio.said(trio.ben, "This one is worth remembering");
    trio.choose(trio.ann, "This one is worth remembering", "Copy link to message");
    String link = Fx.call(() -> Clipboard.getSystemClipboard().getString());
    assertThat(link).startsWith("parley://127.0.0.1:" + trio.server.port() + "/");
    trio.ann.openRoom("kitchen");
    assertThat(Fx.call(() -> trio.ann.server().messages().links().open(link))).isTrue();
    trio.ann.awaitText("This one is worth remembering");
    assertThat(trio.ann.title()).isEqualTo("lobby");
  }

  @Test
  void aSendIsUndoneWhileItIsHeld() {
    Fx.run(() -> trio.ann.server().messages().holdSends(() -> 10_000));
    trio.ann.say("Sent in anger");
    trio.ann.awaitText("Sending in");
    trio.clickIn(trio.ann, "Sent in anger", ".delivery .link-button");
    trio.ann.awaitGone("Sending in");
    Fx.await(() -> trio.ann.server().composer().textProperty().get().equals("Sent in anger"));
    trio.said(trio.ben, "All calm here");
    assertThat(Fx.<MessageItem>call(() -> message(trio.ben, "Sent in anger"))).isNull();
  }

  @Test
  void anHourAwayEndsInWhatAFreshAppSees() throws Exception {
    trio.said(trio.ann, "one");
    trio.said(trio.ann, "two");
    trio.said(trio.ben, "three");
    trio.annToo.close();
    Fx.run(
        () -> {
          trio.ann.server().messages().delete(message(trio.ann, "one"));
          trio.ann.server().messages().react(message(trio.ann, "three"), "👍");
          trio.ben.server().messages().react(message(trio.ben, "two"), "👀");
          trio.ben.server().messages().pin(message(trio.ben, "three").seq(), true);
          trio.ann.server().messages().edit(message(trio.ann, "two"), false);
          trio.ann.server().composer().textProperty().set("two and a half");
          trio.ann.server().composer().send();
        });
    Fx.await(() -> message(trio.ben, "two and a half") != null && message(trio.ben, "one") == null);
    trio.server.kill();
    trio.server.restart();
    trio.annToo = Desk.open(folder.resolve("ann-too"));
    try (Desk fresh = Desk.open(folder.resolve("cleo"))) {
      fresh.logIn("Cleo Marsh", "127.0.0.1:" + trio.server.port());
      trio.awaitAll(desk -> desk.server().link().liveProperty().get());
      Fx.await(() -> essence(trio.annToo).equals(essence(fresh)) && !essence(fresh).isEmpty());
      assertThat(Fx.call(() -> essence(trio.annToo))).isEqualTo(Fx.call(() -> essence(trio.ann)));
      assertThat(Fx.call(() -> essence(fresh)).toString())
          .contains("two and a half")
          .contains("👀")
          .doesNotContain("one,");
    }
  }

  /** What all must see alike. */
  private static List<String> essence(Desk desk) {
    return Trio.items(desk).stream()
        .filter(MessageItem.class::isInstance)
        .map(MessageItem.class::cast)
        .map(
            m ->
                "%d %s, %d %s %s %s"
                    .formatted(
                        m.seq(),
                        m.body(),
                        m.extras().editedAt(),
                        m.extras().deleted(),
                        m.extras().pinned(),
                        m.extras().reactions().stream()
                            .map(chip -> chip.emoji() + chip.by())
                            .toList()))
        .toList();
  }

  private void react(String text, String emoji) {
    Fx.run(() -> trio.ben.server().messages().react(message(trio.ben, text), emoji));
  }

  private static long first(Desk desk) {
    return message(desk, "Who has the projector?").seq();
  }

  private static Quote.State quote(Desk desk, String text) {
    MessageItem item = message(desk, text);
    return item == null || item.extras().quote() == null ? null : item.extras().quote().state();
  }

  private static int reactions(Desk desk, String text) {
    return message(desk, text).extras().reactions().stream()
        .mapToInt(chip -> chip.by().size())
        .sum();
  }

  private boolean mine(Desk desk, String text) {
    return trio.is(desk, d -> message(d, text).extras().reactions().getFirst().mine());
  }
}
