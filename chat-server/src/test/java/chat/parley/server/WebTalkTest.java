package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Two people in two browsers, and what they do with each other's messages. */
@Tag("browser")
@TestMethodOrder(MethodOrderer.MethodName.class)
class WebTalkTest {
  private static final String COMPOSER = "return document.querySelector('#composer').value";

  @TempDir static Path folder;
  private static ServerProcess server;
  private static Browser ann;
  private static Browser ben;

  @BeforeAll
  static void comeIn() throws Exception {
    ann = Browser.open();
    ben = Browser.open();
    server = ServerProcess.start(folder, "--name", "Floor 2 office", "--no-rate-limits");
    ann.logIn(server, "Ann Bell");
    ben.logIn(server, "Ben Roth");
  }

  @AfterAll
  static void leave() {
    if (server != null) {
      ann.close();
      ben.close();
      server.close();
    }
  }

  @Test
  void whatOneSaysTheOtherReadsAsItWasMeant() {
    ann.say("**Coffee** is ready\nsee https://example.org/menu, `make` some");
    ben.awaitMessage("Coffee is readysee https://example.org/menu, make some");
    assertThat(
            ben.js(
                "const b = [...document.querySelectorAll('.rows .body')].at(-1);"
                    + "return [b.querySelector('strong').textContent, b.querySelector('a').href,"
                    + " b.querySelector('code').textContent, b.querySelector('a').rel].join('|')"))
        .isEqualTo("Coffee|https://example.org/menu|make|noopener noreferrer nofollow");
  }

  @Test
  void messagesAreEditedReactedToAnsweredAndDeleted() {
    ann.say("Lunch at one");
    ben.awaitMessage("Lunch at one");
    ben.choose("Lunch at one", "👍");
    ann.awaitThere(".chip[aria-label^='👍']");
    ann.click(".chip[aria-label^='👍']");
    ben.await(
        "two thumbs",
        "return document.querySelector('.chip[aria-label^=\"👍\"]').innerText.includes('2')");
    ben.choose("Lunch at one", "Reply");
    ben.awaitText("Replying to Ann Bell");
    ben.say("Too early");
    ann.awaitMessage("Too early");
    assertThat(ann.js("return document.querySelector('.quote').innerText"))
        .asString()
        .contains("Ann Bell", "Lunch at one");
    ann.type("#composer", Keys.ARROW_UP);
    ann.awaitText("Editing");
    ann.type("#composer", " thirty" + Keys.ENTER);
    ben.awaitMessage("Lunch at one thirty");
    ben.awaitText("(edited)");
    ann.choose("Lunch at one thirty", "Delete");
    ann.click("dialog .primary");
    ben.awaitText("Message deleted");
    assertThat(ben.bodies()).doesNotContain("Lunch at one thirty");
  }

  @Test
  void textOfWhichNothingIsSeenIsNotSentAndStays() {
    String put =
        "const f = document.querySelector('#composer'); f.focus(); f.value = arguments[0];"
            + " f.dispatchEvent(new Event('input', {bubbles: true}));";
    ann.js(put, "\u200b\u3164\u2800");
    ann.type("#composer", Keys.ENTER);
    assertThat(ann.js(COMPOSER)).isEqualTo("\u200b\u3164\u2800");
    assertThat(ann.js("return document.querySelector('.composer .send').disabled")).isEqualTo(true);
    ann.js(put, "\u200b\u2764\ufe0f");
    ann.type("#composer", Keys.ENTER);
    ben.awaitMessage("\u200b\u2764\ufe0f");
    assertThat(ben.bodies()).doesNotContain("\u200b\u3164\u2800");
  }

  @Test
  void mentionsAreCountedUntilTheyAreOnTheScreen() {
    ben.click("#add-room");
    ben.type("#add-query", "kitchen" + Keys.ENTER);
    ben.awaitText("This is the start of #kitchen");
    ann.click("#add-room");
    ann.click(".choices button", "kitchen");
    ann.awaitText("This is the start of #kitchen");
    ann.click(".sidebar .room", "lobby");
    ben.say("@Ann Bell the milk is out");
    ann.awaitThere(".sidebar .pill");
    ann.await("a title that counts", "return document.title === '(1) Floor 2 office'");
    ann.click(".sidebar .room", "kitchen");
    ann.awaitThere("#unread-line");
    ann.awaitThere(".rows .message.called");
    ann.awaitGone(".sidebar .pill");
    ann.await("a title without a number", "return document.title === 'Floor 2 office'");
    ann.click(".sidebar .room", "lobby");
    ben.click(".sidebar .room", "lobby");
  }

  @Test
  void hereDoesNotCallWhoIsAwayAndRoomDoes() {
    ben.click("#add-room");
    ben.type("#add-query", "pantry" + Keys.ENTER);
    ben.awaitText("This is the start of #pantry");
    ann.click("#add-room");
    ann.click(".choices button", "pantry");
    ann.awaitText("This is the start of #pantry");
    ann.click(".sidebar .room", "lobby");
    ann.click("#me");
    ann.click(".entry", "Away");
    ben.click("#open-members");
    ben.awaitThere(".presence.away");
    ben.click("#open-members");
    ben.say("@here who wants cake");
    ann.await("something new", "return document.querySelector('.sidebar .dot') !== null");
    assertThat(ann.js("return document.querySelector('.sidebar .pill')")).isNull();
    ben.say("@room it is chocolate");
    ann.await(
        "one call", "return document.querySelector('.sidebar .pill')?.innerText.trim() === '1'");
    ann.click("#me");
    ann.click(".entry", "Available");
    ann.click(".sidebar .room", "pantry");
    ann.awaitGone(".sidebar .pill");
    ann.click(".sidebar .room", "lobby");
    ben.click(".sidebar .room", "lobby");
  }

  @Test
  void peopleWriteToEachOtherDirectlyAndSeeEachOtherType() {
    ann.click("#add-room");
    ann.type("#add-query", "Ben");
    ann.click(".choices button", "Ben Roth");
    ann.awaitText("What you write here is between you.");
    ann.say("Between us");
    ben.awaitThere(".sidebar .pill");
    ben.click(".sidebar .room", "Ann Bell");
    ben.awaitMessage("Between us");
    ann.type("#composer", "I am");
    ben.awaitText("Ann Bell is typing…");
    ann.say(" here");
    ben.awaitMessage("I am here");
    ann.click(".sidebar .room", "lobby");
    ben.click(".sidebar .room", "lobby");
  }

  @Test
  void threadsPinsAndSearchHaveAPlaceBesideTheRoom() {
    ann.say("Who takes the keys tonight");
    ben.awaitMessage("Who takes the keys tonight");
    ben.choose("Who takes the keys tonight", "Open thread");
    ben.type("#thread-composer", "I do" + Keys.ENTER);
    String mark =
        "[...document.querySelectorAll('.message')]"
            + ".find(message => message.innerText.includes('Who takes the keys tonight'))"
            + "?.querySelector('.chip.thread')";
    ann.await("its mark", "return Boolean(" + mark + ")");
    ann.js(mark + ".click()");
    ann.await(
        "the reply in the thread",
        "return document.querySelector('.panel')?.innerText.includes('I do')");
    ann.choose("Who takes the keys tonight", "Pin");
    ben.awaitText("Pinned");
    ben.click(".room-head [aria-label='Pinned messages']");
    ben.await(
        "the pin",
        "return document.querySelector('.panel').innerText.includes('the keys tonight')");
    ben.click("#open-search");
    ben.type("#search", "KEYS");
    ben.await("the hit", "return document.querySelector('.panel mark')?.textContent === 'keys'");
    ben.type("#search", Keys.chord(Keys.CONTROL, "a") + "kitchen coffee");
    ben.awaitText("Nothing for \"kitchen coffee\" in this room");
    ben.click(".panel .scroller > .link", "Search all your rooms");
    ben.awaitText("Nothing for \"kitchen coffee\" in your rooms");
    ben.press(Keys.ESCAPE);
    ben.awaitGone(".panel");
    ann.press(Keys.ESCAPE);
  }

  @Test
  void everythingIsReachedByKeyboard() {
    ann.say("By keys alone");
    ann.hold(Keys.CONTROL, "k");
    ann.await("the field to jump", "return document.activeElement.id === 'jump'");
    ann.press("lob" + Keys.ENTER);
    ann.press(Keys.F6);
    ann.press(Keys.F6);
    ann.await("a message", "return document.activeElement.matches('.message')");
    ann.press(Keys.ARROW_UP);
    ann.press(Keys.ARROW_DOWN);
    ann.await(
        "the last message", "return document.activeElement.innerText.includes('By keys alone')");
    ann.press(Keys.ENTER);
    ann.awaitThere("dialog.menu[open] .entry:focus");
    ann.press(Keys.ESCAPE);
    ann.awaitGone("dialog");
    ann.await("the message again", "return document.activeElement.matches('.message')");
    ann.press(Keys.F6);
    ann.await("the composer", "return document.activeElement.id === 'composer'");
    ann.hold(Keys.CONTROL, "/");
    ann.awaitText("jump to a room or a person");
    ann.press(Keys.ESCAPE);
  }

  @Test
  void draftsAndTheThemeOutliveThePage() {
    ann.type("#composer", "half a thou");
    ann.click("#me");
    ann.click(".entry", "Dark");
    ann.await("dark", "return document.documentElement.dataset.theme === 'dark'");
    ann.awaitGone("dialog");
    ann.go(server);
    ann.await("the draft", "return document.querySelector('#composer')?.value === 'half a thou'");
    assertThat(ann.js("return document.documentElement.dataset.theme")).isEqualTo("dark");
    ann.type("#composer", Keys.chord(Keys.CONTROL, "a") + Keys.BACK_SPACE);
    ann.click("#me");
    ann.click(".entry", "Colours of the system");
  }

  @Test
  void draftIsThereAgainAfterAnEdit() {
    ann.say("Tea at four");
    ann.awaitMessage("Tea at four");
    ann.type("#composer", "half a thought");
    ann.choose("Tea at four", "Edit");
    ann.awaitText("Editing");
    ann.type("#composer", Keys.ESCAPE);
    String draft = "return document.querySelector('#composer').value === 'half a thought'";
    ann.await("the draft after giving up", draft);
    ann.choose("Tea at four", "Edit");
    ann.awaitText("Editing");
    ann.type("#composer", " thirty" + Keys.ENTER);
    ben.awaitMessage("Tea at four thirty");
    ann.await("the draft after the edit", draft);
    ann.type("#composer", Keys.chord(Keys.CONTROL, "a") + Keys.BACK_SPACE);
  }

  @Test
  void draftOfAThreadIsThereAgain() {
    ann.say("Who waters the plants");
    ann.awaitMessage("Who waters the plants");
    ann.choose("Who waters the plants", "Open thread");
    ann.type("#thread-composer", "me, on");
    ann.click(".panel .close");
    ann.awaitGone(".panel");
    ann.choose("Who waters the plants", "Open thread");
    String draft = "return document.querySelector('#thread-composer')?.value === 'me, on'";
    ann.await("the draft", draft);
    ann.go(server);
    ann.awaitMessage("Who waters the plants");
    ann.choose("Who waters the plants", "Open thread");
    ann.await("the draft in another page", draft);
    ann.type("#thread-composer", " Fridays" + Keys.ENTER);
    ben.awaitThere(".chip.thread");
    ann.click(".panel .close");
    ann.awaitGone(".panel");
    ann.choose("Who waters the plants", "Open thread");
    ann.awaitThere("#thread-composer");
    assertThat(ann.js("return document.querySelector('#thread-composer').value")).isEqualTo("");
    ann.click(".panel .close");
  }

  @Test
  void editIsStillThereAfterALookAtAnotherRoomAndGivesWayToAReply() {
    ann.click("#add-room");
    ann.type("#add-query", "attic" + Keys.ENTER);
    ann.awaitText("This is the start of #attic");
    ann.click(".sidebar .room", "lobby");
    ann.say("Soup at noon");
    ann.awaitMessage("Soup at noon");
    ann.type("#composer", "half a thought");
    ann.choose("Soup at noon", "Edit");
    ann.awaitText("Editing");
    ann.type("#composer", " sharp");
    ann.click(".sidebar .room", "attic");
    ann.awaitText("This is the start of #attic");
    assertThat(ann.js(COMPOSER)).isEqualTo("");
    ann.click(".sidebar .room", "lobby");
    ann.awaitText("Editing");
    assertThat(ann.js(COMPOSER)).isEqualTo("Soup at noon sharp");
    ann.choose("Soup at noon", "Reply");
    ann.awaitText("Replying to Ann Bell");
    assertThat(ann.js(COMPOSER)).isEqualTo("half a thought");
    ann.type("#composer", Keys.ESCAPE + Keys.chord(Keys.CONTROL, "a") + Keys.BACK_SPACE);
    assertThat(ann.bodies()).contains("Soup at noon");
  }

  @Test
  void secondEnterDuringASlowEditSaysNothingTwice() {
    ann.say("Rolls at nine");
    ann.awaitMessage("Rolls at nine");
    ann.choose("Rolls at nine", "Edit");
    ann.awaitText("Editing");
    ann.js(
        """
        const send = WebSocket.prototype.send;
        window.held = [];
        WebSocket.prototype.send = function (text) {
          if (JSON.parse(text).type === 'edit') {
            window.held.push(() => send.call(this, text));
          } else {
            send.call(this, text);
          }
        };
        window.release = () => {
          WebSocket.prototype.send = send;
          window.held.forEach((each) => each());
        };
        """);
    ann.type("#composer", " sharp" + Keys.ENTER + Keys.ENTER);
    assertThat(ann.js("return window.held.length")).isEqualTo(1L);
    ann.type("#composer", ", please");
    ann.js("window.release()");
    ben.awaitMessage("Rolls at nine sharp");
    ann.await(
        "an edit that is over but for what came meanwhile",
        "const field = document.querySelector('#composer');"
            + "if (field.value !== '') field.dispatchEvent("
            + "new KeyboardEvent('keydown', {key: 'Enter', cancelable: true}));"
            + "return field.value === ''");
    ben.awaitMessage("Rolls at nine sharp, please");
    assertThat(ben.bodies()).filteredOn(body -> body.contains("Rolls")).hasSize(1);
  }

  @Test
  void namesAndEmojiAreOfferedWhileTyping() {
    ann.type("#composer", "@be");
    ann.await(
        "Ben",
        "return document.querySelector('.completion .chosen')?.innerText.includes('Ben Roth')");
    ann.press(Keys.TAB);
    ann.type("#composer", ":tad");
    ann.awaitThere(".completion");
    ann.press(Keys.ENTER);
    ann.await("both", "return document.querySelector('#composer').value === '@Ben Roth 🎉 '");
    ann.press(Keys.ENTER);
    ben.awaitThere(".message.called");
  }

  @Test
  void zTheConsoleHasNothingToComplainOf() {
    assertThat(ann.console()).noneMatch(line -> line.contains("Error") || line.contains("Refused"));
    assertThat(ben.console()).noneMatch(line -> line.contains("Error") || line.contains("Refused"));
  }
}
