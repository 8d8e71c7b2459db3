package chat.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.model.Nonce;
import chat.parley.model.RoomId;
import chat.parley.model.UserId;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not to be seen any more, or never, is nowhere on the page and not kept either. */
@Tag("browser")
class WebHiddenTest {
  private static final String PAGE = "return document.body.innerText + document.body.textContent";

  /** Reads it anew each time that it is asked. */
  private static final String NOTHING_KEPT =
      """
      const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      (async () => {
        const db = await done(indexedDB.open('parley'));
        const all = await done(db.transaction('events').objectStore('events').getAll());
        db.close();
        window.kept = JSON.stringify(all);
      })();
      return window.kept?.includes('words of today') && !/long ago|old answer|wording/.test(window.kept);
      """;

  @TempDir Path folder;

  @Test
  void whatRetentionTookIsGoneFromThePageAndFromWhatTheBrowserKeeps() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      ann.before(Browser.SOCKETS).logIn(server, "Ann");
      RoomId lobby = ben.join("lobby").room().id();
      long old = send(ben, lobby, "words of long ago", Command.Hook.NONE);
      send(ben, lobby, "an old answer", new Command.Hook(0, old, null));
      long edited = send(ben, lobby, "first wording", Command.Hook.NONE);
      ben.say(new Command.Edit(ben.nextId(), lobby, edited, "second wording"));
      send(ben, lobby, "words of today", Command.Hook.NONE);
      ann.awaitMessage("words of today");
      ann.choose("words of long ago", "Open thread");
      ann.await(
          "the answer", "return document.querySelectorAll('.panel .message .body').length === 2");
      ann.js(
          "window.hear({ type: 'expired', room: history.state.room, seq: arguments[0] })", edited);
      ann.await(
          "nothing of it", "return !/long ago|old answer|wording/.test(document.body.textContent)");
      assertThat(ann.bodies()).containsExactly("words of today");
      ann.await("what is kept without it", NOTHING_KEPT);
    }
  }

  @Test
  void whatADeletedMessageSaidBeforeIsNotKeptEither() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      ann.logIn(server, "Ann");
      RoomId lobby = ben.join("lobby").room().id();
      long edited = send(ben, lobby, "first wording", Command.Hook.NONE);
      ben.say(new Command.Edit(ben.nextId(), lobby, edited, "second wording"));
      ann.awaitMessage("second wording");
      ben.say(new Command.Delete(ben.nextId(), lobby, edited));
      send(ben, lobby, "words of today", Command.Hook.NONE);
      ann.awaitMessage("words of today");
      ann.await("what is kept without it", NOTHING_KEPT);
    }
  }

  @Test
  void somebodyIsBlockedAndNoLonger() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      ann.logIn(server, "Ann");
      RoomId lobby = ben.join("lobby").room().id();
      send(ben, lobby, "the nasty words", Command.Hook.NONE);
      ann.awaitMessage("the nasty words");
      ann.choose("the nasty words", "Block Ben");
      ann.awaitText("somebody you have blocked");
      assertThat(ann.bodies()).isEmpty();
      said(ann, ben, "that is enough");
      UserId other = somebodyElse(ben, lobby);
      ben.say(new Command.OpenDirect(ben.nextId(), List.of(other)));
      assertThat(ben.await(Event.Failed.class).code()).isEqualTo(ErrorCode.FORBIDDEN);
      ann.choose("somebody you have blocked", "Unblock Ben");
      ann.awaitMessage("the nasty words");
      said(ann, ben, "all is well again");
      ben.say(new Command.OpenDirect(ben.nextId(), List.of(other)));
      RoomId alone = ben.await(Event.Joined.class).room().room().id();
      send(ben, alone, "hello you", Command.Hook.NONE);
      ann.click(".room", "Ben");
      ann.awaitMessage("hello you");
      ann.click(".room-head .tool[title=More]");
      ann.click(".entry", "Block Ben");
      ann.awaitText("You have blocked Ben.");
    }
  }

  @Test
  void nothingOfSomebodyBlockedIsShownOrSpoken() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits");
        Guest ben = Guest.named(server.port(), "Ben")) {
      ann.before(Browser.SOCKETS).logIn(server, "Ann");
      RoomId lobby = ben.join("lobby").room().id();
      ann.js(
          "window.sockets.at(-1).send(JSON.stringify("
              + "{ type: 'keep', id: 999999, key: 'block/' + arguments[0], value: 'on' }))",
          ben.welcome().user().id().value());
      ann.js(
          "window.hear({ type: 'kept', key: 'block/' + arguments[0], value: 'on', version: 1 })",
          ben.welcome().user().id().value());
      long asked = send(ben, lobby, "the nasty words", Command.Hook.NONE);
      send(ben, lobby, "more nasty words", new Command.Hook(0, asked, null));
      send(ben, lobby, "nasty again", new Command.Hook(asked, 0, null));
      ann.await("all of them", "return document.querySelectorAll('.rows [data-seq]').length >= 4");
      ann.awaitText("somebody you have blocked");
      assertThat(ann.js(PAGE)).asString().doesNotContain("nasty");
    }
  }

  @Test
  void whatEverybodyIsToBeToldIsTold() throws Exception {
    try (Browser ann = Browser.open();
        ServerProcess server = ServerProcess.start(folder, "--no-rate-limits")) {
      ann.before(Browser.SOCKETS).logIn(server, "Ann");
      ann.js(
          "window.hear({ type: 'server', server: { name: 'Floor 3', version: '1', motd: 'Be kind.',"
              + " limits: { frame_bytes: 65536, body_chars: 20, rooms: 512, in_flight: 32,"
              + " send_burst: 10, send_per_second: 5, history_events: 500 } } })");
      ann.await("it", "return document.querySelector('.toast')?.innerText.includes('Be kind.')");
      ann.await("the new name", "return document.title === 'Floor 3'");
    }
  }

  /** What the page told the server before that is done when this is heard. */
  private static void said(Browser browser, Guest hearer, String words) {
    browser.say(words);
    hearer.await(Event.Message.class, message -> message.body().equals(words));
  }

  private static UserId somebodyElse(Guest guest, RoomId room) {
    guest.say(new Command.Members(guest.nextId(), room));
    return guest.await(Event.MemberList.class).members().stream()
        .map(member -> member.user().id())
        .filter(id -> !id.equals(guest.welcome().user().id()))
        .findFirst()
        .orElseThrow();
  }

  private static long send(Guest guest, RoomId room, String text, Command.Hook hook) {
    guest.say(new Command.Send(guest.nextId(), room, new Nonce("n" + guest.nextId()), text, hook));
    return guest.await(Event.Ack.class).seq();
  }
}
