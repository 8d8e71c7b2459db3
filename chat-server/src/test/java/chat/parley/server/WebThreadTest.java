package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A thread beside its room: what is said there, what waits there, and what becomes of it. */
@Tag("browser")
class WebThreadTest {
  private static final String IN_THREAD =
      "return [...document.querySelectorAll('.panel .message .body')].map(n => n.textContent)";

  @TempDir Path folder;

  @Test
  void ownAnswersAreThereAtOnceAndThoseThatWaitSaySo() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.say("Who waters the plants");
      ann.awaitMessage("Who waters the plants");
      ann.choose("Who waters the plants", "Open thread");
      for (int i = 1; i <= 8; i++) {
        answer(ann, "answer " + i);
        awaitAnswer(ann, "answer " + i);
      }
      server.kill();
      answer(ann, "while it was away");
      awaitAnswer(ann, "while it was away");
      ann.await(
          "that it waits",
          "return document.querySelector('.panel .message.queued')?.innerText.includes('Will be sent')");
      server.restart();
      ann.comeBack();
      ann.awaitGone(".panel .message.queued");
      awaitAnswer(ann, "while it was away");
      assertThat(ann.js("return document.querySelectorAll('.panel .message').length"))
          .isEqualTo(10L);
    }
  }

  @Test
  void refusedAnswerStandsInTheThreadWithAWayToSendItAgain() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.say("Who waters the plants");
      ann.awaitMessage("Who waters the plants");
      ann.choose("Who waters the plants", "Open thread");
      ann.awaitThere("#thread-composer");
      ann.js(
          """
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (text) {
            const said = JSON.parse(text);
            send.call(this, said.type === 'send' ? JSON.stringify({ ...said, body: '' }) : text);
          };
          window.mend = () => (WebSocket.prototype.send = send);
          """);
      answer(ann, "me, on Fridays");
      ann.awaitThere(".panel .message.failed");
      ann.js("window.mend()");
      ann.click(".panel .message.failed .link", "Retry");
      ann.awaitGone(".panel .message.failed");
      awaitAnswer(ann, "me, on Fridays");
      ann.await(
          "the mark of the thread",
          "return document.querySelector('.rows .chip.thread')?.innerText.includes('1')");
    }
  }

  @Test
  void whatBecomesOfAnAnswerIsSeenInTheOpenThreadWhichHasItsMenu() throws Exception {
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ben.logIn(server, "Ben");
      ann.say("Who waters the plants");
      ben.awaitMessage("Who waters the plants");
      ann.choose("Who waters the plants", "Open thread");
      ben.choose("Who waters the plants", "Open thread");
      answer(ann, "me, on Fridays");
      awaitAnswer(ben, "me, on Fridays");
      ben.chooseInThread("me, on Fridays", "👍");
      ann.awaitThere(".panel .chip[aria-label^='👍']");
      ann.chooseInThread("me, on Fridays", "Edit");
      ann.await(
          "the text in the composer of the thread",
          "return document.querySelector('#thread-composer').value === 'me, on Fridays'");
      ann.type("#thread-composer", " and Mondays" + Keys.ENTER);
      awaitAnswer(ann, "me, on Fridays and Mondays");
      awaitAnswer(ben, "me, on Fridays and Mondays");
      ann.chooseInThread("me, on Fridays", "Delete");
      ann.click("dialog .primary");
      ben.await(
          "that it is deleted",
          "return document.querySelector('.panel').innerText.includes('Message deleted')");
      assertThat(ben.js(IN_THREAD)).asString().doesNotContain("Fridays");
    }
  }

  private static void answer(Browser browser, String text) {
    browser.type("#thread-composer", text + Keys.ENTER);
    browser.await(
        "an empty composer", "return document.querySelector('#thread-composer').value === ''");
  }

  private static void awaitAnswer(Browser browser, String text) {
    browser.await(
        "the answer " + text,
        IN_THREAD.replace("return ", "const all = ") + "; return all.includes(arguments[0])",
        text);
  }
}
