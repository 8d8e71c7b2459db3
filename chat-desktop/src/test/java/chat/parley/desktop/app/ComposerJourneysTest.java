package chat.parley.desktop.app;

import static chat.parley.desktop.app.Trio.message;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.view.Fx;
import chat.parley.desktop.view.timeline.QuoteLine;
import chat.parley.desktop.viewmodel.ComposerMode;
import chat.parley.desktop.viewmodel.timeline.Quote;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What Ann writes with her keys, Ben sees in his window: two apps and a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposerJourneysTest {
  private Duo duo;
  private Desk ann;
  private Desk ben;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    duo = new Duo(folder);
    ann = duo.ann;
    ben = duo.ben;
    duo.openRoom("kitchen");
  }

  @AfterAll
  void close() {
    duo.close();
  }

  @BeforeEach
  void bothInTheLobby() {
    ann.goTo("lobby");
    ben.goTo("lobby");
    // A long text of another test may have come while he was away.
    Fx.run(() -> ben.server().timelineProperty().get().readAll());
  }

  @Test
  void boldIsBoldForOthersAndABlockOfCodeIsCopiedByItsButton() {
    ann.say("**Careful** with this one");
    Node row = ben.row("with this one");
    Fx.await(() -> row.lookup(".bold") != null);
    ben.awaitGone("**Careful**");

    ann.write("```java");
    ann.push(KeyCode.ENTER);
    ann.type("int answer = 42;");
    ann.push(KeyCode.ENTER);
    ann.type("```");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.written().isEmpty());
    ben.row("int answer = 42;");
    ben.clickIn("int answer = 42;", ".copy-code");
    Fx.await(() -> "int answer = 42;".equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void marksOfEveryKindAreTypedOrPutByKeysAndDrawnForOthers() {
    marked("loudly", KeyCode.B, "**loudly**");
    marked("softly", KeyCode.I, "_softly_");
    marked("drain --all", KeyCode.E, "`drain --all`");
    assertDrawn("loudly", ".bold");
    assertDrawn("softly", ".italic");
    assertDrawn("drain --all", ".message-code");

    ann.say("no ~~longer~~ at ten");
    assertDrawn("at ten", ".struck");
    ann.say("look at [the plan](https://example.org/plan)");
    assertDrawn("look at", ".message-link");
    lines("> said he", "", "- said she", "- and I");
    assertDrawn("said he", ".message-quote");
    assertDrawn("said he", ".list-item");
    ben.awaitGone("> said he");
  }

  @Test
  void aHalfWrittenAnswerQuotesTheMessageOfItsRoomAndSaysWhenThatIsDeleted() {
    for (int i = 1; i <= 8; i++) {
      ben.tells("Lobby talk " + i);
    }
    duo.awaitBoth("Lobby talk 8");
    ben.goTo("kitchen");
    ann.goTo("kitchen");
    for (int i = 1; i <= 8; i++) {
      ben.tells("Kitchen talk " + i);
    }
    duo.awaitBoth("Kitchen talk 8");
    ann.chooseAt("Kitchen talk 8", "Reply");
    ann.write("half an answer");
    Fx.await(() -> bar().contains("Kitchen talk 8"));

    ann.goTo("lobby");
    Fx.await(() -> !ann.scene().getRoot().lookup(".composer-bar").isVisible());
    ann.goTo("kitchen");
    Fx.await(() -> ann.written().equals("half an answer") && bar().contains("Kitchen talk 8"));

    Fx.run(() -> ben.server().messages().delete(message(ben, "Kitchen talk 8")));
    Fx.await(() -> bar().contains("Message deleted"));
    assertThat(Fx.call(ann::written)).isEqualTo("half an answer");
    ann.click("#composer");
    ann.push(KeyCode.ESCAPE);
    ann.push(KeyCode.SHORTCUT, KeyCode.A);
    ann.push(KeyCode.DELETE);
  }

  /** What is said over Ann's composer; on the FX thread. */
  private String bar() {
    Quote to =
        ann.server().composer().modeProperty().get() instanceof ComposerMode.Replying(Quote quote)
            ? quote
            : Quote.NONE;
    Node bar = ann.scene().getRoot().lookup(".composer-bar");
    return Desk.hasText(bar, QuoteLine.words(to)) ? QuoteLine.words(to) : "";
  }

  /** Writes that, marks it by the key, and sends what came of it. */
  private void marked(String text, KeyCode key, String written) {
    ann.write(text);
    ann.push(KeyCode.SHORTCUT, KeyCode.A);
    ann.push(KeyCode.SHORTCUT, key);
    Fx.await(() -> ann.written().equals(written));
    ann.push(KeyCode.ENTER);
    duo.awaitBoth(written);
  }

  private void assertDrawn(String text, String style) {
    Node row = ben.row(text);
    Fx.await(() -> row.lookup(style) != null);
  }

  private void lines(String... lines) {
    ann.click("#composer");
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        ann.push(KeyCode.SHIFT, KeyCode.ENTER);
      }
      ann.type(lines[i]);
    }
    ann.push(KeyCode.ENTER);
    duo.awaitBoth(String.join("\n", lines));
  }

  @Test
  void aLongTextIsPastedAndSentWhole() {
    String story = "One line of a long story.\n".repeat(120).strip();
    ann.click("#composer");
    Fx.run(
        () -> {
          var content = new ClipboardContent();
          content.putString(story);
          Clipboard.getSystemClipboard().setContent(content);
        });
    ann.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.await(() -> ann.written().equals(story));
    ann.push(KeyCode.ENTER);
    duo.awaitBoth(story);
  }

  @Test
  void whatWasTakenFromThePickerStandsFirstInItTheNextTime() {
    ann.click("#emoji");
    ann.awaitNode(".emoji-picker");
    ann.type("unicorn");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.written().equals("🦄"));
    ann.push(KeyCode.ENTER);
    duo.awaitBoth("🦄");
    ann.click("#emoji");
    ann.awaitText("Used last");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.written().equals("🦄"));
    ann.push(KeyCode.ENTER);
  }

  @Test
  void anEmojiIsSearchedInThePickerAndTakesTheToneThatWasChosen() {
    ann.click("#emoji");
    ann.awaitNode(".emoji-picker");
    ann.type("+1");
    ann.click(Fx.<Node>call(() -> ann.named(".emoji-tone", "Skin tone: dark")));
    ann.click(".emoji-place:selected");
    Fx.await(() -> ann.written().equals("👍🏿"));
    ann.push(KeyCode.ENTER);
    duo.awaitBoth("👍🏿");
    ben.inFront();
    Fx.await(() -> ben.rowNow("👍🏿").lookup(".emoji") != null);
  }

  @Test
  void anEmojiIsWrittenByItsNameInFullOrByTheBeginningOfIt() {
    ann.write("ship it :rocket: now :tad");
    ann.push(KeyCode.TAB);
    Fx.await(() -> ann.written().endsWith("🎉 "));
    ann.push(KeyCode.ENTER);
    duo.awaitBoth("ship it 🚀 now 🎉");
  }

  @Test
  void aPersonAndARoomAreCompletedAndThePersonIsNamed() {
    ann.write("@be");
    ann.awaitText("Ben Roth");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> ann.written().equals("@Ben Roth "));
    ann.type("it is in #kit");
    ann.push(KeyCode.TAB);
    Fx.await(() -> ann.written().equals("@Ben Roth it is in #kitchen "));
    ann.push(KeyCode.ENTER);
    duo.awaitBoth("@Ben Roth it is in #kitchen");
    assertThat(Fx.call(() -> message(ben, "@Ben Roth it is in #kitchen").mentionsMe())).isTrue();
  }

  @Test
  void hereCallsWhoIsThere() {
    ann.say("@here the cake is cut");
    duo.awaitBoth("@here the cake is cut");
    assertThat(Fx.call(() -> message(ben, "@here the cake is cut").mentionsMe())).isTrue();
  }

  @Test
  void shiftAndEnterBreakTheLineAndTheFieldGrows() {
    ann.write("First line");
    double one = Fx.call(this::composerHeight);
    ann.push(KeyCode.SHIFT, KeyCode.ENTER);
    ann.type("second line");
    ann.push(KeyCode.SHIFT, KeyCode.ENTER);
    ann.type("third line");
    Fx.await(() -> composerHeight() > one * 1.5);
    ann.push(KeyCode.ENTER);
    duo.awaitBoth("First line\nsecond line\nthird line");
    Fx.await(() -> composerHeight() == one);
  }

  @Test
  void eachRoomKeepsWhatWasBegunInIt() {
    ann.write("Half a thought");
    ann.goTo("kitchen");
    Fx.await(() -> ann.written().isEmpty());
    ann.write("Who has the mi");
    ann.goTo("lobby");
    Fx.await(() -> ann.written().equals("Half a thought"));
    ann.write(", and the other half");
    ann.push(KeyCode.ENTER);
    duo.awaitBoth("Half a thought, and the other half");
    ann.goTo("kitchen");
    Fx.await(() -> ann.written().equals("Who has the mi"));
    ann.write("lk?");
    ann.push(KeyCode.ENTER);
    Fx.await(() -> message(ann, "Who has the milk?") != null && ann.written().isEmpty());
  }

  @Test
  void aSendThatIsHeldByTheSettingIsTakenBackByItsButton() {
    ann.openSettings("undo");
    ann.chooseSetting("Undo sending", "10 seconds");
    ann.closeSettings();
    ann.say("Sent in anger");
    ann.awaitText("Sending in");
    ann.clickIn("Sent in anger", ".delivery .link-button");
    Fx.await(() -> ann.written().equals("Sent in anger") && message(ann, "Sent in anger") == null);
    ann.openSettings("undo");
    ann.chooseSetting("Undo sending", "Off");
    ann.closeSettings();
    ann.click("#composer");
    ann.push(KeyCode.SHORTCUT, KeyCode.A);
    ann.type("Sent in peace");
    ann.push(KeyCode.ENTER);
    duo.awaitBoth("Sent in peace");
    assertThat(Fx.call(() -> message(ben, "Sent in anger") == null)).isTrue();
  }

  @Test
  void aReactionIsSearchedInThePickerAndTakenBackByItsChip() {
    duo.said(ann, "Release is out");
    ben.chooseAt("Release is out", "React");
    ben.awaitNode(".emoji-picker");
    ben.type("tada");
    ben.push(KeyCode.ENTER);
    Fx.await(() -> reaction("Release is out").equals("🎉"));
    ben.clickIn("Release is out", ".chip");
    Fx.await(() -> reaction("Release is out").isEmpty());
  }

  @Test
  void aReactionHasForOthersTheToneThatWasChosenInThePicker() {
    duo.said(ann, "Hands up");
    ben.chooseAt("Hands up", "React");
    ben.awaitNode(".emoji-picker");
    ben.type("+1");
    ben.click(Fx.<Node>call(() -> ben.named(".emoji-tone", "Skin tone: medium")));
    ben.click(".emoji-place:selected");
    Fx.await(() -> reaction("Hands up").equals("👍🏽"));
    ann.row("Hands up");
    Fx.await(() -> ann.rowNow("Hands up").lookup(".chip .emoji") != null);
  }

  @Test
  void theLinkToAMessageIsPastedInAnotherRoomAndLeadsBackByAClick() {
    duo.said(ben, "The one to remember");
    ann.chooseAt("The one to remember", "Copy link to message");
    ann.goTo("kitchen");
    ben.goTo("kitchen");
    ann.click("#composer");
    ann.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.await(() -> ann.written().startsWith("parley://"));
    ann.push(KeyCode.ENTER);
    ben.clickIn("parley://", ".message-link");
    Fx.await(() -> ben.title().equals("lobby"));
    ben.row("The one to remember");
    Fx.await(() -> flashes(ben));
  }

  @Test
  void theLinkIntoARoomIAmNotInOffersToJoinItFirst() {
    ann.openRoom("attic");
    ann.say("The maps are up here");
    ann.row("The maps are up here");
    ann.chooseAt("The maps are up here", "Copy link to message");
    ann.goTo("lobby");
    ann.click("#composer");
    ann.type("See ");
    ann.push(KeyCode.SHORTCUT, KeyCode.V);
    ann.push(KeyCode.ENTER);
    ben.clickIn("See parley://", ".message-link");
    ben.awaitText("You are not in the room of that message.");
    ben.click(".toast .button", "Join the room");
    Fx.await(() -> ben.title().equals("attic"));
    ben.row("The maps are up here");
    Fx.await(() -> flashes(ben));
  }

  @Test
  void aThreadIsFollowedOrNotByTheMenuOfItsMessage() {
    duo.said(ann, "Where do we eat?");
    ben.chooseAt("Where do we eat?", "Reply in thread");
    ben.awaitNode("#thread-composer");
    ben.type("Noodles!");
    ben.push(KeyCode.ENTER);
    Fx.await(() -> replies() == 1 && threadIsUnread());

    ann.chooseAt("Where do we eat?", "Unfollow thread");
    Fx.await(() -> !threadIsUnread());
    ben.inFront();
    ben.type("Or soup");
    ben.push(KeyCode.ENTER);
    Fx.await(() -> replies() == 2);
    assertThat(Fx.call(this::threadIsUnread)).as("of no concern to who does not follow").isFalse();

    ann.chooseAt("Where do we eat?", "Follow thread");
    Fx.await(this::threadIsUnread);
    ben.push(KeyCode.ESCAPE);
  }

  @Test
  void whatOnePinsAnotherTakesOffTheWallByTheMenu() {
    duo.said(ann, "The door code is on the board");
    ann.chooseAt("The door code is on the board", "Pin to room");
    Fx.await(() -> pinned(ann) && pinned(ben));
    ben.chooseAt("The door code is on the board", "Unpin");
    Fx.await(() -> !pinned(ann) && !pinned(ben));
  }

  private double composerHeight() {
    return ((Region) ann.scene().getRoot().lookup("#composer")).getHeight();
  }

  private static boolean pinned(Desk desk) {
    return message(desk, "The door code is on the board").extras().pinned();
  }

  /** What Ann sees under it; empty for none. */
  private String reaction(String text) {
    var chips = message(ann, text).extras().reactions();
    return chips.isEmpty() ? "" : chips.getFirst().emoji();
  }

  private int replies() {
    var thread = message(ann, "Where do we eat?").extras().thread();
    return thread == null ? 0 : thread.count();
  }

  private boolean threadIsUnread() {
    return message(ann, "Where do we eat?").extras().thread().unread();
  }

  private static boolean flashes(Desk desk) {
    var landed = desk.server().timelineProperty().get().landedProperty().get();
    return landed != null && landed.flash();
  }
}
