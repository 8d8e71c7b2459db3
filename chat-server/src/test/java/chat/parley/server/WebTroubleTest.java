package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Broken lines, dead servers, closed pages: nothing is lost, and nothing is there twice. */
@Tag("browser")
class WebTroubleTest {
  /** A network that lets no WebSocket through. */
  private static final String NO_WEB_SOCKET =
      "window.WebSocket = class { constructor() { throw new Error('not here'); } }";

  /** A disk that takes its time to say who one is. */
  private static final String SLOW_TO_READ =
      """
      const real = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
      Object.defineProperty(IDBRequest.prototype, 'onsuccess', {
        ...real,
        set(heard) {
          const slow = this.source?.name === 'me' && this.transaction?.mode === 'readonly';
          real.set.call(this, slow ? (event) => setTimeout(() => heard.call(this, event), 1000) : heard);
        },
      });
      """;

  /** A page without TLS, which has none. */
  private static final String NO_LOCKS =
      "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });";

  /** Who is never unlucky tries again every three seconds at least. */
  private static final String SHORT_WAITS = "Math.random = () => 0.1;";

  private static final String COMPOSER = "return document.querySelector('#composer').value";

  @TempDir Path folder;

  @Test
  void whatIsWrittenWithoutAServerGoesOutByItselfWhenItIsBackByWhicheverWay() throws Exception {
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.before(NO_WEB_SOCKET).before(SHORT_WAITS).logIn(server, "Ann");
      ben.before(SHORT_WAITS).logIn(server, "Ben");
      ann.say("before");
      ben.awaitMessage("before");
      server.kill();
      var said = new ArrayList<>(List.of("before"));
      for (int i = 1; i <= 5; i++) {
        ann.say("while it was away " + i);
        said.add("while it was away " + i);
      }
      ann.await(
          "five that wait", "return document.querySelectorAll('.message.queued').length === 5");
      ann.awaitText("Will be sent when");
      server.restart();
      ben.awaitMessage("while it was away 5");
      ann.awaitAllSent();
      ann.say("after");
      said.add("after");
      ben.awaitMessage("after");
      assertThat(ben.bodies()).isEqualTo(said);
      assertThat(ann.bodies()).isEqualTo(said);
    }
  }

  @Test
  void whatWasNotSentOutlivesThePage() throws Exception {
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ben.logIn(server, "Ben");
      ann.awaitText("Ben joined");
      server.kill();
      ann.say("one");
      ann.say("two");
      ann.awaitThere(".message.queued");
      ann.go("about:blank");
      server.restart();
      ben.comeBack();
      ben.say("three");
      ben.awaitMessage("three");
      ben.awaitAllSent();
      ann.go(server);
      ben.awaitMessage("two");
      assertThat(ben.bodies()).containsExactly("three", "one", "two");
      ann.awaitAllSent();
      assertThat(ann.bodies()).containsExactly("three", "one", "two");
    }
  }

  @Tag("fault")
  @ParameterizedTest
  @ValueSource(strings = {"", NO_WEB_SOCKET})
  void serverThatDiesInABurstLosesAndDoublesNothing(String before) throws Exception {
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.before(before).logIn(server, "Ann");
      ben.before(before).logIn(server, "Ben");
      List<String> said = IntStream.rangeClosed(1, 40).mapToObj(i -> "burst " + i).toList();
      for (String text : said) {
        ann.js(
            "const field = document.querySelector('#composer');"
                + "field.value = arguments[0];"
                + "field.dispatchEvent(new Event('input'));"
                + "field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', cancelable: true}));",
            text);
        ann.await("an empty composer", "return document.querySelector('#composer').value === ''");
        if (text.endsWith(" 20")) {
          server.kill();
          server.restart();
        }
      }
      ann.comeBack();
      ben.comeBack();
      ben.awaitMessage("burst 40");
      ann.awaitAllSent();
      assertThat(ben.bodies()).isEqualTo(said);
      assertThat(ann.bodies()).isEqualTo(said);
    }
  }

  @Test
  void networkThatBeginsToBlockWebSocketsIsGoneAroundUntilItCeasesTo() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.js(
          "window.Real = window.WebSocket; window.send = Real.prototype.send; window.tries = 0;"
              + "window.WebSocket = class {"
              + " constructor() { window.tries++; throw new Error('not here'); } };"
              + "window.Real.prototype.send = function () { this.close(3000); };");
      ann.say("by the other way");
      ann.awaitMessage("by the other way");
      ann.awaitAllSent();
      assertThat((Long) ann.js("return window.tries")).isGreaterThan(1);
      ann.js(
          "window.opened = 0;"
              + "window.Real.prototype.send = window.send;"
              + "window.WebSocket = class extends window.Real {"
              + " constructor(...all) { super(...all);"
              + " this.addEventListener('open', () => window.opened++); } };"
              + "const now = Date.now; Date.now = () => now() + 3600_000;");
      server.kill();
      server.restart();
      ann.comeBack();
      ann.await("a WebSocket after an hour on the other way", "return window.opened === 1");
      ann.say("and by a WebSocket");
      ann.awaitMessage("and by a WebSocket");
      ann.awaitAllSent();
    }
  }

  @Test
  void secondTabAsksWhetherToGoOnThere() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder)) {
      ann.logIn(server, "Ann");
      ann.openInOtherTab(server);
      ann.awaitText("Parley is open in another tab");
      ann.click("dialog .primary");
      ann.awaitGone("dialog");
      ann.say("here again");
      ann.awaitMessage("here again");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofTwoTabsThatComeAtTheSameMomentOneTakesPart(boolean locks) throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.register(server, "Ann");
      List<String> tabs =
          ann.inTwoTabs(server, SLOW_TO_READ + (locks ? "" : NO_LOCKS), "#composer, #login-name");
      assertThat(tabs).allMatch(text -> !text.contains("Log in"));
      assertThat(tabs).filteredOn(text -> text.contains("open in another tab")).hasSize(1);
    }
  }

  @Test
  void messageThatNoFrameHoldsIsRefusedHereAndHoldsNoneUp() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.before(
              "window.opened = 0; const Real = WebSocket;"
                  + "window.WebSocket = class extends Real {"
                  + " constructor(...all) { super(...all); window.opened++; } };")
          .logIn(server, "Ann");
      ann.js(
          "const field = document.querySelector('#composer');"
              + "field.value = 'x' + String.fromCharCode(1).repeat(12000);"
              + "field.dispatchEvent(new Event('input'));"
              + "field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', cancelable: true}));");
      ann.say("and this");
      ann.awaitThere(".message.failed");
      ann.awaitText("too long");
      ann.awaitAllSent();
      ann.await(
          "the other one",
          "return document.querySelectorAll('.message:not(.failed)').length === 1");
      assertThat(ann.js("return window.opened")).isEqualTo(1L);
    }
  }

  @Test
  void whoIsLoggedOutAndComesBackFindsWhatWaitedToBeSent() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.before(Browser.SOCKETS).register(server, "Ann");
      ann.js(
          "const send = WebSocket.prototype.send;"
              + "WebSocket.prototype.send = function (text) {"
              + " if (JSON.parse(text).type !== 'send') send.call(this, text); };"
              + "window.mend = () => (WebSocket.prototype.send = send);");
      ann.say("not to be lost");
      ann.awaitMessage("not to be lost");
      ann.js(
          "window.mend();"
              + "window.sockets.at(-1).dispatchEvent(new CloseEvent('close', { code: 4011 }));");
      ann.awaitText("logged out");
      ann.click("dialog .primary");
      ann.awaitThere("#login-name");
      ann.click(".others button", "I have an account");
      ann.type("#login-name", "Ann");
      ann.type("#login-password", Browser.PASSWORD + Keys.ENTER);
      ann.awaitMessage("not to be lost");
      ann.awaitAllSent();
      ann.await("its place", "return document.querySelector('.message[data-seq]') !== null");
    }
  }

  @Test
  void whoWantsNoDisturbanceSaysSoOnTheNextConnectionToo() throws Exception {
    try (Browser ann = Browser.open();
        Browser ben = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ben.logIn(server, "Ben");
      ben.click("#open-members");
      ann.click("#me");
      ann.click(".entry", "Do not disturb");
      ben.awaitThere(".panel .presence.busy");
      server.kill();
      ben.awaitGone(".panel .presence.busy");
      server.restart();
      ann.comeBack();
      ben.comeBack();
      ben.awaitThere(".panel .presence.busy");
    }
  }

  @Test
  void refusedNamesAreSaidInASentenceAndAnotherIsTaken() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder)) {
      ann.go(server);
      ann.type("#login-name", "admin" + Keys.ENTER);
      ann.await("the problem", "return document.querySelector('.problem')?.innerText.length > 10");
      ann.type("#login-name", Keys.chord(Keys.CONTROL, "a") + "Ann" + Keys.ENTER);
      ann.awaitThere("#composer");
    }
  }

  @Test
  void whoIsMutedReadsWhyTheyCannotTakeAnotherName() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.before(Browser.SOCKETS).logIn(server, "Ann");
      ann.js(
          """
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (text) {
            const { type, id } = JSON.parse(text);
            if (type === 'change_name') {
              window.hear({ type: 'error', re: id, code: 'forbidden', message: 'No.' });
            } else {
              send.call(this, text);
            }
          };
          """);
      ann.click("#me");
      ann.click(".entry", "Account");
      ann.click("dialog button", "Change name");
      ann.awaitText("You cannot take another name while you are muted in a room.");
    }
  }

  @Test
  void accountComesInFromAnotherBrowserWithWhatItKeeps() throws Exception {
    try (Browser ann = Browser.open();
        Browser other = Browser.open();
        ServerProcess server = ServerProcess.start(folder)) {
      ann.register(server, "Ann");
      ann.say("from here");
      ann.type("#composer", "unfinished");
      other.go(server);
      other.click(".others button", "I have an account");
      other.type("#login-name", "Ann");
      other.type("#login-password", "wrong wrong wrong" + Keys.ENTER);
      other.await("no", "return document.querySelector('.problem')?.innerText.length > 10");
      other.type("#login-password", Keys.chord(Keys.CONTROL, "a") + Browser.PASSWORD + Keys.ENTER);
      other.awaitMessage("from here");
      other.await("the draft", "return document.querySelector('#composer').value === 'unfinished'");
      server.kill();
      ann.awaitText("Reconnecting");
      ann.type("#composer", " and more");
      Object kept =
          ann.later(
              """
              const done = (request) => new Promise((resolve) => {
                request.onsuccess = () => resolve(request.result);
              });
              const db = await done(indexedDB.open('parley'));
              return (await done(db.transaction('me').objectStore('me').get('me'))).kept;
              """);
      assertThat(kept).asString().contains("unfinished and more");
      ann.go("about:blank");
      server.restart();
      ann.go(server);
      ann.awaitMessage("from here");
      other.comeBack();
      other.await(
          "what was written without a connection",
          "return document.querySelector('#composer').value === 'unfinished and more'");
    }
  }

  @Test
  void editThatCannotBeSaidKeepsItsText() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.say("Lunch at one");
      ann.awaitMessage("Lunch at one");
      ann.awaitAllSent();
      ann.choose("Lunch at one", "Edit");
      ann.awaitText("Editing");
      server.kill();
      ann.type("#composer", " thirty" + Keys.ENTER);
      ann.awaitThere(".toast");
      assertThat(ann.js(COMPOSER)).isEqualTo("Lunch at one thirty");
      server.restart();
      ann.comeBack();
      ann.type("#composer", Keys.ENTER);
      ann.awaitMessage("Lunch at one thirty");
      assertThat(ann.bodies()).containsExactly("Lunch at one thirty");
    }
  }

  @Test
  void secondEnterWhileAMessageIsBeingKeptSendsNothingTwice() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.type("#composer", "once");
      ann.js(
          "const field = document.querySelector('#composer');"
              + "const enter = () => field.dispatchEvent("
              + "new KeyboardEvent('keydown', {key: 'Enter', cancelable: true}));"
              + "enter();"
              + "enter();"
              + "field.value = 'and more';"
              + "field.dispatchEvent(new Event('input'));"
              + "enter();");
      ann.awaitMessage("and more");
      ann.awaitAllSent();
      assertThat(ann.bodies()).containsExactly("once", "and more");
      assertThat(ann.js(COMPOSER)).isEqualTo("");
    }
  }

  @Test
  void messageThatCannotBeKeptIsPutBack() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.logIn(server, "Ann");
      ann.type("#composer", "precious");
      ann.js("IDBObjectStore.prototype.put = () => { throw new Error('full'); }");
      ann.press(Keys.ENTER);
      ann.awaitThere(".toast");
      ann.await(
          "the text again", "return document.querySelector('#composer').value === 'precious'");
    }
  }
}
